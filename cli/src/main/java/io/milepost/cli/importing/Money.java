package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount as the API takes it: a decimal string at the currency's scale. */
record Money(String amount, String currency) {

    /** As many as the services store. */
    private static final int INTEGER_DIGITS = 15;

    /** The amount of a cell; decimals that the currency does not have are refused, zeros too: they may be thousands. */
    static Money of(String column, BigDecimal amount, Currency currency) throws BadRow {
        var decimals = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.scale() > decimals) {
            throw new BadRow(
                    column,
                    "has more decimals than the %d of %s: %s"
                            .formatted(decimals, currency.getCurrencyCode(), amount.toPlainString()));
        }
        if (amount.precision() - amount.scale() > INTEGER_DIGITS) {
            throw new BadRow(
                    column,
                    "is too large, an amount has at most %d digits before the point: %s"
                            .formatted(INTEGER_DIGITS, amount.toPlainString()));
        }
        return new Money(amount.setScale(decimals).toPlainString(), currency.getCurrencyCode());
    }

    BigDecimal value() {
        return new BigDecimal(amount);
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
