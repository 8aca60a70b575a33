package io.milepost.reporting.read.trace;

import io.milepost.platform.web.Blocking;
import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.mart.export.ExportProperties;
import io.milepost.reporting.read.mart.export.Turn;
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

    /** The export's path is one of those that a trace could have: it comes first. */
    @Bean
    RouterFunction<ServerResponse> traceRoutes(
            Reports reports, Feeding martFeeding, Mart mart, ExportProperties exports, Blocking blocking) {
        return new ObjectLogApi(martFeeding, new ObjectLog(mart, exports.time()), new Turn.Turns(1), blocking)
                .routes()
                .and(new TraceApi(reports, martFeeding, new TraceReading(mart)).routes());
    }
}
