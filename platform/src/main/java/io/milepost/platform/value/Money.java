package io.milepost.platform.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency at exactly that currency's ISO 4217 scale. Amounts of different currencies never add.
 * A finer amount than the currency allows is an error of the caller; computed amounts go through {@link #rounded}.
 * Arithmetic is exact at any size; what is stated or stored has at most {@value #INTEGER_DIGITS} integer digits, so whoever
 * computes an amount that becomes a fact asks {@link #isTooLarge} first.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** How many digits before the decimal point a stated or stored amount may have. */
    public static final int INTEGER_DIGITS = 15;

    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(INTEGER_DIGITS);

    public Money {
        int scale = scaleOf(currency);
        if (amount.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException(
                    "%s has at most %d decimals".formatted(currency.getCurrencyCode(), scale));
        }
        amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** A computed amount, rounded HALF_UP once to the currency's scale. */
    public static Money rounded(BigDecimal computed, Currency currency) {
        return new Money(computed.setScale(scaleOf(currency), RoundingMode.HALF_UP), currency);
    }

    /** From whole minor units: 1234 in USD is 12.34. */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, scaleOf(currency)), currency);
    }

    /** The amount in whole minor units (cents); exact or an ArithmeticException. */
    public long minor() {
        return amount.unscaledValue().longValueExact();
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** Whether it has more digits than a fact may have; it can be computed with all the same. */
    public boolean isTooLarge() {
        return amount.abs().compareTo(TOO_LARGE) >= 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s do not add".formatted(currency, other.currency));
        }
        return other;
    }

    private static int scaleOf(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
