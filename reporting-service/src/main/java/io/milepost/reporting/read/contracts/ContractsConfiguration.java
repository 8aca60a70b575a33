package io.milepost.reporting.read.contracts;

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

/** The contracts projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class ContractsConfiguration {
    private static final String GROUP = "reporting-service.contracts";

    @Bean
    ContractsProjection contractsProjection(MilepostProperties milepost) {
        return new ContractsProjection(milepost.zone());
    }

    @Bean
    MongoCells<Agreement> contractsCells(
            MongoClient client, MilepostProperties milepost, ContractsProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription contractsSubscription(ContractsProjection projection, MongoCells<Agreement> contractsCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, contractsCells));
    }

    @Bean
    Freshness contractsFreshness(
            ContractsProjection projection, MongoCells<Agreement> contractsCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                contractsCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> contractsRoutes(
            Reports reports,
            MongoCells<Agreement> contractsCells,
            Team team,
            Freshness contractsFreshness,
            Freshness teamFreshness) {
        return new ContractsApi(reports, contractsCells, team, List.of(contractsFreshness, teamFreshness)).routes();
    }
}
