package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers questions, each from one snapshot. */
public final class Answering {
    private static final int RATE_DECIMALS = 4;

    private final Mart mart;
    private final Declarations declarations;
    private final Tables tables;

    public Answering(Mart mart, Declarations declarations, Tables tables) {
        this.mart = mart;
        this.declarations = declarations;
        this.tables = tables;
    }

    public Answer answer(Query query) {
        return mart.read(connection -> {
            var reached = Positions.reached(connection, tables);
            Moment.check(
                    query.knownAt(),
                    reached.getOrDefault(
                            query.report().measures().dataset().fold().source(), Map.of()));
            var rates = query.conversion() == null
                    ? null
                    : Rates.of(connection, query, query.conversion(), declarations, tables);
            var probabilities = query.probabilities() == null
                    ? null
                    : query.probabilities().read(connection, query, declarations, tables);
            var found = new ArrayList<Found>();
            for (var part : query.parts()) {
                var one = Found.in(connection, part, declarations, tables, rates);
                found.add(
                        probabilities == null
                                ? one
                                : one.weighed(connection, probabilities, declarations, tables, rates));
            }
            var wholes = new HashMap<String, Found>();
            for (var one : query.report().across()) {
                if (one.among() != null && isTold(query, one.among())) {
                    var part = query.parts().stream()
                            .filter(any ->
                                    any.report().names().contains(one.part().getFirst()))
                            .findFirst()
                            .orElseThrow();
                    wholes.put(
                            one.name(), Found.in(connection, part.without(one.among()), declarations, tables, rates));
                }
            }
            var rows = new ArrayList<>(rows(query, found, wholes));
            rows.sort(order(query));
            return new Answer(
                    query,
                    Columns.of(query),
                    rows,
                    reached,
                    setAside(connection, query),
                    rates == null ? List.of() : rates.used(),
                    probabilities == null ? null : probabilities.said());
        });
    }

    /** Of rows of one kind alone nothing is said of all kinds. */
    private static boolean isTold(Query query, String name) {
        return query.by().contains(name)
                && query.parts().stream()
                        .noneMatch(part ->
                                part.where() != null && part.where().columns().contains(name));
    }

