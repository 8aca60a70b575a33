package io.milepost.reporting.read.handovers;

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

/** The handovers projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class HandoversConfiguration {
    private static final String GROUP = "reporting-service.handovers";

    @Bean
    HandoversProjection handoversProjection(MilepostProperties milepost) {
        return new HandoversProjection(milepost.zone());
    }

    @Bean
    MongoCells<Handover> handoversCells(
            MongoClient client, MilepostProperties milepost, HandoversProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription handoversSubscription(HandoversProjection projection, MongoCells<Handover> handoversCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, handoversCells));
    }

    @Bean
    Freshness handoversFreshness(
            HandoversProjection projection, MongoCells<Handover> handoversCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                handoversCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> handoversRoutes(
            Reports reports,
            MongoCells<Handover> handoversCells,
            Team team,
            Freshness handoversFreshness,
            Freshness teamFreshness) {
        return new HandoversApi(reports, handoversCells, team, List.of(handoversFreshness, teamFreshness)).routes();
    }
}
