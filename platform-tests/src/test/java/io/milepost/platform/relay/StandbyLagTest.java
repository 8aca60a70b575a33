package io.milepost.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.vital.VitalThreads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far behind a relay says it is that has stood by for long. */
class StandbyLagTest {
    private static final int LOOKS = 3;
    private static final int EVENTS = 3;
    private static final NewEvent EVENT = new NewEvent(
            UUID.randomUUID(),
            "parcel.weighed",
            1,
            Instant.parse("2026-03-01T12:00:00Z"),
            "{}".getBytes(StandardCharsets.UTF_8),
            Map.of(),
            Set.of());

    private static final class AwayBroker extends Broker {
        AwayBroker(EventTopic topic) {
            super(topic, Map.of());
        }

        @Override
        void prepareTopics() {
            throw new KafkaException("away");
        }
    }

    @Test
    @DisplayName("operate.md 1.6: the lag of a standby is nothing, and after a take-over it counts from there")
    void a_relay_that_takes_over_is_not_as_far_behind_as_it_is_old() {
        var nanos = new AtomicLong();
        var lags = new ArrayList<Double>();
        var behind = new ArrayList<Double>();
        try (var database = EmbeddedDatabase.start(null, 0);
                var client = MongoClients.create(database.uri());
                var log = EventLog.open(client.getDatabase("standby"), Clock.systemUTC(), new SimpleMeterRegistry())) {
            var leases = client.getDatabase("standby").getCollection("relay_lease");
            var other = new Lease(leases, "relay", "other", Duration.ofMinutes(10), Clock.systemUTC());
            assertThat(other.held()).isTrue();
            for (int i = 0; i < EVENTS; i++) {
                log.append(new Append(AppendCondition.none(), "r" + i, new byte[32], List.of(EVENT)))
                        .join();
            }
            var topic = new EventTopic("standby");
            new LogRelay(
                    log,
                    topic,
                    new AwayBroker(topic),
                    new Lease(leases, "relay", "own", Duration.ofMinutes(10), Clock.systemUTC()),
                    new StartingPoint(null, null),
                    new VitalThreads(),
                    nanos::get) {
                @Override
                void pause(Duration length) {
                    nanos.addAndGet(Duration.ofMinutes(10).toNanos());
                    lags.add(lagSeconds());
                    behind.add(RelayMeters.behind(this, log));
                    if (lags.size() == LOOKS) {
                        other.release();
                    }
                    if (lags.size() == LOOKS + 2) {
                        stop();
                    }
                }
            }.run();
        }

        assertThat(lags).containsExactlyElementsOf(List.of(0.0, 0.0, 0.0, 1_200.0, 1_800.0));
        assertThat(behind)
                .as("NaN while another one publishes; all events while no broker says which it has")
                .containsExactlyElementsOf(
                        List.of(Double.NaN, Double.NaN, Double.NaN, (double) EVENTS, (double) EVENTS));
    }
}
