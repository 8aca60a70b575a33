package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Rollup;
import io.milepost.reporting.read.mart.store.Days;
import io.milepost.reporting.read.mart.store.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that answer a question: sums out of the smallest rollup that has them, else out of the rows. Each gives the number of
 * the part of the period, what rows are told apart by, and sums.
 */
final class Reading<R> {
    private final Query query;
    private final Measures<R> measures;
    private final Tables tables;
    private final List<Rollup<R>> rollups;
    private final List<Bucket.Span> spans;
    private final Lookup lookup;
    private final RowFigures<R> rows;

    /**
     * One statement, and the names of its columns behind those that tell rows apart.
     *
     * @param ofDays whether it says something of days, of which 0 is not the same as none
     */
    record Statement(Sql sql, List<String> columns, boolean ofDays) {}

    Reading(Query query, Measures<R> measures, Declarations declarations, Tables tables) {
        this(query, measures, tables, declarations.rollups(measures), query.spans());
    }

    /** @param spans in place of the question's own parts */
    Reading(Query query, Measures<R> measures, Tables tables, List<Rollup<R>> rollups, List<Bucket.Span> spans) {
        this.query = query;
        this.measures = measures;
        this.tables = tables;
        this.rollups = rollups;
        this.spans = spans;
        this.lookup = new Lookup(measures.dataset(), tables);
        this.rows = new RowFigures<>(query, measures, tables, spans, lookup);
    }

    List<String> keys() {
        return keys(query);
    }

    /** What rows are told apart by in every statement. */
    static List<String> keys(Query query) {
        var keys = new ArrayList<>(
                query.by().stream().filter(name -> !name.equals("currency")).toList());
        if (Columns.hasCurrency(query)) {
            keys.add("currency");
        }
        return keys;
    }

    List<Statement> statements() {
        var behind = Declarations.behind(measures, query.report().names());
        var statements = new ArrayList<Statement>();
        for (boolean stock : List.of(true, false)) {
            var sums = new ArrayList<Measure.Summed<R>>();
            for (var measure : behind) {
                if (measure instanceof Measure.Summed<R> sum && sum.isStock() == stock) {
                    sums.add(sum);
                }
            }
            statements.addAll(ofSums(sums, stock));
        }
        var distinct = new ArrayList<Measure.Distinct<R>>();
        for (var measure : behind) {
            switch (measure) {
                case Measure.Opening<R> opening -> statements.addAll(ofOpening(opening));
                case Measure.Distinct<R> one -> distinct.add(one);
                case Measure.Days<R> days -> statements.add(rows.ofDays(days));
                case Measure.Summed<R> _, Measure.Ratio<R> _, Measure.Net<R> _ -> {}
            }
        }
        if (!distinct.isEmpty()) {
            statements.add(rows.ofDistinct(distinct));
        }
        return statements;
    }

    private List<Statement> ofSums(List<Measure.Summed<R>> sums, boolean stock) {
        if (sums.isEmpty()) {
            return List.of();
        }
        var rollup = rollup(sums);
        return List.of(rollup == null ? rows.ofSums(sums, stock) : ofRollup(sums, rollup, stock));
    }

    /** The stock that it is of, at the end of the day before each part; its columns are under the opening's own name. */
    private List<Statement> ofOpening(Measure.Opening<R> opening) {
        var before = new Reading<>(
                query,
                measures,
                tables,
                rollups,
                spans.stream()
                        .map(span -> new Bucket.Span(
                                span.label(),
                                span.from().minusDays(1),
                                span.from().minusDays(1)))
                        .toList());
        var stock = List.copyOf(Declarations.shown(measures, List.of(opening.of())));
        return before.ofSums(stock, true).stream()
                .map(of -> new Statement(of.sql(), Tables.sums(stock.getFirst(), opening.name()), false))
                .toList();
    }

    /** Null where none has them all; and sums are of what is believed now, whatever was believed once. */
    private @Nullable Rollup<R> rollup(List<Measure.Summed<R>> sums) {
        if (query.knownAt() != null) {
            return null;
        }
        Set<String> needed = new LinkedHashSet<>(query.by());
        if (query.where() != null) {
            needed.addAll(query.where().columns());
        }
        needed.remove("currency");
        needed.addAll(measures.dataset().otherwise(Set.copyOf(needed)));
        var stored = needed.stream()
                .map(name -> measures.dataset().storedFor(name).orElse(name))
                .collect(Collectors.toSet());
        return rollups.stream()
                .filter(rollup -> rollup.covers(sums, stored))
                .min(java.util.Comparator.comparingInt(
                        rollup -> rollup.dimensions().size()))
                .orElse(null);
    }

    private Statement ofRollup(List<Measure.Summed<R>> sums, Rollup<R> rollup, boolean stock) {
        var columns = sums.stream().flatMap(sum -> Tables.sums(sum).stream()).toList();
        var parts = new ArrayList<Integer>();
        var slots = new ArrayList<Integer>();
        for (int part = 0; part < spans.size(); part++) {
            var span = spans.get(part);
            for (int slot : stock ? Days.standingOn(span.to()) : Days.between(span.from(), span.to())) {
                parts.add(part);
                slots.add(slot);
            }
        }
        var dataset = measures.dataset();
        String cells = keys().stream()
                .map(key -> ", %s as %s".formatted(lookup.expression(key), key))
                .collect(Collectors.joining());
        String told = keys().stream().map(key -> ", c." + key).collect(Collectors.joining());
        String figures = columns.stream()
                .map(column -> ", sum(s.%1$s) as %1$s".formatted(column))
                .collect(Collectors.joining());
        String table = stock ? tables.stocks(dataset, rollup) : tables.flows(dataset, rollup);
        var sql = new Sql().add("select s.part%s%s from (".formatted(told, figures));
        if (spans.size() == 1) {
            // What a cell has in several sums is added up before anything is looked up for it.
            sql.add("select 0 as part, s.cell%s from %s s where s.slot = any (".formatted(figures, table))
                    .array("int4", slots)
                    .add(") group by s.cell");
        } else {
            sql.add("select b.part, s.cell%s from %s s join unnest(".formatted(named(columns), table))
                    .array("int4", parts)
                    .add(", ")
                    .array("int4", slots)
                    .add(") b(part, slot) on s.slot = b.slot");
        }
        sql.add(") s join (select c.id%s from %s c".formatted(cells, tables.cells(dataset, rollup)));
        lookup.join(sql, query);
        lookup.filter(sql, " where ", query);
        sql.add(") c on c.id = s.cell group by s.part" + told);
        return new Statement(sql, columns, false);
    }

    private static String named(List<String> columns) {
        return columns.stream().map(column -> ", s." + column).collect(Collectors.joining());
    }
}
