package io.milepost.reporting.read.collections;

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

/** The collections projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class CollectionsConfiguration {

    @Bean
    Projected<MongoCells<Schedule>> collectionsProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new CollectionsProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> collectionsRoutes(
            Reports reports,
            Projected<MongoCells<Schedule>> collectionsProjection,
            Team team,
            Projected<?> teamProjection) {
        return new CollectionsApi(
                        reports,
                        collectionsProjection,
                        team,
                        Projected.freshness(collectionsProjection, teamProjection))
                .routes();
    }
}
