package io.milepost.reporting.read.contracts;

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

/** The contracts projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class ContractsConfiguration {

    @Bean
    Projected<MongoCells<Agreement>> contractsProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new ContractsProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> contractsRoutes(
            Reports reports,
            Projected<MongoCells<Agreement>> contractsProjection,
            Team team,
            Projected<?> teamProjection) {
        return new ContractsApi(
                        reports, contractsProjection, team, Projected.freshness(contractsProjection, teamProjection))
                .routes();
    }
}
