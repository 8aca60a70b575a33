package io.milepost.reporting.read.stages;

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

/** The stages projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class StagesConfiguration {

    @Bean
    Projected<MongoCells<Walk>> stagesProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new StagesProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> stagesRoutes(
            Reports reports, Projected<MongoCells<Walk>> stagesProjection, Team team, Projected<?> teamProjection) {
        return new StagesApi(reports, stagesProjection, team, Projected.freshness(stagesProjection, teamProjection))
                .routes();
    }
}
