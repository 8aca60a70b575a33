package io.milepost.reporting.read.closures;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.cells.Projector;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The closures projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class ClosuresConfiguration {
    private static final String GROUP = "reporting-service.closures";

    @Bean
    ClosuresProjection closuresProjection(MilepostProperties milepost) {
        return new ClosuresProjection(milepost.zone());
    }

    @Bean
    MongoCells<Closing> closuresCells(MongoClient client, MilepostProperties milepost, ClosuresProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription closuresSubscription(ClosuresProjection projection, MongoCells<Closing> closuresCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, closuresCells));
    }

    @Bean
    Freshness closuresFreshness(
            ClosuresProjection projection, MongoCells<Closing> closuresCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                closuresCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> closuresRoutes(
            Reports reports, MongoCells<Closing> closuresCells, Freshness closuresFreshness) {
        return new ClosuresApi(reports, closuresCells, closuresFreshness).routes();
    }
}
