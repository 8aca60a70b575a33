package io.milepost.reporting.read.generations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The generations of a projection, by their numbers. They count from 1 and no number comes twice.
 *
 * @param live that answers
 * @param building that is built to be the next; null when no rebuild is under way
 * @param retired former and cancelled ones that are still there
 * @param latest the highest number given so far, also to one that was cancelled
 * @param asked the Idempotency-Key of the latest rebuild; null before the first
 * @param cancelled the Idempotency-Key under which the latest one to be cancelled was; null before the first
 * @param since when the latest rebuild began, took over or was cancelled
 */
record Lineage(
        String projection,
        int live,
        @Nullable Integer building,
        List<Integer> retired,
        int latest,
        @Nullable UUID asked,
        @Nullable UUID cancelled,
        Instant since) {

    Lineage {
        retired = List.copyOf(retired);
    }

    /** Before anybody has asked for a rebuild. */
    static Lineage first(String projection) {
        return new Lineage(projection, 1, null, List.of(), 1, null, null, Instant.EPOCH);
    }
}
