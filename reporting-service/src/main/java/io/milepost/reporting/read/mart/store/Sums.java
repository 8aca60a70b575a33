package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.declare.Dimension;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Rollup;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch moves in the sums of one rollup. What cancels out is not written. */
final class Sums<R> {
    private final Measures<R> measures;
    private final Rollup<R> rollup;
    private final Tables tables;
    private final int[] chosen;
    private final Map<UUID, List<@Nullable Object>> cells = new TreeMap<>();
    private final Map<List<@Nullable Object>, UUID> hashes = new HashMap<>();
    private final Moved stocks;
    private final Moved flows;

    Sums(Measures<R> measures, Rollup<R> rollup, Tables tables) {
        this.measures = measures;
        this.rollup = rollup;
        this.tables = tables;
        var names =
                measures.dataset().dimensions().stream().map(Dimension::name).toList();
        this.chosen = rollup.dimensions().stream()
                .mapToInt(dimension -> names.indexOf(dimension.name()))
                .toArray();
        this.stocks = new Moved(rollup.stocks());
        this.flows = new Moved(rollup.flows());
    }

    /**
     * A row's change on a day. What it added to what stands is taken back on that day, or where it began to stand later than that:
     * there it never stood. What happened is taken back where it happened.
     */
    void change(@Nullable Row before, @Nullable Row after, LocalDate day) {
        if (before != null) {
            add(before, day, BigDecimal.ONE.negate());
        }
        if (after != null) {
            add(after, day, BigDecimal.ONE);
        }
    }

    private void add(Row row, LocalDate day, BigDecimal sign) {
        UUID cell = cell(row);
        int at = 0;
        for (var sum : measures.summed()) {
            var share = row.shares().get(at++);
            if (share != null) {
                LocalDate stated = share.day();
                LocalDate on = stated != null && (!sum.isStock() || stated.isAfter(day)) ? stated : day;
                (sum.isStock() ? stocks : flows)
                        .add(sum, cell, on, share.amount().multiply(sign), share.known(), sign);
            }
        }
    }

    private UUID cell(Row row) {
        var key = new ArrayList<@Nullable Object>();
        for (int index : chosen) {
            key.add(row.dimensions().get(index));
        }
        key.add(row.currency());
        return hashes.computeIfAbsent(key, this::hash);
    }

