package io.milepost.reporting.read.milestones;

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
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Sales and delivery milestones: one projection each, as each reads one topic by its own consumer group. */
@Configuration(proxyBeanMethods = false)
public class MilestonesConfiguration {
    private static final String SALES = "reporting-service.sales-milestones";
    private static final String DELIVERY = "reporting-service.delivery-milestones";

    @Bean
    SalesMilestones salesMilestones(MilepostProperties milepost) {
        return new SalesMilestones(milepost.zone());
    }

    @Bean
    DeliveryMilestones deliveryMilestones(MilepostProperties milepost) {
        return new DeliveryMilestones(milepost.zone());
    }

    @Bean
    MongoCells<Plan> salesMilestonesCells(
            MongoClient client, MilepostProperties milepost, SalesMilestones salesMilestones) {
        return new MongoCells<>(client.getDatabase(milepost.service()), salesMilestones);
    }

    @Bean
    MongoCells<Plan> deliveryMilestonesCells(
            MongoClient client, MilepostProperties milepost, DeliveryMilestones deliveryMilestones) {
        return new MongoCells<>(client.getDatabase(milepost.service()), deliveryMilestones);
    }

    @Bean
    Subscription salesMilestonesSubscription(SalesMilestones salesMilestones, MongoCells<Plan> salesMilestonesCells) {
        return new Subscription(
                SALES, salesMilestones.source(), new Projector<>(salesMilestones, salesMilestonesCells));
    }

    @Bean
    Subscription deliveryMilestonesSubscription(
            DeliveryMilestones deliveryMilestones, MongoCells<Plan> deliveryMilestonesCells) {
        return new Subscription(
                DELIVERY, deliveryMilestones.source(), new Projector<>(deliveryMilestones, deliveryMilestonesCells));
    }

    @Bean
    Freshness salesMilestonesFreshness(
            SalesMilestones salesMilestones, MongoCells<Plan> salesMilestonesCells, Backlog backlog, Clock clock) {
        return new Freshness(
                SALES,
                salesMilestones.source(),
                salesMilestonesCells::progress,
                () -> backlog.behind(SALES, salesMilestones.source()),
                clock);
    }

    @Bean
    Freshness deliveryMilestonesFreshness(
            DeliveryMilestones deliveryMilestones,
            MongoCells<Plan> deliveryMilestonesCells,
            Backlog backlog,
            Clock clock) {
        return new Freshness(
                DELIVERY,
                deliveryMilestones.source(),
                deliveryMilestonesCells::progress,
                () -> backlog.behind(DELIVERY, deliveryMilestones.source()),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> milestonesRoutes(
            Reports reports,
            MongoCells<Plan> salesMilestonesCells,
            MongoCells<Plan> deliveryMilestonesCells,
            Team team,
            Freshness salesMilestonesFreshness,
            Freshness deliveryMilestonesFreshness,
            Freshness teamFreshness) {
        return new MilestonesApi(
                        reports,
                        Map.of(Kind.sales, salesMilestonesCells, Kind.delivery, deliveryMilestonesCells),
                        team,
                        List.of(salesMilestonesFreshness, deliveryMilestonesFreshness, teamFreshness))
                .routes();
    }
}
