package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Tables;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rates into one currency, as they are believed in one snapshot. Of a day without a rate the last one before it holds; the other direction
 * of a pair, or a way over a third currency, is none that anybody recorded.
 */
public final class Rates {
    public static final String DATASET = "exchange_rate";
    public static final String FROM = "from_currency";
    public static final String TO = "to_currency";
    public static final String ON = "rated_on";
    public static final String RATE = "rate";

    private final Conversion conversion;
    private final Map<String, TreeMap<LocalDate, BigDecimal>> known = new HashMap<>();
    private final TreeMap<String, String> used = new TreeMap<>();

    private Rates(Conversion conversion) {
        this.conversion = conversion;
    }

    static Rates of(Connection connection, Query query, Conversion into, Declarations declarations, Tables tables)
            throws SQLException {
        var dataset = declarations
                .dataset(DATASET)
                .orElseThrow(() -> new QueryException(Conversion.CURRENCY, "left out: there are no exchange rates"))
                .dataset();
        var rates = new Rates(into);
        var sql = new Sql()
                .add("select %s, %s, %s from %s c where c.valid_to = %s and "
                        .formatted(FROM, ON, RATE, tables.history(dataset), Tables.OPEN))
                .add(Moment.believedOfOthers(
                        "c",
                        query.knownAt(),
                        tables.history(query.report().measures().dataset())))
                .add(" and c.%s = ".formatted(TO))
                .value("text", into.currency().getCurrencyCode());
        try (var statement = sql.prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                rates.known
                        .computeIfAbsent(found.getString(1), _ -> new TreeMap<>())
                        .put(found.getObject(2, LocalDate.class), new BigDecimal(found.getString(3)));
            }
        }
        return rates;
    }

    /** Days on which another rate begins to hold; none where all amounts are taken at the rates of one. */
    NavigableSet<LocalDate> days() {
        return conversion.day() != null
                ? new TreeSet<>()
                : known.values().stream()
                        .flatMap(days -> days.keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Exactly, with as many digits as it takes. */
    BigDecimal convert(BigDecimal amount, String currency, LocalDate day) {
        if (amount.signum() == 0 || currency.equals(code())) {
            return amount;
        }
        LocalDate at = Objects.requireNonNullElse(conversion.day(), day);
        var rate = known.getOrDefault(currency, new TreeMap<>()).floorEntry(at);
        if (rate == null) {
            throw QueryException.missing(
                    Conversion.CURRENCY,
                    "a currency into which there are rates: of %s into %s there is none of %s or before"
                            .formatted(currency, code(), at));
        }
        used.put("%s %s".formatted(currency, rate.getKey()), rate.getValue().toPlainString());
        return amount.multiply(rate.getValue());
    }

    /** Where all amounts end up. */
    String code() {
        return conversion.currency().getCurrencyCode();
    }

    /** Each by its currency, day and rate. */
    List<String> used() {
        return used.entrySet().stream()
                .map(rate -> rate.getKey() + " " + rate.getValue())
                .toList();
    }
}
