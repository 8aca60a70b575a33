package io.milepost.bench.read;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.bench.RunningService;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How fast those who follow a log catch up with one that stands, each alone. */
final class Followers {

    private Followers() {}

    /** @param relay events per second to Kafka */
    record Measured(double relay, Table table) {}

    @Configuration(proxyBeanMethods = false)
    static class Around {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Catalogues parcels() {
            return new Catalogues(List.of(ParcelMessages.CATALOGUE));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Around.class, AxonConfiguration.class, ProjectionConfiguration.class})
    static class Lists {}

    @Configuration(proxyBeanMethods = false)
    @Import({Around.class, AxonConfiguration.class, RelayConfiguration.class})
    static class Publishing {}

    static Measured measure(Servers servers, String service) {
        double lists;
        try (var running = RunningService.parts(Lists.class, service, servers)) {
            lists = rate(running, running.bean(Listings.class)::position);
        }
        double relay;
        try (var running = RunningService.parts(Publishing.class, service, servers)) {
            var publishing = running.bean(Relay.class);
            relay = rate(running, () -> publishing.publishedPosition().orElse(0));
        }
        return new Measured(
                relay,
                new Table(
                        "Catching up with a log that stands",
                        List.of("follower", "events/s"),
                        List.of(
                                List.of("a projection, replayed into its lists", lists),
                                List.of("relay to Kafka, in transactions of up to 1,000", relay)),
                        List.of("Each alone, from its first step to the log's end.")));
    }

    private static double rate(RunningService running, LongSupplier position) {
        RunningService.await("the first step", () -> position.getAsLong() > 0);
        long from = position.getAsLong();
        long began = System.nanoTime();
        RunningService.await("the log's end", () -> position.getAsLong() >= running.head());
        return from >= running.head() ? Double.NaN : (running.head() - from) / ((System.nanoTime() - began) / 1e9);
    }
}
