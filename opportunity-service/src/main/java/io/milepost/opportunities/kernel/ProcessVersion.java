package io.milepost.opportunities.kernel;

import io.milepost.opportunities.kernel.Template.DiscountLimit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a sales process, as far as it binds a deal. Deals were identified under it, so a published version is never edited; a
 * change is a further version.
 *
 * @param stages in their order, numbered from one
 * @param discountLimits who allows which discount
 * @param pursuit what is asked for beside the stages; absent where nothing is
 */
public record ProcessVersion(
        String name,
        int version,
        List<Stage> stages,
        List<DiscountLimit> discountLimits,
        @Nullable Pursuit pursuit) {
    public static final int FIRST = 1;

    public ProcessVersion {
        stages = List.copyOf(stages);
        var numbers = stages.stream().map(Stage::number).toList();
        if (stages.isEmpty()
                || !numbers.equals(
                        IntStream.rangeClosed(FIRST, stages.size()).boxed().toList())) {
            throw new IllegalArgumentException("%s %d has stages %s".formatted(name, version, numbers));
        }
        if (stages.stream().anyMatch(stage -> stage.milestones().isEmpty())) {
            throw new IllegalArgumentException("nothing would prove a stage of %s %d".formatted(name, version));
        }
        discountLimits = List.copyOf(discountLimits);
    }

    /** Number of the stage that succeeds by the signed contract alone. */
    public int last() {
        return stages.size();
    }

    public boolean has(int number) {
        return number >= FIRST && number <= last();
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
