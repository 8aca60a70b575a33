package io.milepost.reporting.read.cells;

/** One subject says an amount that is larger than what a sum can take of one: see {@link Amounts}. */
public final class AmountTooLargeException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    AmountTooLargeException() {
        super("one subject adds at most %d to a sum".formatted(Amounts.MOST));
    }
}
