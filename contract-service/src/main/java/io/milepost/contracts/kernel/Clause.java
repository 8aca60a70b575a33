package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;

/** A clause of the contract by its code. */
public record Clause(
        String code, Kind kind, @Limit(Limit.TEXT) String text) {

    /** Whether the company has agreed to the wording in advance. */
    public enum Kind {
        STANDARD,
        SPECIAL
    }
}
