package io.milepost.reporting.read.mart.declare;

import io.milepost.reporting.read.mart.filter.Filter;
import io.milepost.reporting.read.mart.filter.FilterException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one dataset that belong together.
 *
 * @param names of the measures, in the order of the columns
 * @param by what it is told apart by unless somebody asks otherwise
 * @param where which rows it is about, in the filter language; null for all
 * @param over whether it is about a day or about a period
 * @param chart how the page draws it; null for a table alone
 * @param kept whether sums are kept for it; else it is read from the rows, as is right for what has a row for each subject
 */
public record Report(
        String name,
        Label label,
        Measures<?> measures,
        List<String> names,
        List<String> by,
        @Nullable String where,
        Over over,
        Default defaults,
        @Nullable Chart chart,
        boolean kept) {

    /** What a report is about. */
    public enum Over {
        DAY,
        PERIOD
    }

    /** Which day or period is meant when none is named. */
    public enum Default {
        TODAY,
        THIS_MONTH,
        THIS_QUARTER,
        THIS_YEAR
    }

    /** How the page draws one measure of it. */
    public record Chart(Form form, String measure) {}

    /** Forms of a chart. */
    public enum Form {
        BARS,
        LINE
    }

    /** Into which a period can be parted. */
    private static final Set<String> PARTS = Set.of("month", "quarter", "year");

    public Report {
        names = List.copyOf(names);
        by = List.copyOf(by);
    }

    /** The beginning of a report. */
    public static Named report(String name, String label) {
        return new Named(name, label);
    }

    /** A report of which nothing but the name is said. */
    public record Named(String name, String label) {

        public Report of(Measures<?> measures, String... names) {
            return new Report(
                    name,
                    Label.of(label),
                    measures,
                    List.of(names),
                    List.of(),
                    null,
                    Over.DAY,
                    Default.TODAY,
                    null,
                    true);
        }
    }

    public Report by(String... dimensions) {
        return new Report(name, label, measures, names, List.of(dimensions), where, over, defaults, chart, kept);
    }

    public Report where(String filter) {
        return new Report(name, label, measures, names, by, filter, over, defaults, chart, kept);
    }

    public Report over(Default period) {
        Over now = period == Default.TODAY ? Over.DAY : Over.PERIOD;
        return new Report(name, label, measures, names, by, where, now, period, chart, kept);
    }

    public Report chart(Form form, String measure) {
        return new Report(name, label, measures, names, by, where, over, defaults, new Chart(form, measure), kept);
    }

    /** No sums are kept for it. */
    public Report ofRows() {
        return new Report(name, label, measures, names, by, where, over, defaults, chart, false);
    }

    void check() {
        Names.report(name);
        if (names.isEmpty()) {
            throw wrong("it has no measure");
        }
        for (String measure : names) {
            var found = measures.measure(measure);
            if (found.isEmpty()) {
                throw wrong("there is no measure " + measure);
            }
            if (over == Over.DAY
                    && Declarations.behind(measures, List.of(measure)).stream().anyMatch(Report::needsPeriod)) {
                throw wrong("%s is a flow, or made of one: say over(..) which period".formatted(measure));
            }
        }
        for (String dimension : by) {
            if (measures.dataset().storedFor(dimension).isEmpty() && !PARTS.contains(dimension)) {
                throw wrong("%s cannot be told apart by %s"
                        .formatted(measures.dataset().name(), dimension));
            }
        }
        if (chart != null && !names.contains(chart.measure())) {
            throw wrong("its chart draws %s, which it does not have".formatted(chart.measure()));
        }
        if (where != null) {
            try {
                Filter.parse(where).columns().stream()
                        .filter(column -> measures.dataset().storedFor(column).isEmpty())
                        .findFirst()
                        .ifPresent(column -> {
                            throw wrong("its filter asks for %s, which is no dimension".formatted(column));
                        });
            } catch (FilterException e) {
                throw wrong("its filter does not read: " + e.getMessage());
            }
        }
    }

    private static boolean needsPeriod(Measure<?> measure) {
        return switch (measure) {
            case Measure.Summed<?> sum -> !sum.isStock();
            case Measure.Days<?> days -> days.of() == Measure.Days.Of.SPAN;
            case Measure.Opening<?> _, Measure.Distinct<?> _ -> true;
            case Measure.Ratio<?> _, Measure.Net<?> _ -> false;
        };
    }

    private WrongDeclarationException wrong(String fault) {
        return new WrongDeclarationException("report %s: %s".formatted(name, fault));
    }
}
