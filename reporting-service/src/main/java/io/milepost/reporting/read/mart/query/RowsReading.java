package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.query.Column.Additivity;
import io.milepost.reporting.read.mart.query.Column.Unit;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a page of a dataset's rows as they stood on a day, in the order of their ids. */
public final class RowsReading {
    private static final Label ID = new Label("Id", "编号");
    private static final Label PART = new Label("Part", "分项");
    private static final Label SINCE = new Label("Since", "起始日");
    private static final Label POSITION = new Label("Event position", "事件位置");
    private static final Label CURRENCY = new Label("Currency", "币种");

    /** Rows that are fetched at once. */
    private static final int FETCHED = 1_000;

    private final Mart mart;
    private final Tables tables;

    public RowsReading(Mart mart, Tables tables) {
        this.mart = mart;
        this.tables = tables;
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null after the last, and where the order is another than that of ids
     * @param more whether there is a next one
     * @param total of all pages; null where it was not asked for
     */
    public record Page(
            List<Column> columns,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next,
            boolean more,
            @Nullable Long total) {

        public Page {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    public Page page(RowsQuery query) {
        return page(query, false);
    }

    /**
     * A page, and how many rows there are in all.
     *
     * @param counting whether they are counted, in the same snapshot
     */
    public Page page(RowsQuery query, boolean counting) {
        var dataset = query.of().dataset();
        var columns = columns(query);
        return mart.read(connection -> {
            Moment.check(
                    query.knownAt(),
                    Positions.reached(connection, tables)
                            .getOrDefault(dataset.fold().source(), Map.of()));
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            try (var statement = sql(query, dataset)
                            .add(" limit %d offset %d".formatted(query.limit() + 1, query.skip()))
                            .prepare(connection);
                    var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(RowWalk.row(columns, found));
                }
            }
            boolean more = rows.size() > query.limit();
            var page = more ? rows.subList(0, query.limit()) : rows;
            return new Page(
                    columns,
                    page,
                    more && query.orderBy().isEmpty() ? place(dataset, page.getLast()) : null,
                    more,
                    counting ? count(connection, query) : null);
        });
    }

    /** What becomes of rows that are read one after the other. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * While the snapshot lasts.
         *
         * @param rows gone through once
         * @param position of each source up to which they are
         */
        T read(List<Column> columns, Iterable<Map<String, @Nullable Object>> rows, String position) throws IOException;
    }

    /** All rows, whatever page is asked for, of one snapshot; a few at a time are in memory. */
    public <T> T all(RowsQuery query, Duration patience, Reader<T> reader) {
        var dataset = query.of().dataset();
        var columns = columns(query);
        return mart.read(patience, connection -> {
            var reached = Positions.reached(connection, tables);
            Moment.check(query.knownAt(), reached.getOrDefault(dataset.fold().source(), Map.of()));
            try (var statement = sql(query, dataset).prepare(connection)) {
                statement.setFetchSize(FETCHED);
                try (var found = statement.executeQuery()) {
                    return reader.read(columns, () -> new RowWalk(columns, found), position(dataset, reached));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static String position(Dataset<?, ?> dataset, Map<String, Map<Integer, Long>> reached) {
        return dataset.sources().stream()
                .sorted()
                .map(source -> source + "="
                        + reached.getOrDefault(source, Map.of()).values().stream()
                                .mapToLong(Long::longValue)
                                .max()
                                .orElse(0))
                .collect(Collectors.joining(","));
    }

    /** Of all rows, whatever page is asked for. */
    public long count(RowsQuery query) {
        return mart.read(connection -> {
            Moment.check(
                    query.knownAt(),
                    Positions.reached(connection, tables)
                            .getOrDefault(query.of().dataset().fold().source(), Map.of()));
            return count(connection, query);
        });
    }

    private long count(Connection connection, RowsQuery query) throws SQLException {
        var sql = new Sql().add("select count(*)");
        chosen(sql, query, new Lookup(query.of().dataset(), tables));
        try (var statement = sql.prepare(connection);
                var found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private static String place(Dataset<?, ?> dataset, Map<String, @Nullable Object> row) {
        String part = String.valueOf(row.get("part"));
        return row.get(dataset.id()) + (part.isEmpty() ? "" : "/" + part);
    }

    private Sql sql(RowsQuery query, Dataset<?, ?> dataset) {
        var lookups = new Lookup(dataset, tables);
        var sql = new Sql()
                .add("select c.id, c.part, c.valid_from, c.event_position")
                .add(dataset.groupings().stream()
                        .map(name -> ", " + lookups.expression(name))
                        .collect(Collectors.joining()))
                .add(", c.currency")
                .add(dataset.amounts().stream()
                        .map(amount -> ", c." + amount.column())
                        .collect(Collectors.joining()))
                .add(query.counted() == null ? "" : query.counted().selected());
        chosen(sql, query, lookups);
        if (query.after() != null) {
            sql.add(" and (c.id, c.part) > (")
                    .value("uuid", query.after().id())
                    .add(", ")
                    .value("text", query.after().part())
                    .add(")");
        }
        String order = query.orderBy().stream()
                .map(by -> "%s%s nulls last, "
                        .formatted(expression(by.column(), dataset, lookups), by.descending() ? " desc" : ""))
                .collect(Collectors.joining());
        return sql.add(" order by %sc.id, c.part".formatted(order));
    }

    /** Of what is asked, all rows. */
    private void chosen(Sql sql, RowsQuery query, Lookup lookups) {
        var dataset = query.of().dataset();
        sql.add(" from %s c cross join (select ".formatted(tables.history(dataset)))
                .value(
                        "date",
                        query.counted() == null ? query.asOf() : query.counted().from())
                .add(" as begins, ")
                .value("date", query.asOf())
                .add(" as ends) b");
        lookups.join(sql, List.copyOf(dataset.vias().keySet()), query.asOf(), query.knownAt());
        sql.add(" where ")
                .add(Moment.believed("c", query.knownAt()))
                .add(" and ")
                .add(
                        query.counted() != null && query.counted().isFlow()
                                ? "c.valid_to = " + Tables.OPEN
                                : "c.valid_from <= b.ends and c.valid_to > b.ends");
        if (query.counted() != null) {
            sql.add(" and ").add(query.counted().condition());
        }
        if (query.where() != null) {
            sql.add(" and ")
                    .add(Conditions.ofRows(dataset)
                            .sql(
                                    query.where(),
                                    name -> name.equals(dataset.id()) ? "c.id::text" : lookups.expression(name)));
        }
    }

    private static String expression(String column, Dataset<?, ?> dataset, Lookup lookups) {
        return column.equals(dataset.id()) ? "c.id" : lookups.expression(column);
    }

    static List<Column> columns(RowsQuery query) {
        var columns = new ArrayList<>(columns(query.of().dataset()));
        if (query.counted() != null) {
            columns.addAll(query.counted().columns());
        }
        return columns;
    }

    /** The columns of a row. */
    public static List<Column> columns(Dataset<?, ?> dataset) {
        var columns = new ArrayList<Column>();
        columns.add(key(dataset.id(), Column.Type.TEXT, ID));
        columns.add(key("part", Column.Type.TEXT, PART));
        columns.add(key("valid_from", Column.Type.DATE, SINCE));
        columns.add(key("event_position", Column.Type.INTEGER, POSITION));
        dataset.groupings().forEach(name -> columns.add(Columns.dimension(dataset, name)));
        columns.add(key("currency", Column.Type.TEXT, CURRENCY));
        dataset.amounts()
                .forEach(amount -> columns.add(new Column(
                        amount.column(), Column.Type.DECIMAL, null, Unit.CURRENCY, Additivity.STOCK, amount.label())));
        return columns;
    }

    private static Column key(String name, Column.Type type, Label label) {
        return new Column(name, type, null, null, Additivity.KEY, label);
    }
}
