package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Label;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer, with what may be done to it.
 *
 * @param unit currency, days or count; null of what has none
 * @param scale decimals; null where the currency says it, or there are none
 */
public record Column(
        String name,
        Type type,
        @Nullable Integer scale,
        @Nullable Unit unit,
        Additivity additivity,
        Label label) {

    /** What its values are. */
    public enum Type {
        TEXT,
        MEMBER,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE
    }

    /** What its numbers are of. */
    public enum Unit {
        CURRENCY,
        COUNT,
        DAYS
    }

    /** Over what its numbers may be added up. */
    public enum Additivity {
        /** It is no number: it tells rows apart. */
        KEY,
        /** Over rows of one day, and never over days. */
        STOCK,
        /** Over rows and days. */
        FLOW,
        /** Over nothing. */
        NONE
    }
}
