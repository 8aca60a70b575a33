package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import org.jspecify.annotations.Nullable;

/**
 * A clause of the contract by its code.
 *
 * @param kind found by comparing the text with the template's; in events from before there were templates, what its author said
 */
public record Clause(
        String code,
        Kind kind,
        @Limit(Limit.TEXT) String text,
        @Nullable String title) {

    /** One without a title. */
    public Clause(String code, Kind kind, String text) {
        this(code, kind, text, null);
    }

    /** The same, compared with this wording. */
    public Clause comparedWith(@Nullable StandardWording wording) {
        return new Clause(code, StandardWording.kindOf(wording, code, text), text, title);
    }

    /** Whether the company has agreed to the wording in advance. */
    public enum Kind {
        STANDARD,
        SPECIAL
    }
}
