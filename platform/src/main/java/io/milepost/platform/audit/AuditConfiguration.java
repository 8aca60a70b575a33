package io.milepost.platform.audit;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Entities;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;

/** Lets the log of this service be audited, from inside and from outside. */
@Configuration(proxyBeanMethods = false)
@Import(VitalConfiguration.class)
public class AuditConfiguration {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final String LOOK = "see when a checkpoint was taken last";

    @Bean
    SigningKey signingKey(MilepostProperties milepost) {
        var own = milepost.security().signingKeyFile();
        return SigningKey.open(own == null ? besides(milepost.security().keyFile()) : own);
    }

    @Bean
    LastCheckpoint lastCheckpoint(MongoClient client, MilepostProperties milepost, Clock clock, MeterRegistry meters) {
        var last = new LastCheckpoint(client.getDatabase(milepost.service()).getCollection("audit_notes"), clock);
        Gauge.builder("milepost.audit.checkpoint.age.seconds", last, LastCheckpoint::seconds)
                .description(
                        "Since a signed checkpoint of the log was taken last, from any instance; since it was first looked after where none was")
                .register(meters);
        return last;
    }

    @Bean(destroyMethod = "dispose")
    Disposable lookingForCheckpoints(LastCheckpoint lastCheckpoint, VitalThreads threads) {
        VitalThreads.attempt(LOOK, lastCheckpoint::look);
        return threads.every(BETWEEN_LOOKS, "checkpoints", () -> VitalThreads.attempt(LOOK, lastCheckpoint::look));
    }

    @Bean
    RouterFunction<ServerResponse> auditRoutes(
            EventLog log,
            Entities entities,
            Catalogues catalogues,
            SigningKey key,
            MilepostProperties milepost,
            Clock clock,
            Blocking blocking,
            LastCheckpoint lastCheckpoint,
            MeterRegistry meters) {
        var doubles = new Doubles(log, entities, catalogues.all());
        var reads = new AuditReads(log, doubles, key, milepost.service(), clock, blocking, lastCheckpoint, meters);
        return RouterFunctions.route()
                .GET("/v1/log/verify", reads::verify)
                .GET("/v1/log/checkpoint", reads::checkpoint)
                .GET("/v1/log/keys", reads::keys)
                .GET("/v1/log/commits", reads::commits)
                .GET("/v1/log/doubles", reads::doubles)
                .build();
    }

    /** {@code lead.keys} has {@code lead.keys.signing} beside it. */
    private static Path besides(Path keyFile) {
        return keyFile.resolveSibling(keyFile.getFileName() + ".signing");
    }
}
