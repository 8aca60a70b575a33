package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.store.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that count in a figure.
 *
 * @param sums that the figure is made of
 * @param row the figure itself, where it is read from rows and is no sum
 * @param from the first day on which something that happens counts
 */
record Counted(List<Measure.Summed<?>> sums, @Nullable Measure<?> row, LocalDate from) {
    Counted {
        sums = List.copyOf(sums);
    }

    static Counted in(Measures<?> of, String measure, LocalDate from) {
        List<Measure.Summed<?>> sums = new ArrayList<>(Declarations.shown(of, List.of(measure)));
        // Of a share of subjects that did something, the rows are those of its whole.
        String named = sums.isEmpty() && of.measure(measure).orElseThrow() instanceof Measure.Ratio<?> ratio
                ? ratio.whole().getFirst()
                : measure;
        var row = of.ofRows().stream()
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElse(null);
        return new Counted(row == null ? sums : List.of(), row, from);
    }

    /** Whether it happened, so that rows count as they are now and not as they stood on a day. */
    boolean isFlow() {
        return switch (row) {
            case Measure.Distinct<?> _ -> true;
            case Measure.Days<?> days -> days.of() == Measure.Days.Of.SPAN;
            case null, default -> sums.stream().anyMatch(sum -> !sum.isStock());
        };
    }

    /** Whether a row's share in a sum counts in the days from {@code b.begins} to {@code b.ends}. */
    static String counts(Measure.Summed<?> sum) {
        String day = "c." + Tables.shareDay(sum);
        if (!sum.isStock()) {
            return "%s between b.begins and b.ends".formatted(day);
        }
        return sum.value().since() == null ? "true" : "(%1$s is null or %1$s <= b.ends)".formatted(day);
    }

    /** The days that a row tells. */
    static String days(Measure.Days<?> of) {
        String from = "c." + Tables.shareDay(of);
        return switch (of.of()) {
            case AGE -> "b.ends - " + from;
            case SLIP -> "coalesce(c.%s, b.ends) - %s".formatted(Tables.shareUntil(of), from);
            case SPAN -> "c.%s - %s".formatted(Tables.shareUntil(of), from);
        };
    }

    /** Whether a row tells days at all. */
    static String counts(Measure.Days<?> of) {
        String from = "c." + Tables.shareDay(of);
        return from + " is not null"
                + switch (of.of()) {
                    case AGE -> "";
                    case SLIP -> " and (c.%s is not null or %s < b.ends)".formatted(Tables.shareUntil(of), from);
                    case SPAN -> " and c.%s between b.begins and b.ends".formatted(Tables.shareUntil(of));
                };
    }

    static String counts(Measure.Distinct<?> of) {
        return "c.%s between b.begins and b.ends".formatted(Tables.shareDay(of));
    }

    /** What each row has of it follows its own columns; a subject that is counted once has nothing to add up. */
    String selected() {
        return switch (row) {
            case Measure.Days<?> of -> ", " + days(of);
            case Measure.Distinct<?> _ -> "";
            case null, default ->
                sums.stream()
                        .map(sum -> ", case when %s%s then c.%s end"
                                .formatted(
                                        counts(sum),
                                        sum.value().known() == null ? "" : " and c." + Tables.shareKnown(sum),
                                        Tables.share(sum.name())))
                        .collect(Collectors.joining());
        };
    }

    String condition() {
        return switch (row) {
            case Measure.Days<?> of -> counts(of);
            case Measure.Distinct<?> of -> counts(of);
            case null, default ->
                sums.stream()
                        .map(sum -> "c.%s is not null and %s".formatted(Tables.share(sum.name()), counts(sum)))
                        .collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    List<Column> columns() {
        return switch (row) {
            case Measure.Days<?> of ->
                List.of(new Column(
                        of.name(), Column.Type.INTEGER, null, Column.Unit.DAYS, Column.Additivity.NONE, of.label()));
            case Measure.Distinct<?> _ -> List.of();
            case null, default ->
                sums.stream().map(sum -> Columns.figure(sum, sum)).toList();
        };
    }
}
