package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import org.jspecify.annotations.Nullable;

/**
 * A clause as it is read from its author, before it is compared with the template; published under this name.
 *
 * @param kind what the author takes it for; refused where the comparison says otherwise, and best left out
 * @param title of the template's clause when absent
 */
public record ClauseRead(
        String code,
        Clause.@Nullable Kind kind,
        @Limit(Limit.TEXT) String text,
        @Nullable String title) {

    /** One of which nobody says what it is. */
    public ClauseRead(String code, String text) {
        this(code, null, text, null);
    }

    /** The clause that it becomes in a contract of this wording. */
    public Clause in(@Nullable StandardWording wording) {
        var heading = title == null && wording != null
                ? wording.clause(code).map(StandardClause::title).orElse(null)
                : title;
        return new Clause(code, StandardWording.kindOf(wording, code, text), text, heading);
    }

    /** Whether the author takes it for something else than it is. */
    public boolean isMistaken(@Nullable StandardWording wording) {
        return kind != null && kind != StandardWording.kindOf(wording, code, text);
    }
}
