package io.milepost.reporting.read.funnel;

import io.milepost.platform.MilepostProperties;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import io.milepost.reporting.read.team.Team;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The funnel projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class FunnelConfiguration {

    @Bean
    Projected<MongoCells<Deal>> funnelProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new FunnelProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> funnelRoutes(
            Reports reports, Projected<MongoCells<Deal>> funnelProjection, Team team, Projected<?> teamProjection) {
        return new FunnelApi(reports, funnelProjection, team, Projected.freshness(funnelProjection, teamProjection))
                .routes();
    }
}
