package io.milepost.reporting.read.mart.store;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a dataset comes to: all that tables and sums have of it.
 *
 * @param dimensions in the order of their declaration
 * @param currency of all its money; null where there is none
 * @param shares in each sum, in the order of their declaration; null where it adds nothing
 * @param dates of what is read from the rows alone
 */
record Row(
        List<@Nullable Object> dimensions,
        @Nullable String currency,
        List<@Nullable BigDecimal> amounts,
        List<Value.@Nullable Share> shares,
        List<@Nullable LocalDate> dates) {

    Row {
        dimensions = Collections.unmodifiableList(dimensions);
        amounts = Collections.unmodifiableList(amounts);
        shares = Collections.unmodifiableList(shares);
        dates = Collections.unmodifiableList(dates);
    }

    /** The rows of a view by their names. */
    static <R> Map<String, Row> of(Measures<R> measures, Map<String, R> rows) {
        var found = new TreeMap<String, Row>();
        rows.forEach((part, row) -> found.put(part.replace('\0', '\uFFFD'), of(measures, row)));
        return found;
    }

    private static <R> Row of(Measures<R> measures, R row) {
        var dimensions = new ArrayList<@Nullable Object>();
        for (var dimension : measures.dataset().dimensions()) {
            Object value = dimension.of(row);
            dimensions.add(value instanceof LocalDate day ? Days.bounded(day) : value);
        }
        String currency = null;
        var amounts = new ArrayList<@Nullable BigDecimal>();
        for (var amount : measures.dataset().amounts()) {
            Money money = amount.value().apply(row);
            amounts.add(money == null ? null : money.amount());
            currency = one(currency, money == null ? null : money.currency().getCurrencyCode());
        }
        var shares = new ArrayList<Value.@Nullable Share>();
        for (var sum : measures.summed()) {
            var share = sum.value().of(row);
            if (share != null) {
                currency = one(currency, share.currency());
                if (share.day() != null) {
                    Days.bounded(share.day());
                }
            }
            shares.add(share);
        }
        var dates = new ArrayList<@Nullable LocalDate>();
        for (var dated : Tables.dates(measures)) {
            LocalDate day = dated.day().apply(row);
            dates.add(day == null ? null : Days.bounded(day));
        }
        return new Row(dimensions, currency, amounts, shares, dates);
    }

    private static @Nullable String one(@Nullable String known, @Nullable String more) {
        if (known != null && more != null && !known.equals(more)) {
            throw new IllegalStateException("a row has money of one currency");
        }
        return known == null ? more : known;
    }
}
