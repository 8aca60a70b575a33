package io.milepost.reporting.read.handovers;

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

/** The handovers projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class HandoversConfiguration {

    @Bean
    Projected<MongoCells<Handover>> handoversProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new HandoversProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> handoversRoutes(
            Reports reports,
            Projected<MongoCells<Handover>> handoversProjection,
            Team team,
            Projected<?> teamProjection) {
        return new HandoversApi(
                        reports, handoversProjection, team, Projected.freshness(handoversProjection, teamProjection))
                .routes();
    }
}
