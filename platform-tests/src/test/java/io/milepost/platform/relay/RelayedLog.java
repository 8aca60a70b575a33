package io.milepost.platform.relay;

import static io.milepost.platform.relay.Topics.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.vital.VitalThreads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A log of its own with the topics that a relay publishes it to. */
record RelayedLog(MongoClient client, MongoDatabase database, EventLog log, Topics topics, RandomGenerator random)
        implements AutoCloseable {
    static final Instant LONG_AGO = Instant.parse("2017-03-01T00:00:00Z");

    private static final List<UUID> KEYS =
            IntStream.range(0, 20).mapToObj(i -> new UUID(7, i)).toList();

    static RelayedLog open(String source) {
        return open(SuiteParts.shared().mongoUri(), SuiteParts.shared().bootstrapServers(), source);
    }

    static RelayedLog open(String mongo, String bootstrap, String source) {
        var client = MongoClients.create(mongo);
        var database = client.getDatabase(source);
        return new RelayedLog(
                client,
                database,
                EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry()),
                new Topics(bootstrap, source),
                RandomGeneratorFactory.of("L64X128MixRandom").create(42));
    }

    Lease lease(String name, String holder, Duration term) {
        return new Lease(database.getCollection(name), "relay", holder, term, Clock.systemUTC());
    }

    /**
     * A relay of this log whose lease lasts a second.
     *
     * @param leases where the lease is kept
     */
    LogRelay relay(String holder, MongoDatabase leases, Broker.Producers opening) {
        var topic = new EventTopic(database.getName());
        return new LogRelay(
                log,
                topic,
                new Broker(topic, topics.connection(), opening),
                new Lease(
                        leases.getCollection("relay_lease"), "relay", holder, Duration.ofSeconds(1), Clock.systemUTC()),
                new StartingPoint(null, null),
                new VitalThreads());
    }

    void append(int commits) {
        for (int i = 0; i < commits; i++) {
            var key = KEYS.get(random.nextInt(KEYS.size()));
            var event = new NewEvent(
                    UUID.randomUUID(),
                    "parcel.weighed",
                    1,
                    LONG_AGO,
                    "{\"n\":1}".getBytes(StandardCharsets.UTF_8),
                    Map.of(
                            Metadata.AGGREGATE, "parcel",
                            Metadata.SUBJECT, key.toString(),
                            Metadata.ROOT, key.toString(),
                            Metadata.CORRELATION, "story",
                            Metadata.ACTOR, "clerk"),
                    Set.of("parcel=" + key));
            var stored = log.append(new Append(
                            AppendCondition.none(), UUID.randomUUID().toString(), new byte[32], List.of(event)))
                    .join();
            assertThat(stored).isInstanceOf(Append.Result.Stored.class);
        }
    }

    /** A transaction is committed before its marks stand on the partitions that it wrote to. */
    void awaitAllOnceInOrder(Topics where) {
        await().untilAsserted(() -> assertAllOnceInOrder(where.committed()));
    }

    private void assertAllOnceInOrder(List<ConsumerRecord<byte[], byte[]>> committed) {
        var positions = committed.stream()
                .map(record -> Long.parseLong(header(record.headers(), "ce_sequence")))
                .toList();
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, log.head()).boxed().toList());
        var lastOf = new HashMap<Integer, Long>();
        committed.forEach(record -> {
            var position = Long.parseLong(header(record.headers(), "ce_sequence"));
            assertThat(position).isGreaterThan(lastOf.getOrDefault(record.partition(), 0L));
            lastOf.put(record.partition(), position);
            assertThat(record.partition())
                    .isEqualTo(EventTopic.partitionOf(new String(record.key(), StandardCharsets.UTF_8)));
        });
    }

    @Override
    public void close() {
        topics.close();
        log.close();
        client.close();
    }
}
