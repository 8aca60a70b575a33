package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.store.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Statements over the rows of a dataset: for what no rollup has, for what is no sum, and for what was known once. */
final class RowFigures<R> {
    private final Query query;
    private final Measures<R> measures;
    private final Tables tables;
    private final List<Bucket.Span> spans;
    private final Lookup lookup;

    RowFigures(Query query, Measures<R> measures, Tables tables, List<Bucket.Span> spans, Lookup lookup) {
        this.query = query;
        this.measures = measures;
        this.tables = tables;
        this.spans = spans;
        this.lookup = lookup;
    }

    Reading.Statement ofSums(List<Measure.Summed<R>> sums, boolean stock) {
        var columns = new ArrayList<String>();
        var figures = new StringBuilder();
        for (var sum : sums) {
            String counted = Counted.counts(sum);
            String share = "c." + Tables.share(sum.name());
            String known = "c." + Tables.shareKnown(sum);
            for (String column : Tables.sums(sum)) {
                columns.add(column);
                figures.append(
                        switch (column.charAt(0)) {
                            case 'k' ->
                                ", count(%s) filter (where %s and %s) as %s".formatted(share, counted, known, column);
                            case 'n' -> ", count(%s) filter (where %s) as %s".formatted(share, counted, column);
                            default ->
                                ", coalesce(sum(%s) filter (where %s%s), 0) as %s"
                                        .formatted(
                                                share,
                                                counted,
                                                sum.value().known() == null ? "" : " and " + known,
                                                column);
                        });
            }
        }
        var sql = new Sql()
                .add("select b.part%s%s from ".formatted(selected(), figures))
                .add(rows(stock));
        lookup.join(sql, query);
        lookup.filter(sql, " where ", query);
        grouped(sql);
        return new Reading.Statement(sql, columns, false);
    }

    Reading.Statement ofDistinct(List<Measure.Distinct<R>> distinct) {
        String figures = distinct.stream()
                .map(one -> ", count(distinct c.%s) filter (where %s)"
                        .formatted(one.of() == null ? "id" : one.of(), Counted.counts(one)))
                .collect(Collectors.joining());
        var sql = new Sql()
                .add("select b.part%s%s from ".formatted(selected(), figures))
                .add(rows(false));
        lookup.join(sql, query);
        lookup.filter(sql, " where ", query);
        grouped(sql);
        return new Reading.Statement(
                sql, distinct.stream().map(one -> Tables.share(one.name())).toList(), false);
    }

    Reading.Statement ofDays(Measure.Days<R> of) {
        String days = Counted.days(of);
        String figures = of.statistics().stream()
                .map(statistic -> switch (statistic) {
                    case MEDIAN -> ", percentile_cont(0.5) within group (order by %s)::numeric".formatted(days);
                    case P90 -> ", percentile_disc(0.9) within group (order by %s)::numeric".formatted(days);
                    case AVERAGE -> ", avg(%s)".formatted(days);
                    case MAX -> ", max(%s)".formatted(days);
                })
                .collect(Collectors.joining());
        var sql = new Sql()
                .add("select b.part%s%s from ".formatted(selected(), figures))
                .add(rows(of.of() != Measure.Days.Of.SPAN));
        lookup.join(sql, query);
        sql.add(" where " + Counted.counts(of));
        lookup.filter(sql, " and ", query);
        grouped(sql);
        return new Reading.Statement(
                sql,
                of.statistics().stream()
                        .map(statistic -> of.name() + statistic.suffix())
                        .toList(),
                true);
    }

    /** Rows as they stood at the end of each part, or as they are now, whatever day something happened on. */
    private Sql rows(boolean standing) {
        var numbers = new ArrayList<Integer>();
        var begins = new ArrayList<LocalDate>();
        var ends = new ArrayList<LocalDate>();
        for (int part = 0; part < spans.size(); part++) {
            numbers.add(part);
            begins.add(spans.get(part).from());
            ends.add(spans.get(part).to());
        }
        return new Sql()
                .add("unnest(")
                .array("int4", numbers)
                .add(", ")
                .array("date", begins)
                .add(", ")
                .array("date", ends)
                .add(") b(part, begins, ends) join %s c on %s and "
                        .formatted(
                                tables.history(measures.dataset()),
                                standing
                                        ? "c.valid_from <= b.ends and c.valid_to > b.ends"
                                        : "c.valid_to = " + Tables.OPEN))
                .add(Moment.believed("c", query.knownAt()));
    }

    private void grouped(Sql sql) {
        sql.add(" group by b.part");
        keys().forEach(key -> sql.add(", " + lookup.expression(key)));
    }

    private String selected() {
        return keys().stream().map(key -> ", " + lookup.expression(key)).collect(Collectors.joining());
    }

    private List<String> keys() {
        return Reading.keys(query);
    }
}
