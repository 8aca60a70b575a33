package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Rollup;
import io.milepost.reporting.read.mart.store.Days;
import io.milepost.reporting.read.mart.store.Tables;
import java.time.LocalDate;
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

    /** One statement, and the names of its columns behind those that tell rows apart. */
    record Statement(Sql sql, List<String> columns) {}

    Reading(Query query, Measures<R> measures, Declarations declarations, Tables tables) {
        this.query = query;
        this.measures = measures;
        this.tables = tables;
        this.rollups = declarations.rollups(measures);
        this.spans = query.spans();
        this.lookup = new Lookup(measures.dataset(), tables);
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
        var shown = Declarations.shown(measures, query.report().names());
        var statements = new ArrayList<Statement>();
        for (boolean stock : List.of(true, false)) {
            var sums = shown.stream().filter(sum -> sum.isStock() == stock).toList();
            if (!sums.isEmpty()) {
                var rollup = rollup(sums);
                statements.add(rollup == null ? ofRows(sums, stock) : ofRollup(sums, rollup, stock));
            }
        }
        measures.ages().stream()
                .filter(age -> query.report().names().contains(age.name()))
                .forEach(age -> statements.add(ofAges(age)));
        return statements;
    }

    private @Nullable Rollup<R> rollup(List<Measure.Summed<R>> sums) {
        Set<String> needed = new LinkedHashSet<>(query.by());
        if (query.where() != null) {
            needed.addAll(query.where().columns());
        }
        needed.remove("currency");
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
        joined(sql);
        filtered(sql, " where ");
        sql.add(") c on c.id = s.cell group by s.part" + told);
        return new Statement(sql, columns);
    }

    private static String named(List<String> columns) {
        return columns.stream().map(column -> ", s." + column).collect(Collectors.joining());
    }

    private Statement ofRows(List<Measure.Summed<R>> sums, boolean stock) {
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
        joined(sql);
        filtered(sql, " where ");
        grouped(sql);
        return new Statement(sql, columns);
    }

    private Statement ofAges(Measure.Age<R> age) {
        var columns = age.statistics().stream()
                .map(statistic -> age.name() + statistic.suffix())
                .toList();
        String days = "b.ends - c." + Tables.shareDay(age);
        String figures = age.statistics().stream()
                .map(statistic -> switch (statistic) {
                    case MEDIAN -> ", percentile_cont(0.5) within group (order by %s)::numeric".formatted(days);
                    case P90 -> ", percentile_disc(0.9) within group (order by %s)::numeric".formatted(days);
                })
                .collect(Collectors.joining());
        var sql = new Sql()
                .add("select b.part%s%s from ".formatted(selected(), figures))
                .add(rows(true));
        joined(sql);
        sql.add(" where c.%s is not null".formatted(Tables.shareDay(age)));
        filtered(sql, " and ");
        grouped(sql);
        return new Statement(sql, columns);
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
                .add(") b(part, begins, ends) join %s c on c.until_position is null and %s"
                        .formatted(
                                tables.history(measures.dataset()),
                                standing
                                        ? "c.valid_from <= b.ends and c.valid_to > b.ends"
                                        : "c.valid_to = " + Tables.OPEN));
    }

    /** What is looked up is as on the last day that is asked about, in every part: so parts can be compared. */
    private void joined(Sql sql) {
        Set<String> names = new LinkedHashSet<>(query.by());
        if (query.where() != null) {
            names.addAll(query.where().columns());
        }
        lookup.join(sql, lookup.neededFor(names), query.to());
    }

    private void filtered(Sql sql, String word) {
        if (query.where() != null) {
            sql.add(word).add(new Conditions(measures.dataset()).sql(query.where(), lookup::expression));
        }
    }

    private void grouped(Sql sql) {
        sql.add(" group by b.part");
        keys().forEach(key -> sql.add(", " + lookup.expression(key)));
    }

    private String selected() {
        return keys().stream().map(key -> ", " + lookup.expression(key)).collect(Collectors.joining());
    }
}
