package io.milepost.bench;

import java.util.ArrayList;
import java.util.List;

/** What was to be reached beside what was. */
public final class Goals {
    private final List<List<Object>> rows = new ArrayList<>();

    public Goals atLeast(String what, double goal, double figure) {
        return add(what, "at least", goal, figure, figure >= goal);
    }

    public Goals atMost(String what, double goal, double figure) {
        return add(what, "at most", goal, figure, figure <= goal);
    }

    private Goals add(String what, String bound, double goal, double figure, boolean reached) {
        var verdict = Double.isNaN(figure) ? "not measured" : reached ? "reached" : "missed";
        rows.add(List.of(what, bound + " " + Table.shown(goal), figure, verdict));
        return this;
    }

    public Table table() {
        return new Table("Goals", List.of("figure", "goal", "measured", "verdict"), rows, List.of());
    }
}
