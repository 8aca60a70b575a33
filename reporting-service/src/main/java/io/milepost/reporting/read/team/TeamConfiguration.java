package io.milepost.reporting.read.team;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.cells.Projector;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The team projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class TeamConfiguration {
    private static final String GROUP = "reporting-service.team";

    @Bean
    TeamProjection teamProjection(MilepostProperties milepost) {
        return new TeamProjection(milepost.zone());
    }

    @Bean
    MongoCells<TeamMember> teamCells(MongoClient client, MilepostProperties milepost, TeamProjection projection) {
        return new MongoCells<>(client.getDatabase(milepost.service()), projection);
    }

    @Bean
    Subscription teamSubscription(TeamProjection projection, MongoCells<TeamMember> teamCells) {
        return new Subscription(GROUP, projection.source(), new Projector<>(projection, teamCells));
    }

    @Bean
    Freshness teamFreshness(TeamProjection projection, MongoCells<TeamMember> teamCells, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP,
                projection.source(),
                teamCells::progress,
                () -> backlog.behind(GROUP, projection.source()),
                clock);
    }

    @Bean
    Team team(MongoCells<TeamMember> teamCells) {
        return new Team(teamCells);
    }
}
