package io.milepost.reporting.read.closures;

import io.milepost.platform.MilepostProperties;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The closures projection: fed by its own consumer group, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class ClosuresConfiguration {

    @Bean
    Projected<MongoCells<Closing>> closuresProjection(Projections projections, MilepostProperties milepost) {
        return projections.of(new ClosuresProjection(milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> closuresRoutes(Reports reports, Projected<MongoCells<Closing>> closuresProjection) {
        return new ClosuresApi(reports, closuresProjection).routes();
    }
}
