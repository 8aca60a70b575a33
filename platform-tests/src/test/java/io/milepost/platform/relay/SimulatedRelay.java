package io.milepost.platform.relay;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.simulation.Instance;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;

/** The relay as it is, with its lease, its checkpoint and its decision where to begin, over clients of a broker in memory. */
public final class SimulatedRelay {

    private SimulatedRelay() {}

    /** How a relay reaches its broker. */
    public record Clients(
            Function<Map<String, Object>, Producer<byte[], byte[]>> producers,
            Function<Map<String, Object>, org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers) {}

    /**
     * Publishes until the instance dies.
     *
     * @param early whether the checkpoint is read before the producer is opened, which is a mistake
     * @param refusals is told when the relay asks for an operator
     */
    public static void run(
            Instance instance,
            EventLog log,
            String source,
            MongoCollection<Document> leases,
            Clock clock,
            Clients clients,
            boolean early,
            Consumer<String> refusals) {
        var topic = new EventTopic(source);
        var broker = early ? new EarlyBroker(topic, clients) : new MemoryBroker(topic, clients);
        var lease = new Lease(leases, "relay", instance.toString(), Duration.ofSeconds(10), clock);
        new LogRelay(
                log,
                topic,
                broker,
                lease,
                new StartingPoint(null, null),
                new VitalThreads(),
                instance.schedule()::nanoTime) {
            @Override
            void pause(Duration length) {
                if (status() instanceof Status.Refusing(var reason)) {
                    refusals.accept(reason);
                }
                instance.await(() -> false, length.toNanos());
            }
        }.run();
    }

    /** Topics stand from the beginning: what makes and verifies them is not simulated. */
    private static class MemoryBroker extends Broker {
        MemoryBroker(EventTopic topic, Clients clients) {
            super(topic, Map.of(), clients.producers()::apply, clients.consumers()::apply);
        }

        @Override
        void prepareTopics() {
            // They are there.
        }
    }

    private static final class EarlyBroker extends MemoryBroker {
        private Optional<Checkpoint> before = Optional.empty();

        EarlyBroker(EventTopic topic, Clients clients) {
            super(topic, clients);
        }

        @Override
        Producer<byte[], byte[]> openProducer() {
            before = super.checkpoint();
            return super.openProducer();
        }

        @Override
        Optional<Checkpoint> checkpoint() {
            return before;
        }
    }
}
