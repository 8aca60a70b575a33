package io.milepost.opportunities.kernel;

/** What it was that ended a deal without a contract. */
public enum EndCause {
    PRICE,
    PRODUCT,
    DELIVERY,
    COMPETITOR,
    RELATIONSHIP,
    BUDGET,
    TIMING,
    NO_DECISION,
    CAPACITY,
    STRATEGY,
    OTHER
}
