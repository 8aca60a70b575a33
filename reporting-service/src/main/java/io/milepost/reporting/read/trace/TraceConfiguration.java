package io.milepost.reporting.read.trace;

import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The trace: each service's topic is read by a consumer group of its own, all of them into the same nodes. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

    @Bean
    Projected<MongoNodes> traceProjection(Projections projections) {
        return projections.of("trace", MongoNodes::new, MongoNodes.SERVICES.toArray(String[]::new));
    }

    @Bean
    RouterFunction<ServerResponse> traceRoutes(Reports reports, Projected<MongoNodes> traceProjection) {
        return new TraceApi(reports, traceProjection).routes();
    }
}
