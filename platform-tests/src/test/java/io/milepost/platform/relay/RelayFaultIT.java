package io.milepost.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.TestProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Relays that die at every step, in this process or by halting one of their own, or are stopped amid a transaction and go on after
 * another took over: the topic is the log. With {@code -Dhalts=all} a process is halted at every of its calls.
 */
class RelayFaultIT {
    /** Opening and beginning are the first calls, then come four events and their checkpoint. */
    private static final int COMMITTING = 8;

    private static final int COMMITTED = 9;

    private final List<LogRelay> relays = new ArrayList<>();
    private final List<Producer<byte[], byte[]>> producers = new ArrayList<>();

    private RelayedLog published;

    @BeforeEach
    void open(TestInfo test) {
        published =
                RelayedLog.open("f" + Integer.toHexString(test.getDisplayName().hashCode()));
    }

    @AfterEach
    void close() {
        relays.forEach(LogRelay::stop);
        producers.forEach(producer -> producer.close(Duration.ZERO));
        published.close();
    }

    @Test
    void a_relay_that_dies_at_every_step_publishes_every_event_once_and_in_order() {
        int deaths = 0;
        // From the beginning at every step, and from a checkpoint at some.
        for (int steps : new int[] {1, 3}) {
            published.append(4);
            for (int call = 1; !livesThrough(call); call += steps) {
                deaths++;
            }
        }

        // Opening the producer, beginning, five records, and committing, which may be done and not be known to be.
        assertThat(deaths).as("control: deaths").isGreaterThan(9);
        published.awaitAllOnceInOrder(published.topics());
    }

    @Test
    void a_process_that_is_halted_and_started_again_publishes_every_event_once_and_in_order() {
        published.append(4);
        var halted = TestProcess.halted(
                TestProcess.calls(1 + new Random(4).nextInt(COMMITTING - 1), COMMITTING, COMMITTED)
                        .limit(COMMITTED),
                call -> RelayProcess.halting(published, "one", call),
                () -> false);

        assertThat(halted)
                .as("control")
                .hasSizeGreaterThanOrEqualTo(3)
                .endsWith("before commitTransaction", "after commitTransaction");
        published.awaitAllOnceInOrder(published.topics());
        assertThat(published.topics().sent())
                .as("control: what was sent and not committed")
                .hasSizeGreaterThanOrEqualTo(2 * 4);

        published.append(4);
        var living = started("one", Faults.none(), this::opened);
        await().until(() -> isThrough(living));
        published.awaitAllOnceInOrder(published.topics());
    }

    @Test
    void a_process_that_is_stopped_amid_a_transaction_is_fenced_when_another_has_taken_over() {
        published.append(20);
        try (var zombie = RelayProcess.holding(published, "one")) {
            assertThat(zombie.next()).isEqualTo("sent");
            zombie.pause();
            var other = started("two", Faults.none(), this::opened);
            await().until(() -> isThrough(other));

            zombie.wake();
            assertThat(zombie.next()).isIn("ProducerFencedException", "InvalidProducerEpochException");
            published.awaitAllOnceInOrder(published.topics());
            assertThat(published.topics().sent()).as("control: both had sent").hasSizeGreaterThan(20);

            published.append(20);
            await().until(() -> isThrough(other));
            zombie.end();
        }
        published.awaitAllOnceInOrder(published.topics());
    }

    /** Whether it has lived until all was published. */
    private boolean livesThrough(int call) {
        var faults = Faults.dyingAt(call);
        var relay = started("one", faults, settings -> {
            var producer = opened(settings);
            return faults.around(producer, () -> producer.close(Duration.ZERO));
        });
        // A death is an error that nobody catches, which is meant.
        await().dontCatchUncaughtExceptions()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> faults.isDead() || isThrough(relay) || isRefusing(relay));
        assertThat(isRefusing(relay)).as("it asks for an operator").isFalse();
        relay.stop();
        return !faults.isDead();
    }

    private LogRelay started(String holder, Faults faults, Broker.Producers opening) {
        var relay = published.relay(holder, faults.around(published.database()), opening);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private Producer<byte[], byte[]> opened(Map<String, Object> settings) {
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    private boolean isThrough(LogRelay relay) {
        return relay.publishedPosition().orElse(-1) == published.log().head();
    }

    private static boolean isRefusing(LogRelay relay) {
        return relay.status() instanceof Relay.Status.Refusing;
    }
}
