package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount as the API takes it: a decimal string at the currency's scale. */
record Money(String amount, String currency) {

    static Money of(BigDecimal amount, Currency currency) throws BadRow {
        var scale = Math.max(0, currency.getDefaultFractionDigits());
        try {
            return new Money(
                    amount.setScale(scale, RoundingMode.UNNECESSARY).toPlainString(), currency.getCurrencyCode());
        } catch (ArithmeticException _) {
            throw new BadRow("%s has at most %d decimals, not %s"
                    .formatted(currency.getCurrencyCode(), scale, amount.toPlainString()));
        }
    }

    BigDecimal value() {
        return new BigDecimal(amount);
    }
}
