package io.milepost.suite.year;

import io.milepost.suite.year.Figure.Days;
import io.milepost.suite.year.Figure.Distinct;
import io.milepost.suite.year.Figure.Flow;
import io.milepost.suite.year.Figure.How;
import io.milepost.suite.year.Figure.Net;
import io.milepost.suite.year.Figure.Opening;
import io.milepost.suite.year.Figure.Rate;
import io.milepost.suite.year.Figure.Share;
import io.milepost.suite.year.Figure.Statistic;
import io.milepost.suite.year.Figure.Stock;
import io.milepost.suite.year.Figure.Total;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A report as its readers know it: what its figures are, and what they are told apart by.
 *
 * @param period whether it is of a period, and not of a day
 * @param parts rows of datasets that stand beside each other
 * @param across figures of the figures of a row
 */
public record Report(String name, boolean period, List<Part> parts, Map<String, Figure> across, List<String> by) {

    /**
     * What is counted of the rows of one dataset, whose name is also that in SQL.
     *
     * @param only which rows count at all; null where all do
     */
    public record Part(
            String dataset,
            Function<List<Fact>, List<Line>> fold,
            Map<String, Figure> figures,
            @Nullable Only only) {

        public List<String> sums(boolean stocks) {
            return figures.entrySet().stream()
                    .filter(one -> one.getValue().isSum() && stocks == one.getValue() instanceof Stock)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** A condition, in the words of each road. */
    public record Only(Predicate<Row> rows, String sql, String odata) {
        static Only telling(String name) {
            return new Only(row -> row.told.containsKey(name), name + " is not null", name + " ne null");
        }
    }

    /** Sums that figures are made of, and which are not shown themselves. */
    static final Map<String, Figure> BEHIND = Map.ofEntries(
            Map.entry("won_of_new", new Flow(false)),
            Map.entry("contracts_of_subscriptions", new Flow(false)),
            Map.entry("open_due", new Stock(true)),
            Map.entry("overdue_over_30", new Stock(true)),
            Map.entry("overdue_over_60", new Stock(true)),
            Map.entry("overdue_over_90", new Stock(true)),
            Map.entry("came_in", new Flow(true)),
            Map.entry("refunded", new Flow(true)),
            Map.entry("reversed", new Flow(true)),
            Map.entry("days_to_close", new Stock(false)),
            Map.entry("points", new Stock(false)));

    /** Looked up by what a row tells, as on the last day that is asked about. */
    static final Set<String> LOOKED_UP = Set.of("team", "region", "business_unit", "mode");

    /** Those that can be asked. */
    public static List<Report> all() {
        return Reports.ALL;
    }

    static Report of(String name, boolean period, List<String> by) {
        return new Report(name, period, List.of(), Map.of(), by);
    }

    /** Whether its rows are of one currency each. */
    public boolean isMoney() {
        return parts.stream().anyMatch(part -> part.figures().values().stream().anyMatch(Figure::isMoney));
    }

    /** All of them, in the order in which each is computed. */
    public Map<String, Figure> figures() {
        var figures = new LinkedHashMap<String, Figure>();
        parts.forEach(part -> figures.putAll(part.figures()));
        figures.putAll(across);
        return figures;
    }

    /** Those that are sums of rows, and so stand in SQL under their names. */
    public List<String> summed() {
        return parts.stream()
                .flatMap(part -> part.figures().entrySet().stream())
                .filter(one -> one.getValue().isSum())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Rows of another dataset, of which the figures are that follow. */
    Report rowsOf(String dataset, Function<List<Fact>, List<Line>> fold, @Nullable Only only) {
        var more = new ArrayList<>(parts);
        more.add(new Part(dataset, fold, Map.of(), only));
        return new Report(name, period, List.copyOf(more), across, by);
    }

    Report stocks(String... names) {
        return with(new Stock(false), names);
    }

    Report amounts(String... names) {
        return with(new Stock(true), names);
    }

    Report flows(String... names) {
        return with(new Flow(false), names);
    }

    Report sums(String... names) {
        return with(new Flow(true), names);
    }

    Report once(String... names) {
        return with(new Distinct(), names);
    }

    Report opening(String named, String of, boolean money) {
        return with(new Opening(of, money), named);
    }

    Report days(String of, How how, Statistic... statistics) {
        var report = this;
        for (var statistic : statistics) {
            report = report.with(
                    new Days(of, how, statistic), of + "_" + statistic.name().toLowerCase(java.util.Locale.ROOT));
        }
        return report;
    }

    Report rate(String named, String part, String... whole) {
        return with(new Rate(part, List.of(whole)), named);
    }

    Report net(String named, List<String> plus, List<String> minus) {
        return with(new Net(plus, minus), named);
    }

    Report total(String named, String... names) {
        return across(named, new Total(List.of(names)));
    }

    Report share(String named, List<String> part, List<String> whole) {
        return across(named, new Share(part, whole));
    }

    private Report across(String named, Figure figure) {
        var more = new LinkedHashMap<>(across);
        more.put(named, figure);
        return new Report(name, period, parts, more, by);
    }

    private Report with(Figure figure, String... names) {
        var last = parts.getLast();
        var more = new LinkedHashMap<>(last.figures());
        for (var one : names) {
            more.put(one, figure);
        }
        var all = new ArrayList<>(parts);
        all.set(all.size() - 1, new Part(last.dataset(), last.fold(), more, last.only()));
        return new Report(name, period, List.copyOf(all), across, by);
    }
}
