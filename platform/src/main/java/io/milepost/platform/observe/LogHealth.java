package io.milepost.platform.observe;

import io.milepost.platform.eventlog.EventLog;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the event log answers an exact read: without it no command and no entity read can be served. Up where a service keeps none. */
final class LogHealth extends AbstractHealthIndicator {
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
        }
        health.up();
    }
}
