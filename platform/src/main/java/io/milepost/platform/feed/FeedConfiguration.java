package io.milepost.platform.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.limit.Endless;
import io.milepost.platform.relay.Envelope;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.PositionHeaders;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Offers the log of this service under {@code /v1/events}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
@Import(VitalConfiguration.class)
public class FeedConfiguration {

    @Bean
    LogPulse logPulse(EventLog log, VitalThreads threads) {
        return new LogPulse(log, threads);
    }

    @Bean
    Endless eventStreams() {
        return new Endless(EventStreams::concerns);
    }

    @Bean
    RouterFunction<ServerResponse> feedRoutes(
            Catalogues catalogues,
            EventLog log,
            LogPulse pulse,
            FeedProperties settings,
            MilepostProperties milepost,
            Clock clock,
            MeterRegistry meters,
            Blocking blocking) {
        var written = new StructuredEvents(new Envelope(new EventTopic(milepost.service()), log.epoch()));
        var queries = new FeedQueryReader(log, catalogues.all());
        var reads = new EventReads(
                queries, new FeedPages(log), written, log.epoch(), blocking, new PositionHeaders(milepost.service()));
        var streams = new EventStreams(
                queries, new LiveFeed(log, pulse, written, settings, meters), log.epoch(), clock, blocking);
        return RouterFunctions.route()
                .GET(
                        EventStreams.PATH,
                        request -> EventStreams.asked(request) ? streams.stream(request) : reads.page(request))
                .GET("/v1/events/proof", reads::proof)
                .build();
    }
}
