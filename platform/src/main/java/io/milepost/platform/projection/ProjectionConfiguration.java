package io.milepost.platform.projection;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.observe.Visibility;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.setaside.SetAsideConfiguration;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Lists of every aggregate of the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MilepostProperties.class)
@Import({SetAsideConfiguration.class, VitalConfiguration.class})
public class ProjectionConfiguration {
    private static final Duration BETWEEN_FIGURES = Duration.ofSeconds(30);

    @Bean
    TailedListings listings(
            EventLog log,
            MongoClient client,
            MilepostProperties milepost,
            Catalogues catalogues,
            EventCodec codec,
            Entities entities,
            SetAsides setAsides,
            Clock clock,
            VitalThreads threads,
            MeterRegistry meters,
            ObjectProvider<Spans> spans) {
        var asides = new OwnAsides(setAsides, TailedListings.READER, milepost.service(), clock);
        var listings = new TailedListings(
                        log,
                        new ListGenerations(
                                client.getDatabase(milepost.service()), catalogues.all(), codec, entities, asides),
                        asides,
                        threads,
                        new Visibility("lists", milepost.service(), meters, clock))
                .tracedBy(spans.getIfAvailable(() -> Spans.NONE));
        Gauge.builder("milepost.projection.position", listings, TailedListings::position)
                .description("Position of the log that the lists have applied")
                .register(meters);
        Gauge.builder("milepost.projection.lag.events", listings, l -> Math.max(0, log.head() - l.position()))
                .description("Events stored and not yet in the lists")
                .register(meters);
        Gauge.builder("milepost.projection.lag.seconds", listings, l -> l.lag().toMillis() / 1e3)
                .description("For how long the lists have been behind the log, at most")
                .register(meters);
        return listings;
    }

    /** What a service counts of its lists. */
    @Bean(destroyMethod = "dispose")
    Disposable figures(
            TailedListings listings, ObjectProvider<Figures> counted, VitalThreads threads, MeterRegistry meters) {
        var figures = counted.stream().flatMap(some -> some.all().stream()).toList();
        var told = new FigureMeters(listings, figures, meters);
        return figures.isEmpty()
                ? Disposables.disposed()
                : threads.every(
                        BETWEEN_FIGURES,
                        "figures",
                        () -> VitalThreads.attempt("count what the lists have", told::look));
    }
}
