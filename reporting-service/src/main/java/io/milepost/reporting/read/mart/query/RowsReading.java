package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.query.Column.Additivity;
import io.milepost.reporting.read.mart.query.Column.Unit;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
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

    private final Mart mart;
    private final Tables tables;

    public RowsReading(Mart mart, Tables tables) {
        this.mart = mart;
        this.tables = tables;
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null after the last
     */
    public record Page(
            List<Column> columns,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {

        public Page {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    public Page page(RowsQuery query) {
        var dataset = query.of().dataset();
        var columns = columns(query);
        return mart.read(connection -> {
            Moment.check(
                    query.knownAt(),
                    Positions.reached(connection, tables)
                            .getOrDefault(dataset.fold().source(), Map.of()));
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            try (var statement = sql(query, dataset).prepare(connection);
                    var found = statement.executeQuery()) {
                while (found.next()) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    for (int at = 0; at < columns.size(); at++) {
                        Object value = found.getObject(at + 1);
                        row.put(columns.get(at).name(), value instanceof java.sql.Date day ? day.toLocalDate() : value);
                    }
                    scaled(columns, row);
                    rows.add(Collections.unmodifiableMap(row));
                }
            }
            boolean more = rows.size() > query.limit();
            var page = more ? rows.subList(0, query.limit()) : rows;
            return new Page(columns, page, more && query.orderBy().isEmpty() ? place(dataset, page.getLast()) : null);
        });
    }

    private static void scaled(List<Column> columns, Map<String, @Nullable Object> row) {
        for (var column : columns) {
            if (column.type() == Column.Type.INTEGER && row.get(column.name()) instanceof BigDecimal number) {
                row.put(column.name(), number.toBigIntegerExact());
            }
        }
        if (row.get("currency") instanceof String currency) {
            int scale = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            for (var column : columns) {
                if (column.unit() == Unit.CURRENCY && row.get(column.name()) instanceof BigDecimal amount) {
                    row.put(column.name(), amount.setScale(scale, RoundingMode.UNNECESSARY));
                }
            }
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
                .add(query.counted() == null ? "" : query.counted().selected())
                .add(" from %s c cross join (select ".formatted(tables.history(dataset)))
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
            sql.add(" and ").add(new Conditions(dataset).sql(query.where(), lookups::expression));
        }
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
        return sql.add(" order by %sc.id, c.part limit %d".formatted(order, query.limit() + 1));
    }

    private static String expression(String column, Dataset<?, ?> dataset, Lookup lookups) {
        return column.equals(dataset.id()) ? "c.id" : lookups.expression(column);
    }

    private static List<Column> columns(RowsQuery query) {
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
