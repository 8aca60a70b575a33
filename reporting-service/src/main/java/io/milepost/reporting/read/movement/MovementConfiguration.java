package io.milepost.reporting.read.movement;

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

/** The movement projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class MovementConfiguration {
    private static final String GROUP = "reporting-service." + MovementProjection.NAME;

    @Bean
    MovementProjection movementProjection(MilepostProperties milepost) {
        return new MovementProjection(milepost.zone());
    }

    @Bean
    MongoCells<MovingDeal> movementCells(
            MongoClient client, MilepostProperties milepost, MovementProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription movementSubscription(MovementProjection projection, MongoCells<MovingDeal> movementCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, movementCells));
    }

    @Bean
    Freshness movementFreshness(
            MovementProjection projection, MongoCells<MovingDeal> movementCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                movementCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> movementRoutes(
            Reports reports, MongoCells<MovingDeal> movementCells, Freshness movementFreshness) {
        return new MovementApi(reports, movementCells, movementFreshness).routes();
    }
}
