package io.milepost.reporting.read.team;

import io.milepost.platform.MilepostProperties;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The team projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class TeamConfiguration {

    @Bean
    Projected<MongoCells<TeamMember>> teamProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new TeamProjection(milepost.zone()));
    }

    @Bean
    Team team(Projected<MongoCells<TeamMember>> teamProjection) {
        return new Team(teamProjection);
    }
}
