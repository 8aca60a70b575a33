package io.milepost.contracts.obligation.domain;

/** Whose obligation it is. */
public enum Debtor {
    OURS,
    CUSTOMER
}
