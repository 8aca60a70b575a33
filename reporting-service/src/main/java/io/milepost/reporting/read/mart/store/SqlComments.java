package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import java.util.List;
import java.util.stream.Collectors;

/** What views and columns say of themselves, in both languages. */
final class SqlComments {
    private SqlComments() {}

    static String said(Label label) {
        return label.en() + " · " + label.zh();
    }

    static String meant(Measure.Summed<?> sum) {
        if (!sum.isStock()) {
            return "sum of a period is over the rows whose %s is in it".formatted(sum.dayColumn());
        }
        return "sum over rows of one day, never over days"
                + (sum.dayColumn() == null ? "" : "; counts from %s on".formatted(sum.dayColumn()));
    }

    /** What no row has a share of, and how it is computed. */
    static <R> String computed(Measures<R> of) {
        return of.all().stream()
                .map(measure -> switch (measure) {
                    case Measure.Ratio<R> ratio ->
                        "; %s (%s) = %s / (%s)"
                                .formatted(ratio.name(), said(ratio.label()), plus(ratio.part()), plus(ratio.whole()));
                    case Measure.Net<R> net ->
                        "; %s (%s) = %s - (%s)"
                                .formatted(net.name(), said(net.label()), plus(net.plus()), plus(net.minus()));
                    case Measure.Opening<R> opening ->
                        "; %s (%s) = %s at the end of the day before the period"
                                .formatted(opening.name(), said(opening.label()), opening.of());
                    case Measure.Distinct<R> distinct ->
                        "; %s (%s) = count(distinct %s) of the rows whose %s is in the period"
                                .formatted(
                                        distinct.name(),
                                        said(distinct.label()),
                                        distinct.of() == null ? of.dataset().id() : distinct.of(),
                                        distinct.dayColumn());
                    case Measure.Days<R> _, Measure.Summed<R> _ -> "";
                })
                .collect(Collectors.joining());
    }

    private static String plus(List<String> names) {
        return String.join(" + ", names);
    }
}
