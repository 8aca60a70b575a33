package io.milepost.reporting.read.funnel;

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

/** The funnel projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class FunnelConfiguration {
    private static final String GROUP = "reporting-service." + FunnelProjection.NAME;

    @Bean
    FunnelProjection funnelProjection(MilepostProperties milepost) {
        return new FunnelProjection(milepost.zone());
    }

    @Bean
    MongoCells<Deal> funnelCells(MongoClient client, MilepostProperties milepost, FunnelProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription funnelSubscription(FunnelProjection projection, MongoCells<Deal> funnelCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, funnelCells));
    }

    @Bean
    Freshness funnelFreshness(FunnelProjection projection, MongoCells<Deal> funnelCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                funnelCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> funnelRoutes(
            Reports reports,
            MongoCells<Deal> funnelCells,
            Team team,
            Freshness funnelFreshness,
            Freshness teamFreshness) {
        return new FunnelApi(reports, funnelCells, team, List.of(funnelFreshness, teamFreshness)).routes();
    }
}
