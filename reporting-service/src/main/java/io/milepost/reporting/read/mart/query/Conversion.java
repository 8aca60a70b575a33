package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which one currency all amounts of an answer are, and at which rates.
 *
 * @param day whose rates all amounts are taken at; null for those of the day that each amount is of
 */
public record Conversion(Currency currency, @Nullable LocalDate day) {
    static final String CURRENCY = "currency";
    static final String RATES = "rates";
    private static final String THEN = "then";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /** Reads it strictly; no currency is none. */
    static @Nullable Conversion of(Report report, @Nullable String currency, @Nullable String rates, LocalDate today) {
        if (currency == null) {
            if (rates != null) {
                throw new QueryException(RATES, "left out where no currency is asked for");
            }
            return null;
        }
        boolean money = report.parts().stream()
                .anyMatch(part -> Declarations.shown(part.measures(), part.names()).stream()
                        .anyMatch(sum -> sum.value().isMoney()));
        if (!money) {
            throw new QueryException(CURRENCY, "left out: no figure of this report is money");
        }
        return new Conversion(currency(currency), rates == null || rates.equals(THEN) ? null : day(rates, today));
    }

    private static Currency currency(String code) {
        Currency currency = null;
        if (CODE.matcher(code).matches()) {
            currency = Currency.getAvailableCurrencies().stream()
                    .filter(one -> one.getCurrencyCode().equals(code))
                    .findFirst()
                    .orElse(null);
        }
        if (currency == null || currency.getDefaultFractionDigits() < 0) {
            throw new QueryException(CURRENCY, "a code like USD");
        }
        return currency;
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isBefore(Asking.EARLIEST) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new QueryException(RATES, "then, or a day like 2017-12-31");
        }
        throw new QueryException(RATES, "then, or a day from %s to %s".formatted(Asking.EARLIEST, today));
    }

    /** As it was asked for. */
    public String rates() {
        return day == null ? THEN : day.toString();
    }
}
