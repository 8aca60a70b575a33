package io.milepost.reporting.read.mart.declare;

import io.milepost.reporting.read.mart.filter.Filter;
import io.milepost.reporting.read.mart.filter.FilterException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * @param beside reports of other datasets, told apart by the same names and asked the same, whose figures stand in the same rows
 * @param across what is computed of figures of a row, whichever report they are of
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
        boolean kept,
        List<Report> beside,
        List<Across> across) {

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

    /**
     * Figures of one row together, or as a share of others together. Of figures of one currency, or of none.
     *
     * @param whole what they are a share of; empty for their sum
     * @param among null, or the name by which rows are told apart of which a figure is a share of what it is of them all
     */
    public record Across(
            String name,
            Label label,
            List<String> part,
            List<String> whole,
            @Nullable String among) {
        public Across {
            part = List.copyOf(part);
            whole = List.copyOf(whole);
        }
    }

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
        beside = List.copyOf(beside);
        across = List.copyOf(across);
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
                    true,
                    List.of(),
                    List.of());
        }
    }

    public Report by(String... dimensions) {
        return new Report(
                name, label, measures, names, List.of(dimensions), where, over, defaults, chart, kept, beside, across);
    }

    public Report where(String filter) {
        return new Report(name, label, measures, names, by, filter, over, defaults, chart, kept, beside, across);
    }

    public Report over(Default period) {
        Over now = period == Default.TODAY ? Over.DAY : Over.PERIOD;
        return new Report(name, label, measures, names, by, where, now, period, chart, kept, beside, across);
    }

    public Report chart(Form form, String measure) {
        var drawn = new Chart(form, measure);
        return new Report(name, label, measures, names, by, where, over, defaults, drawn, kept, beside, across);
    }

    /** No sums are kept for it. */
    public Report ofRows() {
        return new Report(name, label, measures, names, by, where, over, defaults, chart, false, beside, across);
    }

    /** Figures of another dataset in the same rows, of those of its rows that a filter lets through; null for all. */
    public Report beside(Measures<?> others, @Nullable String filter, String... figures) {
        var more = new ArrayList<>(beside);
        more.add(new Report(
                name, label, others, List.of(figures), by, filter, over, defaults, null, kept, List.of(), List.of()));
        return new Report(name, label, measures, names, by, where, over, defaults, chart, kept, more, across);
    }

    /** Figures of a row together. */
    public Report total(String column, String says, List<String> of) {
        return with(new Across(column, Label.of(says), of, List.of(), null));
    }

    /** Figures of a row as a share of others. */
    public Report share(String column, String says, List<String> of, List<String> in) {
        return with(new Across(column, Label.of(says), of, in, null));
    }

    /** A figure of a row as a share of the same of all rows that differ from it in this alone; not known where they are not told apart by it. */
    public Report portion(String column, String says, String of, String among) {
        return with(new Across(column, Label.of(says), List.of(of), List.of(of), among));
    }

    private Report with(Across next) {
        var more = new ArrayList<>(across);
        more.add(next);
        return new Report(name, label, measures, names, by, where, over, defaults, chart, kept, beside, more);
    }

    /** Some of its figures, alone. */
    public Report showing(List<String> some) {
        return new Report(name, label, measures, some, by, where, over, defaults, null, kept, List.of(), List.of());
    }

    /** It alone, and those beside it. */
    public List<Report> parts() {
        var parts = new ArrayList<Report>();
        parts.add(this);
        parts.addAll(beside);
        return parts;
    }

    /** The services that say what its figures are of. */
    public Set<String> sources() {
        var sources = new LinkedHashSet<String>();
        parts().forEach(part -> sources.addAll(part.measures().dataset().sources()));
        return sources;
    }

    /** What all its datasets are told apart by. */
    public List<String> groupings() {
        var names = new ArrayList<>(measures.dataset().groupings());
        beside.forEach(part -> names.retainAll(part.measures().dataset().groupings()));
        return names;
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
            if (!groupings().contains(dimension) && !PARTS.contains(dimension)) {
                throw wrong("%s cannot be told apart by %s"
                        .formatted(measures.dataset().name(), dimension));
            }
        }
        beside.forEach(Report::check);
        checkAcross();
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

    private void checkAcross() {
        var figures = new HashSet<String>();
        var sums = new HashSet<String>();
        var shares = new HashSet<String>();
        var counts = new HashSet<String>();
        for (var part : parts()) {
            for (String figure : part.names) {
                if (!figures.add(figure)) {
                    throw wrong("two of its figures are named " + figure);
                }
                switch (part.measures.measure(figure).orElse(null)) {
                    case Measure.Summed<?> sum -> sums.add(sum.name());
                    case Measure.Net<?> net -> sums.add(net.name());
                    case Measure.Ratio<?> ratio -> shares.add(ratio.name());
                    case Measure.Distinct<?> distinct -> counts.add(distinct.name());
                    case null, default -> {}
                }
            }
        }
        for (var one : across) {
            Names.column(one.name());
            if (!figures.add(one.name()) || one.part().isEmpty()) {
                throw wrong("%s is taken, or of nothing".formatted(one.name()));
            }
            // An average can be held against another one, and never be added.
            var known = new HashSet<>(sums);
            known.addAll(one.whole().isEmpty() ? Set.of() : shares);
            known.addAll(one.among() == null ? Set.of() : counts);
            if (!known.containsAll(one.part()) || !known.containsAll(one.whole())) {
                throw wrong("%s is of sums that it shows".formatted(one.name()));
            }
            if (one.among() != null && !groupings().contains(one.among())) {
                throw wrong(
                        "%s is among rows by %s, by which they are not told apart".formatted(one.name(), one.among()));
            }
            (one.whole().isEmpty() ? sums : shares).add(one.name());
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
