package io.milepost.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many records wait for an operator, by group and cause, as the store has it and whichever instance has parked them. */
final class ParkedMeters {
    private static final int MOST_CAUSES = 20;
    private static final String OTHERS = "OTHERS";

    private final ParkedStore store;
    private final List<String> groups;
    private final MultiGauge gauge;

    /** @param groups of this service, which are told of also when nothing waits */
    ParkedMeters(ParkedStore store, List<String> groups, MeterRegistry meters) {
        this.store = store;
        this.groups = List.copyOf(groups);
        gauge = MultiGauge.builder("milepost.inbox.parked")
                .description(
                        "Records that wait for an operator, with those behind them, by what the first one of a key failed for")
                .register(meters);
        tell(Map.of());
    }

    /** Looks into the store. Blocks. */
    void look() {
        tell(store.counts());
    }

    private void tell(Map<ParkedStore.Why, Long> counts) {
        var told = new HashMap<String, Map<String, Long>>();
        groups.forEach(group -> told.put(group, new HashMap<>(Map.of(ParkedStore.BEHIND_PARKED, 0L))));
        counts.entrySet().stream()
                .sorted(Map.Entry.<ParkedStore.Why, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(count -> {
                    var causes = told.computeIfAbsent(count.getKey().group(), _ -> new HashMap<>());
                    var cause = causes.size() < MOST_CAUSES ? count.getKey().cause() : OTHERS;
                    causes.merge(cause, count.getValue(), Long::sum);
                });
        var rows = new ArrayList<MultiGauge.Row<?>>();
        told.forEach((group, causes) -> causes.forEach(
                (cause, waiting) -> rows.add(MultiGauge.Row.of(Tags.of("group", group, "cause", cause), waiting))));
        gauge.register(rows, true);
    }
}
