package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Checklist;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the filing list of a deal or a contract says, as a decision is told.
 *
 * @param missing those of the papers that are in no record that is kept
 */
public record Listed(List<Paper> papers, List<Paper> missing) {
    public Listed {
        papers = List.copyOf(papers);
        missing = List.copyOf(missing);
    }

    /** A list that nobody has begun lacks nothing. */
    public static Listed of(Occasion occasion) {
        return occasion.read(Listed.class).orElseGet(() -> new Listed(List.of(), List.of()));
    }

    /** Whether a closing lacks papers and nothing else: it asks for its archive, which nobody waived. */
    public <I> boolean isAllThatLacks(Checklist<I, ?> checklist, I archive) {
        return !missing.isEmpty()
                && checklist.items().contains(archive)
                && checklist.waiver(archive).isEmpty()
                && checklist.open().stream().allMatch(archive::equals);
    }

    /** What is missing, for whoever has to file it. */
    public String said() {
        return missing.stream().map(Paper::said).collect(Collectors.joining(", ", "not filed: ", ""));
    }
}
