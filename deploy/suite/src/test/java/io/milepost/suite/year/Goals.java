package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sales targets, from what is said of them. */
final class Goals {
    private static final String PREFIX = "sales-target.";
    private static final int QUANTITY_DECIMALS = 4;
    private static final int MOST_MONTHS = 120;
    private static final List<String> LEVELS = List.of("COMPANY", "DEPARTMENT", "MANAGER", "SELLER");

    private Goals() {}

    /**
     * @param counts once somebody has approved it
     * @param endedOn of one that was closed early
     */
    private record Goal(
            JsonNode task,
            JsonNode approved,
            JsonNode figure,
            boolean counts,
            @Nullable LocalDate endedOn) {

        private boolean of(String metric, String level) {
            return counts
                    && task.path("metric").asString().equals(metric)
                    && task.path("level").asString().equals(level);
        }

        private LocalDate day(String field) {
            return LocalDate.parse(task.path(field).asString());
        }
    }

    static List<Line> lines(List<Fact> facts) {
        var goals = new Chronicle<Goal>();
        for (var fact : facts) {
            if (fact.name().startsWith(PREFIX)) {
                take(goals, fact, fact.name().substring(PREFIX.length()));
            }
        }
        return goals.lines(Goals::rows);
    }

    private static void take(Chronicle<Goal> goals, Fact fact, String what) {
        var goal = goals.state(fact.subject());
        if (what.equals("drafted") || what.equals("redrafted")) {
            var task = fact.data().path("task");
            var figure = task.path("figure");
            goals.becomes(fact.subject(), fact.day(), new Goal(task, figure, figure, false, null));
        } else if (goal != null) {
            switch (what) {
                case "approved" ->
                    goals.becomes(
                            fact.subject(),
                            fact.stated("approvedOn"),
                            new Goal(goal.task, goal.approved, goal.figure, true, null));
                case "revised" ->
                    goals.becomes(
                            fact.subject(),
                            fact.stated("revisedOn"),
                            new Goal(goal.task, goal.approved, fact.data().path("figure"), goal.counts, goal.endedOn));
                case "closed" -> {
                    var on = fact.stated("closedOn");
                    boolean early = fact.data().path("early").asBoolean();
                    goals.becomes(
                            fact.subject(),
                            on,
                            new Goal(goal.task, goal.approved, goal.figure, goal.counts, early ? on : null));
                }
                default -> {}
            }
        }
    }

    /** One for each month, or for each part of a mix in it; of nothing that begins after the target was closed. */
    private static List<Row> rows(Goal goal) {
        var rows = new ArrayList<Row>();
        var first = goal.day("from");
        var last = goal.day("to");
        boolean isLong = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) >= MOST_MONTHS;
        for (var begins = first; !begins.isAfter(last); ) {
            var ends = isLong ? last : YearMonth.from(begins).atEndOfMonth();
            ends = ends.isAfter(last) ? last : ends;
            if (goal.endedOn == null || !begins.isAfter(goal.endedOn)) {
                var mix = goal.figure.path("mix");
                if (mix.isArray()) {
                    for (int part = 0; part < mix.size(); part++) {
                        rows.add(told(goal, begins));
                    }
                } else {
                    rows.add(row(goal, begins, part(first, last, begins, ends)));
                }
            }
            begins = ends.plusDays(1);
        }
        return rows;
    }

    /** What of a whole lies in some of its days, at so many decimals. */
    private interface Spread {
        BigDecimal of(BigDecimal whole, int decimals);
    }

    private static Spread part(LocalDate first, LocalDate last, LocalDate begins, LocalDate ends) {
        var all = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last) + 1);
        var before = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, begins));
        var upTo = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, ends) + 1);
        return (whole, decimals) -> whole.multiply(upTo)
                .divide(all, decimals, RoundingMode.HALF_UP)
                .subtract(whole.multiply(before).divide(all, decimals, RoundingMode.HALF_UP));
    }

    private static Row told(Goal goal, LocalDate begins) {
        return new Row()
                .told("owner", goal.task.path("accountable").asString())
                .told("level", goal.task.path("level").asString())
                .told("metric", goal.task.path("metric").asString())
                .toldPeriods(begins);
    }

    private static Row row(Goal goal, LocalDate begins, Spread part) {
        var amount = amount(goal.figure, part);
        var approved = amount(goal.approved, part);
        var units = goal.figure.path("unit").isMissingNode()
                ? null
                : part.of(new BigDecimal(goal.figure.path("value").asString()), QUANTITY_DECIMALS);
        var row = told(goal, begins).of(amount == null ? approved : amount);
        for (var level : LEVELS) {
            var name = level.toLowerCase(java.util.Locale.ROOT);
            row.adds(name + "_target", amount == null ? null : amount.amount(), goal.of("REVENUE", level), null)
                    .adds(
                            name + "_target_original",
                            approved == null ? null : approved.amount(),
                            goal.of("REVENUE", level),
                            null)
                    .adds(
                            name + "_collection_target",
                            amount == null ? null : amount.amount(),
                            goal.of("COLLECTIONS", level),
                            null)
                    .adds(name + "_quantity_target", units, goal.of("QUANTITY", level), null);
        }
        return row;
    }

    private static @Nullable Sum amount(JsonNode figure, Spread part) {
        var whole = Sum.of(figure.path("amount"));
        return whole == null
                ? null
                : new Sum(
                        part.of(
                                whole.amount(),
                                Math.max(
                                        0,
                                        Currency.getInstance(whole.currency()).getDefaultFractionDigits())),
                        whole.currency());
    }
}
