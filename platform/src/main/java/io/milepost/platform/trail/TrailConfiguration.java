package io.milepost.platform.trail;

import io.milepost.platform.axon.Commands;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The audit trail of a service that keeps a log, whose catalogues then have the audit record. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrailProperties.class)
@Import(VitalConfiguration.class)
public class TrailConfiguration {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean
    RecordedTrail auditTrail(Commands commands, Clock clock, TrailProperties bounds) {
        return new RecordedTrail(commands::dispatch, clock, bounds);
    }

    /** Ends before the trail and the log, which its last round needs. */
    @Bean
    DisposableBean auditRounds(RecordedTrail trail, VitalThreads threads) {
        var rounds =
                threads.every(PAUSE, "audit-trail", () -> VitalThreads.attempt("put refusals on record", trail::round));
        return () -> {
            rounds.dispose();
            trail.finish();
        };
    }
}
