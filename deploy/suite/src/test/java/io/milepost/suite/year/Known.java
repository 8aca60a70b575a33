package io.milepost.suite.year;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment of which it is asked what was known then.
 *
 * @param position of the log that a report is of, up to which facts were known; null where a time is named
 * @param at the time up to which facts were recorded; null where a position is named
 */
public record Known(@Nullable Long position, @Nullable Instant at) {
    boolean includes(Fact fact) {
        return at != null ? !fact.recorded().isAfter(at) : position != null && fact.position() <= position;
    }

    @Override
    public String toString() {
        return at == null ? String.valueOf(position) : at.toString();
    }
}
