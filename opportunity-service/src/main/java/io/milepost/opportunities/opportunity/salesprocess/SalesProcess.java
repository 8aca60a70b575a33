package io.milepost.opportunities.opportunity.salesprocess;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One version of a way to pursue deals: eight stages in their order. Deals were identified under it, so a version is never
 * edited; a change is a further version.
 */
public record SalesProcess(String name, int version, List<Stage> stages) {
    public static final int FIRST = 1;
    public static final int LAST = 8;

    public SalesProcess {
        stages = List.copyOf(stages);
        var numbers = stages.stream().map(Stage::number).toList();
        if (!numbers.equals(IntStream.rangeClosed(FIRST, LAST).boxed().toList())) {
            throw new IllegalArgumentException("%s %d has stages %s".formatted(name, version, numbers));
        }
    }

    public Stage stage(int number) {
        return stages.get(number - FIRST);
    }

    /** The chance to win in whole percent once so many stages have succeeded; before the first there is none. */
    public int probabilityAfter(int succeeded) {
        return succeeded < FIRST ? 0 : stage(succeeded).probability();
    }

    public boolean needsAti() {
        return stages.stream().anyMatch(Stage::atiNeeded);
    }
}
