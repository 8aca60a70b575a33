package io.milepost.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Relays that die at every step, or fall asleep amid a transaction and go on after another took over: the topic is the log. */
class RelayFaultIT {
    private static final Map<String, Object> CONNECTION =
            Map.of("bootstrap.servers", SuiteParts.shared().bootstrapServers());

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
    void a_relay_that_sleeps_amid_a_transaction_is_fenced_when_another_has_taken_over() {
        published.append(20);
        var asleep = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        var outcome = new CompletableFuture<Throwable>();
        var zombie = started("one", Faults.none(), settings -> new Sleeper(settings, asleep, wake, outcome));
        awaited(asleep);

        var other = started("two", Faults.none(), this::opened);
        await().until(() -> isThrough(other));
        published.awaitAllOnceInOrder(published.topics());
        assertThat(zombie.publishedPosition())
                .as("control: it had sent, and not committed")
                .hasValue(0);

        wake.countDown();
        assertThat(outcome.join()).isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        published.append(20);
        await().until(() -> isThrough(other) || isThrough(zombie));
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
        var topic = new EventTopic(published.database().getName());
        var leases = faults.around(published.database()).getCollection("relay_lease");
        var relay = new LogRelay(
                published.log(),
                topic,
                new Broker(topic, CONNECTION, opening),
                new Lease(leases, holder, Duration.ofSeconds(1), Clock.systemUTC()),
                new StartingPoint(null, null));
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

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its first commit waits until it is woken, and tells what came of it. */
    private static final class Sleeper extends KafkaProducer<byte[], byte[]> {
        private final CountDownLatch asleep;
        private final CountDownLatch wake;
        private final CompletableFuture<Throwable> outcome;

        Sleeper(
                Map<String, Object> settings,
                CountDownLatch asleep,
                CountDownLatch wake,
                CompletableFuture<Throwable> outcome) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
            this.asleep = asleep;
            this.wake = wake;
            this.outcome = outcome;
        }

        @Override
        public void commitTransaction() {
            flush();
            asleep.countDown();
            awaited(wake);
            try {
                super.commitTransaction();
                outcome.complete(new AssertionError("it was not fenced"));
            } catch (RuntimeException fenced) {
                outcome.complete(fenced);
                throw fenced;
            }
        }
    }
}
