package io.milepost.platform.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * From the commit of an event until readers see it. What is read anew, or again after a long stop, is not counted: its reader says
 * when it keeps up.
 */
public final class Visibility {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final Timer timer;
    private final Clock clock;

    /**
     * Of one kind of reader.
     *
     * @param reader {@code lists} or {@code reports}
     * @param source short name of the service whose events they are
     */
    public Visibility(String reader, String source, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        timer = Timer.builder("milepost.visible")
                .tag("reader", reader)
                .tag("source", source)
                .description("From the commit of an event until readers see it")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** Readers see this event from now on. The clocks of two machines may differ: nothing is seen before it is committed. */
    public void seen(Instant recordedAt) {
        var took = Duration.between(recordedAt, clock.instant());
        timer.record(took.isNegative() ? Duration.ZERO : took);
    }
}
