package io.milepost.contracts.kernel;

/** How a deal ended without a contract. */
public enum DealEnd {
    REJECTED,
    LOST,
    WITHDRAWN
}
