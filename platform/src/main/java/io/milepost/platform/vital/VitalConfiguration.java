package io.milepost.platform.vital;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One of them for a service; whatever lives on a thread of its own imports it. */
@Configuration(proxyBeanMethods = false)
public class VitalConfiguration {

    @Bean
    VitalThreads vitalThreads(MeterRegistry meters) {
        var threads = new VitalThreads();
        Gauge.builder("milepost.threads.dead", threads, t -> t.dead().size())
                .description("Threads that ended though the service needs them; only a new start brings them back")
                .register(meters);
        return threads;
    }

    /** Member {@code threads} of the readiness group: an instance that does only a part of its work is replaced. */
    @Bean
    HealthIndicator threadsHealthIndicator(VitalThreads threads) {
        return () -> threads.dead().isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetails(threads.dead()).build();
    }
}
