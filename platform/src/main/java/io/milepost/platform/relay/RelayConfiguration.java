package io.milepost.platform.relay;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Publishes the log of this service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MilepostProperties.class, RelayProperties.class})
@Import({VitalConfiguration.class, BrokerConnectionConfiguration.class})
public class RelayConfiguration {

    @Bean
    LogRelay relay(
            EventLog log,
            MongoClient client,
            MilepostProperties milepost,
            RelayProperties relay,
            BrokerConnection connection,
            Clock clock,
            VitalThreads threads,
            MeterRegistry meters,
            ObjectProvider<Spans> spans) {
        var topic = new EventTopic(milepost.service());
        var lease = new Lease(
                client.getDatabase(milepost.service()).getCollection("relay_lease"),
                "relay",
                UUID.randomUUID().toString(),
                relay.lease(),
                clock);
        var broker = new Broker(topic, connection.producer());
        var running = new LogRelay(
                        log, topic, broker, lease, new StartingPoint(relay.resumeAfter(), relay.republish()), threads)
                .tracedBy(spans.getIfAvailable(() -> Spans.NONE));
        RelayMeters.of(running, broker, log, meters);
        return running;
    }

    /** A broker that is away is no reason to refuse commands; topics that could lose events are. */
    @Bean
    HealthIndicator relayHealthIndicator(Relay relay) {
        return () -> switch (relay.status()) {
            case Relay.Status.StandingBy _ ->
                Health.up().withDetail("relay", "standing by").build();
            case Relay.Status.Publishing _ ->
                Health.up().withDetail("relay", "publishing").build();
            case Relay.Status.Retrying(var cause) ->
                Health.up()
                        .withDetail("relay", "retrying")
                        .withDetail("cause", cause)
                        .build();
            case Relay.Status.Refusing(var reason) ->
                Health.outOfService().withDetail("reason", reason).build();
        };
    }
}
