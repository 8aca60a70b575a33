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
 * @param age the figure itself, where it tells days
 * @param from the first day on which a flow counts
 */
record Counted(List<Measure.Summed<?>> sums, Measure.@Nullable Age<?> age, LocalDate from) {
    Counted {
        sums = List.copyOf(sums);
    }

    static Counted in(Measures<?> of, String measure, LocalDate from) {
        var age = of.ages().stream()
                .filter(one -> one.name().equals(measure))
                .findFirst()
                .orElse(null);
        return new Counted(
                age == null ? new ArrayList<>(Declarations.shown(of, List.of(measure))) : List.of(), age, from);
    }

    /** Whether it happened, so that rows count as they are now and not as they stood on a day. */
    boolean isFlow() {
        return sums.stream().anyMatch(sum -> !sum.isStock());
    }

    /** Whether a row's share in a sum counts in the days from {@code b.begins} to {@code b.ends}. */
    static String counts(Measure.Summed<?> sum) {
        String day = "c." + Tables.shareDay(sum);
        if (!sum.isStock()) {
            return "%s between b.begins and b.ends".formatted(day);
        }
        return sum.value().since() == null ? "true" : "(%1$s is null or %1$s <= b.ends)".formatted(day);
    }

    /** What each row has of it follows its own columns. */
    String selected() {
        if (age != null) {
            return ", b.ends - c." + Tables.shareDay(age);
        }
        return sums.stream()
                .map(sum -> ", case when %s%s then c.%s end"
                        .formatted(
                                counts(sum),
                                sum.value().known() == null ? "" : " and c." + Tables.shareKnown(sum),
                                Tables.share(sum.name())))
                .collect(Collectors.joining());
    }

    String condition() {
        if (age != null) {
            return "c.%s is not null".formatted(Tables.shareDay(age));
        }
        return sums.stream()
                .map(sum -> "c.%s is not null and %s".formatted(Tables.share(sum.name()), counts(sum)))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    List<Column> columns() {
        if (age != null) {
            return List.of(new Column(
                    age.name(), Column.Type.INTEGER, null, Column.Unit.DAYS, Column.Additivity.NONE, age.label()));
        }
        return sums.stream().map(sum -> Columns.figure(sum, sum)).toList();
    }
}
