package io.milepost.platform.inbox;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Of a partition whose next records fail: it waits for its next attempt, for longer each time.
 *
 * @param retryAt by elapsed time
 * @param fault name of what it fails for, whose message may quote data
 * @param again whether it failed for the same before
 */
record Failure(int attempts, long retryAt, String fault, boolean again) {
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 10_000;

    static Failure after(@Nullable Failure before, RuntimeException fault, long now) {
        var attempts = before == null ? 1 : before.attempts() + 1;
        var pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempts - 1, 10));
        var name = fault.getClass().getSimpleName();
        return new Failure(
                attempts,
                now + TimeUnit.MILLISECONDS.toNanos(pause),
                name,
                before != null && before.fault().equals(name));
    }

    /** Whole the first time, and then in a line for each attempt. */
    void tell(Logger log, String group, TopicPartition partition, long offset, RuntimeException thrown) {
        var line = again ? log.atWarn() : log.atWarn().setCause(thrown);
        line.log("Consumer {} failed on {} from offset {}, attempt {}: {}", group, partition, offset, attempts, fault);
    }
}