    private UUID hash(List<@Nullable Object> key) {
        // Lengths keep two texts apart from one that holds both, and a text apart from nothing.
        String text = key.stream()
                .map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining("/"));
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        cells.putIfAbsent(hash, key);
        return hash;
    }

    void write(Connection connection) throws SQLException {
        if (cells.isEmpty()) {
            return;
        }
        String table = tables.cells(measures.dataset(), rollup);
        var lines = cells();
        lines.execute(
                connection,
                "insert into %s (%s) select %s from %s on conflict (hash) do nothing"
                        .formatted(table, lines.names(), lines.names(), lines.table()));
        var ids = ids(connection, table);
        stocks.write(connection, tables.stocks(measures.dataset(), rollup), ids, Days::movedOn);
        flows.write(connection, tables.flows(measures.dataset(), rollup), ids, Days::happenedOn);
    }

    private Map<UUID, Integer> ids(Connection connection, String table) throws SQLException {
        try (var select = connection.prepareStatement("select hash, id from %s where hash = any(?)".formatted(table))) {
            select.setArray(1, connection.createArrayOf("uuid", cells.keySet().toArray()));
            var rows = select.executeQuery();
            var ids = new HashMap<UUID, Integer>();
            while (rows.next()) {
                ids.put(rows.getObject(1, UUID.class), rows.getInt(2));
            }
            return ids;
        }
    }

    /** Holds what was moved from the first event on against the tables. */
    void compare(Connection connection, Differences found) throws SQLException {
        String dataset = measures.dataset().name();
        String table = tables.cells(measures.dataset(), rollup);
        var lines = cells();
        found.compare(
                connection,
                dataset,
                rollup.number() + "_cell",
                lines,
                "select %s from %s".formatted(lines.names(), table),
                List.of("hash"));
        stocks.compare(
                connection,
                found,
                rollup.number() + "_stock",
                tables.stocks(measures.dataset(), rollup),
                table,
                Days::movedOn);
        flows.compare(
                connection,
                found,
                rollup.number() + "_flow",
                tables.flows(measures.dataset(), rollup),
                table,
                Days::happenedOn);
    }

    private Lines cells() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("hash", "uuid"));
        rollup.dimensions()
                .forEach(one -> columns.add(new Column(one.name(), one.kind().sql())));
        columns.add(new Column("currency", "text"));
        var lines = new Lines(columns);
        cells.forEach((hash, key) -> {
            var line = new ArrayList<@Nullable Object>();
            line.add(hash);
            line.addAll(key);
            lines.add(line);
        });
        return lines;
    }

    /** Amounts by cell and day, an array with a place for each column. */
    private final class Moved {
        private final Map<Measure.Summed<R>, Integer> places = new HashMap<>();
        private final List<Column> columns = new ArrayList<>();
        private final Map<UUID, Map<LocalDate, BigDecimal[]>> amounts = new TreeMap<>();

        Moved(List<Measure.Summed<R>> sums) {
            sums.forEach(sum -> {
                places.put(sum, columns.size());
                columns.addAll(Tables.summed(sum));
            });
        }

        void add(Measure.Summed<R> sum, UUID cell, LocalDate day, BigDecimal amount, boolean known, BigDecimal one) {
            Integer place = places.get(sum);
            if (place == null) {
                return;
            }
            var of = amounts.computeIfAbsent(cell, _ -> new HashMap<>()).computeIfAbsent(day, _ -> zeros());
            if (known) {
                of[place] = of[place].add(amount);
            }
            if (sum.value().known() != null) {
                of[place + 1] = known ? of[place + 1].add(one) : of[place + 1];
                of[place + 2] = of[place + 2].add(one);
            }
        }

        private BigDecimal[] zeros() {
            var zeros = new BigDecimal[columns.size()];
            Arrays.fill(zeros, BigDecimal.ZERO);
            return zeros;
        }

        void write(
                Connection connection, String table, Map<UUID, Integer> ids, Function<LocalDate, List<Integer>> slots)
                throws SQLException {
            var lines = lines(new Column("cell", "int4"), hash -> Objects.requireNonNull(ids.get(hash)), slots);
            // In one order for everybody, so that two instances wait for each other and never in a circle.
            lines.execute(connection, """
                insert into %1$s as s (%2$s) select %2$s from %3$s
                order by slot, cell on conflict (slot, cell) do update set %4$s\
                """.formatted(
                            table,
                            lines.names(),
                            lines.table(),
                            columns.stream()
                                    .map(column -> "%1$s = s.%1$s + excluded.%1$s".formatted(column.name()))
                                    .collect(Collectors.joining(", "))));
        }

        private Lines lines(Column of, Function<UUID, Object> named, Function<LocalDate, List<Integer>> slots) {
            var kept = new ArrayList<Column>();
            kept.add(new Column("slot", "int4"));
            kept.add(of);
            kept.addAll(columns);
            var lines = new Lines(kept);
            amounts.forEach((hash, days) -> {
                Object cell = named.apply(hash);
                slots(days, slots).forEach((slot, sums) -> {
                    var line = new ArrayList<@Nullable Object>(List.of(slot, cell));
                    line.addAll(Arrays.asList(sums));
                    lines.add(line);
                });
            });
            return lines;
        }

        /** A sum of nothing and no sum are the same. */
        void compare(
                Connection connection,
                Differences found,
                String kind,
                String table,
                String cells,
                Function<LocalDate, List<Integer>> slots)
                throws SQLException {
            if (columns.isEmpty()) {
                return;
            }
            String something = columns.stream()
                    .map(column -> "s." + column.name() + " <> 0")
                    .collect(Collectors.joining(" or "));
            found.compare(
                    connection,
                    measures.dataset().name(),
                    kind,
                    lines(new Column("hash", "uuid"), hash -> hash, slots),
                    "select s.slot, c.hash, %s from %s s left join %s c on c.id = s.cell where %s"
                            .formatted(
                                    columns.stream()
                                            .map(column -> "s." + column.name())
                                            .collect(Collectors.joining(", ")),
                                    table,
                                    cells,
                                    something),
                    List.of("slot", "hash"));
        }

        private Map<Integer, BigDecimal[]> slots(
                Map<LocalDate, BigDecimal[]> days, Function<LocalDate, List<Integer>> slots) {
            var bySlot = new TreeMap<Integer, BigDecimal[]>();
            days.forEach((day, moved) -> {
                for (int slot : slots.apply(day)) {
                    var sum = bySlot.computeIfAbsent(slot, _ -> zeros());
                    for (int at = 0; at < sum.length; at++) {
                        sum[at] = sum[at].add(moved[at]);
                    }
                }
            });
            bySlot.values().removeIf(sums -> Arrays.stream(sums).allMatch(sum -> sum.signum() == 0));
            return bySlot;
        }
    }
}
