package io.milepost.reporting.read.stages;

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

/** The stages projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class StagesConfiguration {
    private static final String GROUP = "reporting-service." + StagesProjection.NAME;

    @Bean
    StagesProjection stagesProjection(MilepostProperties milepost) {
        return new StagesProjection(milepost.zone());
    }

    @Bean
    MongoCells<Walk> stagesCells(MongoClient client, MilepostProperties milepost, StagesProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription stagesSubscription(StagesProjection projection, MongoCells<Walk> stagesCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, stagesCells));
    }

    @Bean
    Freshness stagesFreshness(StagesProjection projection, MongoCells<Walk> stagesCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                stagesCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> stagesRoutes(
            Reports reports,
            MongoCells<Walk> stagesCells,
            Team team,
            Freshness stagesFreshness,
            Freshness teamFreshness) {
        return new StagesApi(reports, stagesCells, team, List.of(stagesFreshness, teamFreshness)).routes();
    }
}
