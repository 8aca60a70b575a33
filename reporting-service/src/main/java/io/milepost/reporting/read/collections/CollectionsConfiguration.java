package io.milepost.reporting.read.collections;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.team.Team;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The collections projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class CollectionsConfiguration {
    private static final String GROUP = "reporting-service.collections";

    @Bean
    CollectionsProjection collectionsProjection(MilepostProperties milepost) {
        return new CollectionsProjection(milepost.zone());
    }

    @Bean
    MongoCells<Schedule> collectionsCells(
            MongoClient client, MilepostProperties milepost, CollectionsProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription collectionsSubscription(CollectionsProjection projection, MongoCells<Schedule> collectionsCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, collectionsCells));
    }

    @Bean
    Freshness collectionsFreshness(
            CollectionsProjection projection, MongoCells<Schedule> collectionsCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                collectionsCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> collectionsRoutes(
            Reports reports,
            MongoCells<Schedule> collectionsCells,
            Team team,
            Freshness collectionsFreshness,
            Freshness teamFreshness) {
        return new CollectionsApi(reports, collectionsCells, team, List.of(collectionsFreshness, teamFreshness))
                .routes();
    }
}
