package io.milepost.suite.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How projects are closed, from what is said of their closures; whose they are is said of their handovers. */
final class Closings {
    private static final Map<String, String> DONE = Map.of(
            "summary-report-submitted", "SUMMARY_REPORT",
            "lesson-recorded", "LESSONS",
            "people-released", "PEOPLE_RELEASED",
            "financial-evaluation-done", "FINANCIAL_EVALUATION",
            "quality-evaluation-done", "QUALITY_EVALUATION",
            "project-review-held", "PROJECT_REVIEW",
            "archive-done", "ARCHIVE");

    private Closings() {}

    /** @param listed whether somebody asks for it */
    private record Item(String state, boolean listed) {}

    private record Closing(
            String owner,
            @Nullable String kind,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Map<String, Item> items,
            int attempts) {

        private Closing of(String whose) {
            return new Closing(whose, kind, openedOn, closedOn, items, attempts);
        }

        private Closing asking(Fact fact) {
            var more = new LinkedHashMap<>(items);
            for (var name : fact.data().path("items")) {
                var before = more.get(name.asString());
                more.put(name.asString(), new Item(before == null ? "open" : before.state(), true));
            }
            return new Closing(owner, kind, openedOn, closedOn, more, attempts);
        }

        private Closing item(String name, String state) {
            var more = new LinkedHashMap<>(items);
            var before = more.get(name);
            more.put(name, new Item(state, before != null && before.listed()));
            return new Closing(owner, kind, openedOn, closedOn, more, attempts);
        }
    }

    static List<Line> closings(List<Fact> facts) {
        return told(facts).lines(closing -> isOpened(closing) ? List.of(row(closing)) : List.of());
    }

    static List<Line> items(List<Fact> facts) {
        return told(facts).lines(Closings::items);
    }

    private static Chronicle<Closing> told(List<Fact> facts) {
        var closings = new Chronicle<Closing>();
        for (var fact : facts) {
            boolean handedOver = fact.name().equals("handover.initiated");
            if (handedOver || fact.name().matches("(sales-)?closure\\..*")) {
                var before = closings.state(fact.subject());
                var known = before == null ? new Closing("(unknown)", null, null, null, Map.of(), 0) : before;
                var after = handedOver ? known.of(fact.said("owner")) : after(known, fact);
                if (after != null) {
                    var what = fact.name().substring(fact.name().indexOf('.') + 1);
                    closings.becomes(
                            fact.subject(),
                            what.equals("project-closed") ? fact.stated("closedOn") : fact.day(),
                            after);
                }
            }
        }
        return closings;
    }

    private static @Nullable Closing after(Closing closing, Fact fact) {
        var what = fact.name().substring(fact.name().indexOf('.') + 1);
        boolean ofSale = fact.name().startsWith("sales-");
        return switch (what) {
            case "opened" ->
                new Closing(
                                closing.owner,
                                ofSale ? "SALES_PROJECT" : fact.said("kind"),
                                fact.day(),
                                closing.closedOn,
                                closing.items,
                                closing.attempts)
                        .asking(fact);
            case "items-added" -> closing.asking(fact);
            case "item-done" -> closing.item(fact.said("item"), "done");
            case "item-waived" -> closing.item(fact.said("item"), "waived");
            case "item-reopened" -> closing.item(fact.said("item"), "open");
            case "blocked" ->
                new Closing(
                        closing.owner,
                        closing.kind,
                        closing.openedOn,
                        closing.closedOn,
                        closing.items,
                        closing.attempts + 1);
            case "project-closed" ->
                new Closing(
                        closing.owner,
                        closing.kind,
                        closing.openedOn,
                        fact.stated("closedOn"),
                        closing.items,
                        closing.attempts);
            case "called-off" -> {
                var filed = closing.items.get("ARCHIVE");
                yield new Closing(
                        closing.owner,
                        null,
                        null,
                        null,
                        filed != null && filed.state().equals("done")
                                ? Map.of("ARCHIVE", new Item("done", false))
                                : Map.of(),
                        closing.attempts);
            }
            default -> DONE.containsKey(what) ? closing.item(DONE.get(what), "done") : null;
        };
    }

    private static boolean isOpened(Closing closing) {
        return closing.kind != null && closing.openedOn != null;
    }

    private static Row row(Closing closing) {
        boolean closed = closing.closedOn != null;
        var days = closing.openedOn == null || closing.closedOn == null
                ? null
                : BigDecimal.valueOf(ChronoUnit.DAYS.between(closing.openedOn, closing.closedOn));
        return new Row()
                .told("owner", closing.owner)
                .told("kind", closing.kind)
                .counts("opened", true)
                .counts("closed", closed)
                .counts("open", !closed)
                .adds("blocked", BigDecimal.valueOf(closing.attempts), true, null)
                .adds("days_to_close", days, closed, null)
                .happens("newly_closed", closed, closing.closedOn);
    }

    /** Of what is closed nobody waits for anything. */
    private static List<Row> items(Closing closing) {
        var rows = new ArrayList<Row>();
        if (isOpened(closing)) {
            closing.items.forEach((name, item) -> {
                boolean waits = item.state().equals("open");
                if (item.listed() && (closing.closedOn == null || !waits)) {
                    rows.add(new Row()
                            .told("owner", closing.owner)
                            .told("kind", closing.kind)
                            .told("item", name)
                            .told("state", item.state())
                            .counts("required", true)
                            .counts("done", item.state().equals("done"))
                            .counts("waived", item.state().equals("waived"))
                            .counts("waiting", waits));
                }
            });
        }
        return rows;
    }
}
