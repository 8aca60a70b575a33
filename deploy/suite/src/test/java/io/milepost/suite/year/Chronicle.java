package io.milepost.suite.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How things stood, in the order in which it became known: what is said of a day before counts from the latest day that is known. */
final class Chronicle<S> {
    private final Map<String, List<Entry<S>>> things = new LinkedHashMap<>();

    private record Entry<S>(LocalDate day, S state) {}

    @Nullable
    S state(String thing) {
        var entries = things.get(thing);
        return entries == null ? null : entries.getLast().state();
    }

    LocalDate dayOf(String thing) {
        return things.getOrDefault(thing, List.of()).getLast().day();
    }

    void becomes(String thing, LocalDate stated, S state) {
        var entries = things.computeIfAbsent(thing, _ -> new ArrayList<>());
        var day = entries.isEmpty() || stated.isAfter(entries.getLast().day())
                ? stated
                : entries.getLast().day();
        entries.add(new Entry<>(day, state));
    }

    List<Line> lines(Function<S, List<Row>> rows) {
        var lines = new ArrayList<Line>();
        things.values().forEach(entries -> {
            for (int at = 0; at < entries.size(); at++) {
                var from = entries.get(at).day();
                var to = at + 1 < entries.size() ? entries.get(at + 1).day() : LocalDate.MAX;
                if (from.isBefore(to)) {
                    rows.apply(entries.get(at).state()).forEach(row -> lines.add(new Line(from, to, row)));
                }
            }
        });
        return lines;
    }
}
