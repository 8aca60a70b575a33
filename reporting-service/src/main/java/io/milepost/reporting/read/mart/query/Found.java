package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.store.Tables;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found for a report, or for one beside it: sums, and those of a year before where that is asked for. */
record Found(Query part, Map<Key, Map<String, BigDecimal>> now, Map<Key, Map<String, BigDecimal>> before) {

    /** What tells a row apart: the number of its part of the period, and the values by which it is asked for. */
    record Key(int part, List<@Nullable Object> values) {}

    /** @param rates for a question that asks for one currency; else null */
    static Found in(Connection connection, Query part, Declarations declarations, Tables tables, @Nullable Rates rates)
            throws SQLException {
        return new Found(
                part,
                sums(connection, part, declarations, tables, rates),
                part.compared() ? sums(connection, part.yearBefore(), declarations, tables, rates) : new HashMap<>());
    }

    static Map<Key, Map<String, BigDecimal>> sums(
            Connection connection, Query part, Declarations declarations, Tables tables, @Nullable Rates rates)
            throws SQLException {
        return rates == null
                ? sums(connection, new Reading<>(part, part.report().measures(), declarations, tables))
                : Converted.sums(connection, part, declarations, tables, rates);
    }

    /** With the pipeline as another process would weigh it, of both years. */
    Found weighed(
            Connection connection,
            Probabilities.Read by,
            Declarations declarations,
            Tables tables,
            @Nullable Rates rates)
            throws SQLException {
        by.weigh(connection, part, declarations, tables, rates, now);
        if (part.compared()) {
            by.weigh(connection, part.yearBefore(), declarations, tables, rates, before);
        }
        return this;
    }

    /** Of one of both. */
    Map<Key, Map<String, BigDecimal>> sums(boolean earlier) {
        return earlier ? before : now;
    }

    /** Of a row. Figures that have no currency and add up to nothing, such as percent, are the same beside amounts of each. */
    Map<String, BigDecimal> of(Key key, boolean earlier) {
        if (!isLevel()) {
            return sums(earlier).getOrDefault(key, Map.of());
        }
        var values = new ArrayList<@Nullable Object>(key.values());
        values.set(values.size() - 1, null);
        return sums(earlier).getOrDefault(new Key(key.part(), Collections.unmodifiableList(values)), Map.of());
    }

    private boolean isLevel() {
        Measures<?> measures = part.report().measures();
        var names = part.report().names();
        return Columns.hasCurrency(part)
                && Stream.of(now, before)
                        .flatMap(sums -> sums.keySet().stream())
                        .allMatch(key -> key.values().getLast() == null)
                && names.stream().allMatch(name -> measures.measure(name).orElseThrow() instanceof Measure.Ratio)
                && Declarations.shown(measures, names).stream()
                        .noneMatch(sum -> sum.value().isMoney());
    }

    static Map<Key, Map<String, BigDecimal>> sums(Connection connection, Reading<?> reading) throws SQLException {
        var sums = new HashMap<Key, Map<String, BigDecimal>>();
        int keys = reading.keys().size();
        for (var statement : reading.statements()) {
            try (var prepared = statement.sql().prepare(connection);
                    var found = prepared.executeQuery()) {
                while (found.next()) {
                    var values = new ArrayList<@Nullable Object>();
                    for (int at = 0; at < keys; at++) {
                        Object value = found.getObject(at + 2);
                        values.add(value instanceof java.sql.Date day ? day.toLocalDate() : value);
                    }
                    var figures = new HashMap<String, BigDecimal>();
                    for (int at = 0; at < statement.columns().size(); at++) {
                        BigDecimal figure = found.getBigDecimal(at + keys + 2);
                        if (figure != null) {
                            figures.put(statement.columns().get(at), figure);
                        }
                    }
                    // What has moved away again leaves zeros behind, which are no row; no days at all are an answer.
                    if (statement.ofDays() || figures.values().stream().anyMatch(figure -> figure.signum() != 0)) {
                        sums.computeIfAbsent(
                                        new Key(found.getInt(1), Collections.unmodifiableList(values)),
                                        _ -> new HashMap<>())
                                .putAll(figures);
                    }
                }
            }
        }
        return sums;
    }
}
