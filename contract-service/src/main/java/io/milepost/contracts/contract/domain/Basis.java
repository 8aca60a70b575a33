package io.milepost.contracts.contract.domain;

/** What a contract rests on (decision 42). */
public enum Basis {
    QUOTATION,
    FRAMEWORK,
    RENEWAL,
    /** Signed before this system knew of it. */
    MIGRATED
}
