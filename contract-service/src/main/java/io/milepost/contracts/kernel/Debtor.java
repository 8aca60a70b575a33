package io.milepost.contracts.kernel;

/** Whose obligation it is. */
public enum Debtor {
    OURS,
    CUSTOMER
}
