package io.milepost.platform.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Entities;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.web.Blocking;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Lets the log of this service be audited, from inside and from outside. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    SigningKey signingKey(MilepostProperties milepost) {
        var own = milepost.security().signingKeyFile();
        return SigningKey.open(own == null ? besides(milepost.security().keyFile()) : own);
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
            MeterRegistry meters) {
        var doubles = new Doubles(log, entities, catalogues.all());
        var reads = new AuditReads(log, doubles, key, milepost.service(), clock, blocking, meters);
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
