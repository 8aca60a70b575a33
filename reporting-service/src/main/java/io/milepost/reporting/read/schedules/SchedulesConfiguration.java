package io.milepost.reporting.read.schedules;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.InboxConfiguration;
import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.relay.BrokerConnection;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.inbound.lead.ScheduleFacts;
import io.milepost.reporting.read.mart.api.ReportFiles;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.export.KeptFiles;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.Mart;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;

/** Lets the service hear of runs that became due, and make them. */
@Configuration(proxyBeanMethods = false)
public class SchedulesConfiguration {

    @Bean
    RunStore reportRuns(Mart mart) {
        var store = new RunStore(mart);
        store.open();
        return store;
    }

    @Bean
    KeptFiles reportRunFiles(RunStore reportRuns) {
        return reportRuns::files;
    }

    @Bean
    Runs reportRunning(
            RunStore reportRuns,
            Declarations declarations,
            Feeding martFeeding,
            Sights sights,
            Clock clock,
            MilepostProperties milepost) {
        var files = new ReportFiles(declarations, martFeeding, clock, milepost.zone());
        return new Runs(reportRuns, files, sights, clock);
    }

    @Bean(destroyMethod = "stop")
    TopicTail reportRunsTail(Runs reportRunning, BrokerConnection broker, VitalThreads threads) {
        var tail = InboxConfiguration.tail(ScheduleFacts.SOURCE, broker, reportRunning);
        threads.start("report-runs", tail);
        return tail;
    }

    @Bean(destroyMethod = "dispose")
    Disposable reportRunsMaking(Runs reportRunning, VitalThreads threads) {
        return threads.every(
                Duration.ofSeconds(2),
                "report-runs-making",
                () -> VitalThreads.attempt("make scheduled reports", reportRunning::look));
    }

    @Bean
    RouterFunction<ServerResponse> reportRunsRoutes(RunStore reportRuns, Sights sights, Blocking blocking) {
        return new RunsApi(reportRuns, sights, blocking).routes();
    }
}
