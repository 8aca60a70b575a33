package io.milepost.reporting.read.trace;

import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Mart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The trace: kept in the mart, told from there. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

    @Bean
    Keeper traceKeeper() {
        return new TraceKeeper();
    }

    @Bean
    RouterFunction<ServerResponse> traceRoutes(Reports reports, Feeding martFeeding, Mart mart) {
        return new TraceApi(reports, martFeeding, new TraceReading(mart)).routes();
    }
}
