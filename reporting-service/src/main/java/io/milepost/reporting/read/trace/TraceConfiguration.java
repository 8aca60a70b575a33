package io.milepost.reporting.read.trace;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoProgress;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The trace: each service's topic is read by a consumer group of its own into nodes of its own, so that it can be rebuilt alone. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {
    private static final String GROUP = "reporting-service.trace-";

    @Bean
    NodeStore traceNodes(MongoClient client, MilepostProperties milepost) {
        return new MongoNodes(client.getDatabase(milepost.service()));
    }

    @Bean
    Subscription leadTraceSubscription(MongoClient client, MilepostProperties milepost, NodeStore traceNodes) {
        return subscription("lead", client.getDatabase(milepost.service()), traceNodes);
    }

    @Bean
    Subscription opportunityTraceSubscription(MongoClient client, MilepostProperties milepost, NodeStore traceNodes) {
        return subscription("opportunity", client.getDatabase(milepost.service()), traceNodes);
    }

    @Bean
    Subscription contractTraceSubscription(MongoClient client, MilepostProperties milepost, NodeStore traceNodes) {
        return subscription("contract", client.getDatabase(milepost.service()), traceNodes);
    }

    @Bean
    Subscription deliveryTraceSubscription(MongoClient client, MilepostProperties milepost, NodeStore traceNodes) {
        return subscription("delivery", client.getDatabase(milepost.service()), traceNodes);
    }

    private static Subscription subscription(String source, MongoDatabase database, NodeStore nodes) {
        return new Subscription(GROUP + source, source, new TraceRecorder(nodes, progress(source, database)::reached));
    }

    private static MongoProgress progress(String source, MongoDatabase database) {
        return new MongoProgress(database, "trace_" + source);
    }

    @Bean
    Freshness leadTraceFreshness(MongoClient client, MilepostProperties milepost, Backlog backlog, Clock clock) {
        return freshness("lead", client.getDatabase(milepost.service()), backlog, clock);
    }

    @Bean
    Freshness opportunityTraceFreshness(MongoClient client, MilepostProperties milepost, Backlog backlog, Clock clock) {
        return freshness("opportunity", client.getDatabase(milepost.service()), backlog, clock);
    }

    @Bean
    Freshness contractTraceFreshness(MongoClient client, MilepostProperties milepost, Backlog backlog, Clock clock) {
        return freshness("contract", client.getDatabase(milepost.service()), backlog, clock);
    }

    @Bean
    Freshness deliveryTraceFreshness(MongoClient client, MilepostProperties milepost, Backlog backlog, Clock clock) {
        return freshness("delivery", client.getDatabase(milepost.service()), backlog, clock);
    }

    private static Freshness freshness(String source, MongoDatabase database, Backlog backlog, Clock clock) {
        return new Freshness(
                GROUP + source,
                source,
                progress(source, database)::read,
                () -> backlog.behind(GROUP + source, source),
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> traceRoutes(
            Reports reports,
            NodeStore traceNodes,
            Freshness leadTraceFreshness,
            Freshness opportunityTraceFreshness,
            Freshness contractTraceFreshness,
            Freshness deliveryTraceFreshness) {
        var sources =
                List.of(leadTraceFreshness, opportunityTraceFreshness, contractTraceFreshness, deliveryTraceFreshness);
        return new TraceApi(reports, traceNodes, sources).routes();
    }
}
