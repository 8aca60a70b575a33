package io.milepost.platform.observe;

import io.milepost.platform.eventlog.EventLog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the event log answers an exact read and is not stuck with a write: without it no command can be served. Up where a
 * service keeps none.
 */
final class LogHealth extends AbstractHealthIndicator {
    /** Longer than a change of primary or a lost answer needs to be resolved. */
    private static final Duration STALLED = Duration.ofSeconds(2);

    private final ObjectProvider<EventLog> log;

    LogHealth(ObjectProvider<EventLog> log) {
        super("the event log does not answer");
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        var own = log.getIfAvailable();
        if (own != null) {
            own.byRequest("health").get(2, TimeUnit.SECONDS);
            if (own.stalledFor().compareTo(STALLED) > 0) {
                health.down().withDetail("stalledFor", own.stalledFor().toString());
                return;
            }
        }
        health.up();
    }
}
