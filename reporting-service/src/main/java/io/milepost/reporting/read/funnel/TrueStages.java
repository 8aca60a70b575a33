package io.milepost.reporting.read.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The funnel's groups by the last sales stage that was proven to be entered, {@code S0} to that of the longest sales process (R-190, decision 11).
 * Of those that the product comes with all are told, also those that are empty.
 */
final class TrueStages {
    private TrueStages() {}

    static String key(int proven) {
        return "S" + proven;
    }

    /** Beside the measures, {@code nominal}: the open deals that were moved into the stage without having entered it, which are counted in the group before. */
    static void write(ObjectNode body, List<Entry> entries, @Nullable String currency) {
        ArrayNode groups = body.putArray("groups");
        int last = entries.stream()
                .mapToInt(entry -> entry.bucket().salesStage().number())
                .max()
                .orElse(0);
        for (int number = 0; number <= Math.max(SalesStage.USUAL, last); number++) {
            int stage = number;
            var group = groups.addObject().put("key", key(stage));
            Figures.of(entries.stream()
                            .filter(entry -> entry.bucket().salesStage().proven() == stage)
                            .toList())
                    .funnel(group, currency);
            group.put(
                    "nominal",
                    entries.stream()
                            .filter(entry -> entry.bucket().stage().open()
                                    && entry.bucket().salesStage().equals(SalesStage.nominal(stage)))
                            .mapToLong(Entry::deals)
                            .sum());
        }
    }
}
