package io.milepost.reporting.read.generations;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbox;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.reporting.read.FreshnessPoller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What all projections share: how they are declared, read for, measured, rebuilt and reconciled. */
@Configuration(proxyBeanMethods = false)
public class GenerationsConfiguration {

    @Bean
    Lineages lineages(MongoClient client, MilepostProperties milepost) {
        return new Lineages(database(client, milepost));
    }

    @Bean
    Projections projections(
            MongoClient client, MilepostProperties milepost, Lineages lineages, Backlog backlog, Clock clock) {
        return new Projections(database(client, milepost), lineages, backlog, clock, milepost.service());
    }

    @Bean
    Rebuilding rebuilding(
            List<Projected<?>> projections,
            Lineages lineages,
            SetAsides setAsides,
            Inbox inbox,
            Backlog backlog,
            Clock clock,
            @Value("${milepost.projection.keep-retired:1m}") Duration keepRetired,
            @Value("${milepost.projection.between-looks:500ms}") Duration betweenLooks,
            VitalThreads threads,
            MeterRegistry meters) {
        var list = new OperatorsList(setAsides, clock);
        var rebuilding =
                new Rebuilding(projections, lineages, list, inbox, backlog, clock, keepRetired, betweenLooks, threads);
        for (Projected<?> projection : projections) {
            Gauge.builder("milepost.projection.generation", projection, Projected::number)
                    .tag("projection", projection.name())
                    .description("The generation that is read")
                    .register(meters);
            Gauge.builder("milepost.projection.set.aside", list, all -> all.told(projection))
                    .tag("projection", projection.name())
                    .description("Subjects that the numbers leave out from an event on that cannot be read or counted")
                    .register(meters);
            Gauge.builder("milepost.projection.rebuild.progress", rebuilding, all -> all.share(projection))
                    .tag("projection", projection.name())
                    .description("How far the rebuild under way has come, from 0 to 1; 1 when there is none")
                    .register(meters);
        }
        return rebuilding;
    }

    /** {@code milepost.projection.lag} and {@code .position} of each live generation, by the group of the first one: a rebuild does not end a series. */
    @Bean
    FreshnessPoller looking(List<Projected<?>> projections, VitalThreads threads, MeterRegistry meters) {
        var all = projections.stream()
                .flatMap(projection -> projection.freshness().stream())
                .toList();
        return new FreshnessPoller(all, threads, meters);
    }

    @Bean
    RouterFunction<ServerResponse> projectionRoutes(
            List<Projected<?>> projections,
            ObjectProvider<OtherProjection> others,
            Lineages lineages,
            History history,
            Blocking blocking,
            Clock clock) {
        return new ProjectionsApi(projections, others.orderedStream().toList(), lineages, history, blocking, clock)
                .routes();
    }

    private static MongoDatabase database(MongoClient client, MilepostProperties milepost) {
        return client.getDatabase(milepost.service());
    }
}
