package io.milepost.reporting.read.cells;

import io.milepost.platform.value.Money;

/** The one bound on amounts, so that sums of 64 bits never wrap. Why it suffices stands with the package. */
public final class Amounts {
    /** What one subject may add to one sum: ten trillion dollars in cents. */
    public static final long MOST = 1_000_000_000_000_000L;

    private static final int BITS = Long.SIZE - 1;

    private Amounts() {}

    /**
     * In whole minor units.
     *
     * @throws AmountTooLargeException when no sum can take it
     */
    public static long minor(Money money) {
        if (money.amount().unscaledValue().bitLength() > BITS) {
            throw new AmountTooLargeException();
        }
        return bounded(money.minor());
    }

    /** The same, or an {@link AmountTooLargeException}. */
    static long bounded(long amount) {
        if (amount > MOST || amount < -MOST) {
            throw new AmountTooLargeException();
        }
        return amount;
    }
}
