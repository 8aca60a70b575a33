package io.milepost.reporting.read.milestones;

import io.milepost.platform.MilepostProperties;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import io.milepost.reporting.read.team.Team;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Sales and delivery milestones: one projection each, as each reads one topic by its own consumer group. */
@Configuration(proxyBeanMethods = false)
public class MilestonesConfiguration {

    @Bean
    Projected<MongoCells<Plan>> salesMilestones(Projections projections, MilepostProperties milepost) {
        return projections.of(new SalesMilestones(milepost.zone()));
    }

    @Bean
    Projected<MongoCells<Plan>> deliveryMilestones(Projections projections, MilepostProperties milepost) {
        return projections.of(new DeliveryMilestones(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> milestonesRoutes(
            Reports reports,
            Projected<MongoCells<Plan>> salesMilestones,
            Projected<MongoCells<Plan>> deliveryMilestones,
            Team team,
            Projected<?> teamProjection) {
        return new MilestonesApi(
                        reports,
                        Map.of(Kind.sales, salesMilestones, Kind.delivery, deliveryMilestones),
                        team,
                        Projected.freshness(salesMilestones, deliveryMilestones, teamProjection))
                .routes();
    }
}
