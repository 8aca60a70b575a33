package io.milepost.platform.observe;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.tracing.Tracer;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Timers and health; the rest is in milepost-defaults.properties. */
@Configuration(proxyBeanMethods = false)
@Import(VitalConfiguration.class)
public class ObserveConfiguration {

    @Bean
    CommandTimer commandTimer(MeterRegistry meters) {
        return new CommandTimer(meters);
    }

    @Bean
    ReadinessMeters readinessMeters(HealthEndpoint health, VitalThreads threads, MeterRegistry meters) {
        return new ReadinessMeters(health, threads, meters);
    }

    @Bean
    Spans spans(ObjectProvider<Tracer> tracer) {
        return new Spans(tracer.getIfAvailable());
    }

    @Bean
    ProcessMeters processMeters() {
        return new ProcessMeters();
    }

    /** Requests are counted by path, method and status. What failed stands in the log, not in labels that double the series. */
    @Bean
    MeterFilter fewerSeriesOfRequests() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("http.server.requests")
                        ? id.replaceTags(id.getTags().stream()
                                .filter(tag -> !tag.getKey().equals("error")
                                        && !tag.getKey().equals("exception"))
                                .toList())
                        : id;
            }
        };
    }

    /** Member {@code log} of the readiness group. */
    @Bean
    HealthIndicator logHealthIndicator(ObjectProvider<EventLog> log) {
        return new LogHealth(log);
    }
}