    private static List<Map<String, @Nullable Object>> rows(Query query, List<Found> found, Map<String, Found> wholes) {
        var keys = new LinkedHashSet<Found.Key>();
        found.forEach(part -> keys.addAll(part.now().keySet()));
        found.forEach(part -> keys.addAll(part.before().keySet()));
        var names = Reading.keys(query);
        var spans = query.spans();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var key : keys) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            if (query.bucket() != null) {
                row.put(query.bucket().name(), spans.get(key.part()).label());
            }
            for (int at = 0; at < names.size(); at++) {
                row.put(names.get(at), key.values().get(at));
            }
            String currency = row.get("currency") instanceof String code ? code : null;
            found.forEach(part -> figures(part.part(), part.of(key, false), currency, "", row));
            Across.figures(query, "", row, one -> whole(one, wholes.get(one.name()), names, key, false));
            if (query.compared()) {
                found.forEach(part -> figures(part.part(), part.of(key, true), currency, Columns.PREVIOUS, row));
                Across.figures(
                        query, Columns.PREVIOUS, row, one -> whole(one, wholes.get(one.name()), names, key, true));
            }
            rows.add(Collections.unmodifiableMap(row));
        }
        return rows;
    }

    /** What a figure is of all rows that differ in one name alone. */
    private static @Nullable BigDecimal whole(
            Report.Across one, @Nullable Found of, List<String> names, Found.Key key, boolean earlier) {
        if (of == null) {
            return null;
        }
        var values = new ArrayList<@Nullable Object>(key.values());
        values.remove(names.indexOf(one.among()));
        return of.sums(earlier)
                .getOrDefault(new Found.Key(key.part(), Collections.unmodifiableList(values)), Map.of())
                .get(Tables.share(one.part().getFirst()));
    }

    private static void figures(
            Query query,
            Map<String, BigDecimal> sums,
            @Nullable String currency,
            String suffix,
            Map<String, @Nullable Object> row) {
        for (String name : query.report().names()) {
            figure(query, query.report().measures(), name, sums, currency)
                    .forEach((column, value) -> row.put(column + suffix, value));
        }
    }

    private static <R> Map<String, @Nullable Object> figure(
            Query query, Measures<R> measures, String name, Map<String, BigDecimal> sums, @Nullable String currency) {
        // What was converted or weighed anew has more digits than its currency, and is rounded here alone.
        boolean computed = query.conversion() != null || query.probabilities() != null;
        var rounding = computed ? RoundingMode.HALF_UP : RoundingMode.UNNECESSARY;
        var figures = new LinkedHashMap<String, @Nullable Object>();
        switch (measures.measure(name).orElseThrow()) {
            case Measure.Summed<R> sum -> figures.put(name, sum(name, sum, sums, currency, rounding));
            case Measure.Opening<R> opening ->
                figures.put(
                        name,
                        sum(
                                name,
                                Declarations.shown(measures, List.of(name))
                                        .iterator()
                                        .next(),
                                sums,
                                currency,
                                rounding));
            case Measure.Distinct<R> _ ->
                figures.put(
                        name,
                        sums.getOrDefault(Tables.share(name), BigDecimal.ZERO).toBigIntegerExact());
            case Measure.Net<R> net ->
                figures.put(
                        name,
                        scaled(
                                total(net.plus(), sums).subtract(total(net.minus(), sums)),
                                Declarations.shown(measures, net.plus())
                                        .iterator()
                                        .next(),
                                currency,
                                rounding));
            case Measure.Ratio<R> ratio ->
                figures.put(name, share(total(ratio.part(), sums), total(ratio.whole(), sums)));
            case Measure.Days<R> days ->
                days.statistics().forEach(statistic -> {
                    String column = name + statistic.suffix();
                    BigDecimal many = sums.get(column);
                    if (many != null && statistic.decimals() > 0) {
                        figures.put(column, many.setScale(statistic.decimals(), RoundingMode.HALF_UP));
                    } else {
                        figures.put(column, many == null ? null : many.toBigIntegerExact());
                    }
                });
        }
        return figures;
    }

    /** Null where none of what is there is known, and of money where there is no currency to tell a zero in. */
    private static @Nullable Object sum(
            String name,
            Measure.Summed<?> sum,
            Map<String, BigDecimal> sums,
            @Nullable String currency,
            RoundingMode rounding) {
        var columns = Tables.sums(sum, name);
        BigDecimal figure = sums.getOrDefault(columns.getFirst(), BigDecimal.ZERO);
        if (columns.size() > 1
                && sums.getOrDefault(columns.get(1), BigDecimal.ZERO).signum() == 0
                && sums.getOrDefault(columns.get(2), BigDecimal.ZERO).signum() != 0) {
            return null;
        }
        return scaled(figure, sum, currency, rounding);
    }

    private static @Nullable Object scaled(
            BigDecimal figure, Measure.Summed<?> sum, @Nullable String currency, RoundingMode rounding) {
        if (!sum.value().isMoney()) {
            return sum.value().decimals() == 0
                    ? figure.toBigIntegerExact()
                    : figure.setScale(sum.value().decimals(), RoundingMode.UNNECESSARY);
        }
        return currency == null
                ? null
                : figure.setScale(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()), rounding);
    }

    private static BigDecimal total(List<String> names, Map<String, BigDecimal> sums) {
        return names.stream()
                .map(name -> sums.getOrDefault(Tables.share(name), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Four decimals, HALF_UP; null where there is nothing to have a share of. */
    static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static Comparator<Map<String, @Nullable Object>> order(Query query) {
        var orders = new ArrayList<>(query.orderBy());
        Columns.of(query).stream()
                .filter(column -> column.additivity() == Column.Additivity.KEY)
                .forEach(column -> orders.add(new Query.Order(column.name(), false)));
        return (one, other) -> {
            for (var order : orders) {
                int found = compare(one.get(order.column()), other.get(order.column()), order.descending());
                if (found != 0) {
                    return found;
                }
            }
            return 0;
        };
    }

    /** What is not known comes last, whichever way the others are sorted. */
    @SuppressWarnings("unchecked") // the values of one column are of one class
    private static int compare(@Nullable Object one, @Nullable Object other, boolean descending) {
        if (one == null) {
            return other == null ? 0 : 1;
        }
        if (other == null) {
            return -1;
        }
        int found = ((Comparable<Object>) one).compareTo(other);
        return descending ? -found : found;
    }

    private long setAside(Connection connection, Query query) throws SQLException {
        var names = new ArrayList<String>();
        for (var part : query.report().parts()) {
            names.add(part.measures().dataset().name());
            part.measures().dataset().vias().values().forEach(via -> names.add(via.name()));
        }
        if (query.conversion() != null) {
            names.add(Rates.DATASET);
        }
        if (query.probabilities() != null) {
            names.add(Probabilities.DATASET);
        }
        try (var select = connection.prepareStatement(
                "select count(*) from %s where dataset = any(?)".formatted(tables.asides()))) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}
