package io.milepost.reporting.read.mart.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All tables that were once filled from the first event on.
 *
 * @param number counts from 1, and no number comes twice
 * @param asked the key of the request that began it; null for the first
 * @param cancelled the key of the request that gave it up; null where none did
 * @param begunAt when it began to be filled
 * @param since when it came to be what it is
 * @param completeAt when it first had all that was published; null before that
 */
public record Generation(
        int number,
        State state,
        @Nullable UUID asked,
        @Nullable UUID cancelled,
        Instant begunAt,
        Instant since,
        @Nullable Instant completeAt) {

    /** What becomes of it: one is live, at most one is built to be the next. */
    public enum State {
        BUILDING,
        LIVE,
        FORMER,
        CANCELLED,
        DROPPED
    }
}
