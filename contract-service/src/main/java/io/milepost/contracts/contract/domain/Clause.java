package io.milepost.contracts.contract.domain;

/** A clause of the contract by its code. */
public record Clause(String code, Kind kind, String text) {

    /** Whether the company has agreed to the wording in advance. */
    public enum Kind {
        STANDARD,
        SPECIAL
    }
}
