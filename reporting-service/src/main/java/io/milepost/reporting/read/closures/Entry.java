package io.milepost.reporting.read.closures;

import io.milepost.reporting.read.cells.PathName;
import io.milepost.reporting.read.closures.Item.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One owner's closures of one kind and month of closing, by one measure, on the day of a report.
 *
 * @param item what the amount counts, when it counts items
 */
record Entry(
        String owner,
        String kind,
        String closeMonth,
        String measure,
        @Nullable Item item,
        long amount) {
    /** In a path, for the month that an open closure does not have. */
    static final String NONE = "-";

    static final String OPENED = "opened";
    static final String ATTEMPTS = "attempts";
    static final String DAYS = "days";
    static final String ITEM = "item";

    private static final int DECIMALS = 2;

    static List<Entry> of(Map<String, Map<String, Long>> sums) {
        List<Entry> entries = new ArrayList<>();
        sums.values()
                .forEach(amounts -> amounts.forEach((path, amount) -> {
                    if (amount != 0) {
                        String[] names = path.split("/", -1);
                        var item = names[3].equals(ITEM)
                                ? new Item(PathName.text(names[5]), State.valueOf(names[4]), true)
                                : null;
                        entries.add(new Entry(
                                PathName.text(names[0]), PathName.text(names[1]), names[2], names[3], item, amount));
                    }
                }));
        return entries;
    }

    /** Of closures: how many were opened and closed, refused attempts, waived items, and the days that closing took. */
    static void sum(List<Entry> entries, ObjectNode json) {
        long opened = sum(entries, OPENED);
        long closed = sum(
                entries.stream()
                        .filter(entry -> !entry.closeMonth().equals(NONE))
                        .toList(),
                OPENED);
        json.put("opened", opened);
        json.put("closed", closed);
        json.put("open", opened - closed);
        json.put("blocked", sum(entries, ATTEMPTS));
        json.put("waivedItems", items(entries, State.waived));
        json.put(
                "averageDaysToClose",
                closed == 0
                        ? null
                        : BigDecimal.valueOf(sum(entries, DAYS))
                                .divide(BigDecimal.valueOf(closed), DECIMALS, RoundingMode.HALF_UP));
    }

    /** Of items: how many closures ask for it, and how it stands in them. */
    static void sumItems(List<Entry> entries, ObjectNode json) {
        json.put("required", items(entries, State.open) + items(entries, State.done) + items(entries, State.waived));
        for (State state : State.values()) {
            json.put(state.name(), items(entries, state));
        }
    }

    private static long sum(List<Entry> entries, String measure) {
        return entries.stream()
                .filter(entry -> entry.measure().equals(measure))
                .mapToLong(Entry::amount)
                .sum();
    }

    private static long items(List<Entry> entries, State state) {
        return entries.stream()
                .filter(entry -> entry.item() != null && entry.item().state() == state)
                .mapToLong(Entry::amount)
                .sum();
    }
}
