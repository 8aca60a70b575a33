package io.milepost.reporting.read.movement;

import io.milepost.platform.MilepostProperties;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The movement projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class MovementConfiguration {

    @Bean
    Projected<MongoCells<MovingDeal>> movementProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new MovementProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> movementRoutes(
            Reports reports, Projected<MongoCells<MovingDeal>> movementProjection) {
        return new MovementApi(reports, movementProjection).routes();
    }
}
