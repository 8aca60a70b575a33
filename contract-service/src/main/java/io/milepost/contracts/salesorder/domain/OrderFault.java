package io.milepost.contracts.salesorder.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an order.
 *
 * @param line which of its lines, from 1; absent where it is the order as a whole
 * @param finding what whoever verified it found, where it is nothing of the others
 */
public record OrderFault(
        Kind kind, @Nullable Integer line, @Nullable String finding) {

    /** What an order's data can show by themselves, and what somebody found. */
    public enum Kind {
        LINES_MISSING,
        PRODUCT_MISSING,
        QUANTITY_NOT_POSITIVE,
        PRICE_NEGATIVE,
        CURRENCIES_MIXED,
        REQUESTED_BEFORE_RECEIVED,
        FOUND
    }

    static OrderFault of(Kind kind) {
        return new OrderFault(kind, null, null);
    }

    static OrderFault inLine(int line, Kind kind) {
        return new OrderFault(kind, line, null);
    }

    static OrderFault found(String finding) {
        return new OrderFault(Kind.FOUND, null, finding);
    }
}
