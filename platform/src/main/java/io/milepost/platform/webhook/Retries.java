package io.milepost.platform.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an event is tried again: ten times in a little more than three days, by the table of Standard Webhooks. */
final class Retries {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** What a receiver asks for is granted up to the longest pause. */
    private static final Duration LONGEST = PAUSES.getLast();

    private Retries() {}

    /**
     * The pause after so many failed attempts; null where there is no other one.
     *
     * @param lane by which the pauses of many differ a little, so that a receiver that is back is not asked by all at once
     * @param asked what the receiver said in {@code Retry-After}
     */
    static @Nullable Duration after(int failed, String lane, @Nullable Duration asked) {
        if (failed > PAUSES.size()) {
            return null;
        }
        var usual = PAUSES.get(failed - 1);
        var spread = usual.toMillis() * Math.floorMod(lane.hashCode(), 100) / 1_000;
        var pause = usual.plusMillis(spread);
        if (asked == null || asked.compareTo(pause) <= 0) {
            return pause;
        }
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
