package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many rows for one statement: an array a column, which PostgreSQL takes apart again. */
public final class Lines {
    private final List<Column> columns;
    private final List<List<@Nullable Object>> values = new ArrayList<>();

    /** A column of a table. */
    public record Column(String name, String type) {}

    public Lines(List<Column> columns) {
        this.columns = List.copyOf(columns);
        columns.forEach(column -> values.add(new ArrayList<>()));
    }

    public void add(List<? extends @Nullable Object> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("%d values for %s".formatted(row.size(), columns));
        }
        for (int at = 0; at < row.size(); at++) {
            values.get(at).add(row.get(at));
        }
    }

    public boolean isEmpty() {
        return values.getFirst().isEmpty();
    }

    public String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** As a table named u. */
    public String table() {
        return "unnest(%s) as u(%s)"
                .formatted(
                        columns.stream()
                                .map(column -> "?::" + column.type() + "[]")
                                .collect(Collectors.joining(", ")),
                        names());
    }

    /** Inserts them as they are. */
    public void insertInto(Connection connection, String table) throws SQLException {
        execute(connection, "insert into %s (%s) select %s from %s".formatted(table, names(), names(), table()));
    }

    /** Inserts those that are not there by the table's key. */
    public void add(Connection connection, String table) throws SQLException {
        execute(
                connection,
                "insert into %s (%s) select %s from %s on conflict do nothing"
                        .formatted(table, names(), names(), table()));
    }

    /** Runs a statement that names {@link #table} once, unless there is nothing to do. */
    public void execute(Connection connection, String sql) throws SQLException {
        if (isEmpty()) {
            return;
        }
        try (PreparedStatement statement = prepare(connection, sql)) {
            statement.execute();
        }
    }

    /** A statement that names {@link #table} once. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int at = 0; at < columns.size(); at++) {
            String type = columns.get(at).type();
            statement.setObject(at + 1, array(connection, type, values.get(at)));
        }
        return statement;
    }

    /** Small numbers go as they are, which costs both sides less than text. The driver takes bytes as bytes only. */
    private static Object array(Connection connection, String type, List<@Nullable Object> many) throws SQLException {
        return switch (type) {
            case "int4" -> many.stream().mapToInt(Integer.class::cast).toArray();
            case "bytea" -> connection.createArrayOf(type, many.toArray(new byte[0][]));
            default -> connection.createArrayOf(type, many.toArray());
        };
    }
}
