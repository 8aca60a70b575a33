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
 * @param retired former ones that are still there
 * @param asked the Idempotency-Key of the latest rebuild; null before the first
 * @param since when the latest rebuild began, or ended
 */
record Lineage(
        String projection,
        int live,
        @Nullable Integer building,
        List<Integer> retired,
        @Nullable UUID asked,
        Instant since) {

    Lineage {
        retired = List.copyOf(retired);
    }

    /** Before anybody has asked for a rebuild. */
    static Lineage first(String projection) {
        return new Lineage(projection, 1, null, List.of(), null, Instant.EPOCH);
    }
}
