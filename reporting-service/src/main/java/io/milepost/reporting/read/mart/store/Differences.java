package io.milepost.reporting.read.mart.store;

import io.milepost.platform.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** In what the tables differ from a fold of the topics. All are counted, some are named. */
public final class Differences {
    /** How many of a dataset are named. */
    public static final int MOST = 50;

    private static final int FETCHED = 1_000;

    private final Map<String, Set<String>> counted = new TreeMap<>();
    private final Map<String, Map<String, Named>> named = new TreeMap<>();

    /**
     * One of them.
     *
     * @param table view, history, reference, aside, or the number of the rollup with cell, stock or flow
     * @param row by what it is told from others of its table
     * @param stored null where nothing is stored
     * @param expected null where nothing should be
     */
    public record Named(
            String table,
            String row,
            @Nullable String stored,
            @Nullable String expected) {}

    /** By dataset, how many rows differ; those that are right are not in it. */
    public Map<String, Integer> counts() {
        return counted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rows -> rows.getValue().size(), (one, _) -> one, TreeMap::new));
    }

    public List<Named> named(String dataset) {
        return List.copyOf(named.getOrDefault(dataset, Map.of()).values());
    }

    /** One row; said of both sides it is one difference. */
    public void add(String dataset, String table, String row, @Nullable String stored, @Nullable String expected) {
        String key = table + " " + row;
        counted.computeIfAbsent(dataset, _ -> new HashSet<>()).add(key);
        var some = named.computeIfAbsent(dataset, _ -> new TreeMap<>());
        var other = some.get(key);
        if (other != null) {
            some.put(
                    key,
                    new Named(
                            table,
                            row,
                            stored == null ? other.stored() : stored,
                            expected == null ? other.expected() : expected));
        } else if (some.size() < MOST) {
            some.put(key, new Named(table, row, stored, expected));
        }
    }

    /**
     * Rows of a table that are not as expected; the database compares, so that a value is compared as it is stored.
     *
     * @param stored selects the same columns
     * @param keys columns by which a row is told from others
     */
    public void compare(
            Connection connection, String dataset, String table, Lines expected, String stored, List<String> keys)
            throws SQLException {
        try (var select = expected.prepare(connection, """
                with e as (select to_jsonb(x) as j from (select %1$s from %2$s) x),
                s as (select to_jsonb(x) as j from (%3$s) x)
                select false, j::text from (select j from e except all select j from s) missing
                union all select true, j::text from (select j from s except all select j from e) surplus
                """.formatted(expected.names(), expected.table(), stored))) {
            select.setFetchSize(FETCHED);
            var rows = select.executeQuery();
            while (rows.next()) {
                var row = Json.lenient().readTree(rows.getString(2));
                var key = new ArrayList<String>();
                keys.forEach(column -> key.add(row.path(column).asString("")));
                String values = without(row, keys);
                add(
                        dataset,
                        table,
                        String.join(" ", key),
                        rows.getBoolean(1) ? values : null,
                        rows.getBoolean(1) ? null : values);
            }
        }
    }

    private static String without(JsonNode row, List<String> keys) {
        return row.properties().stream()
                .filter(column ->
                        !keys.contains(column.getKey()) && !column.getValue().isNull())
                .map(column -> column.getKey() + "=" + column.getValue().asString(""))
                .collect(Collectors.joining(", "));
    }
}
