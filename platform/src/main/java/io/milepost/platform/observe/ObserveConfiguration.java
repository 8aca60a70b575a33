package io.milepost.platform.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.eventlog.EventLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Timers and health; the rest is in milepost-defaults.properties. */
@Configuration(proxyBeanMethods = false)
public class ObserveConfiguration {

    @Bean
    CommandTimer commandTimer(MeterRegistry meters) {
        return new CommandTimer(meters);
    }

    /** Member {@code log} of the readiness group. */
    @Bean
    HealthIndicator logHealthIndicator(ObjectProvider<EventLog> log) {
        return new LogHealth(log);
    }
}
