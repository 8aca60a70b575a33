package io.milepost.reporting;

import io.milepost.platform.relay.CloudEvent;
import io.milepost.platform.relay.EventTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends events as a service's relay does (event-log.md 6): in order of position, in transactions, by the root's partition. */
final class Publisher implements AutoCloseable {
    private final String source;
    private final EventTopic topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private String epoch = "epoch-1";
    private long position;

    Publisher(String bootstrapServers, String source) throws Exception {
        this.source = source;
        this.bootstrapServers = bootstrapServers;
        topic = new EventTopic(source);
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic.name(), EventTopic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "test-" + source),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** One transaction for all events of a story. */
    void send(Event... events) {
        producer.beginTransaction();
        Arrays.stream(events).forEach(this::send);
        producer.commitTransaction();
    }

    /** A record that no relay writes, in the partition of this subject: it is no event. */
    void sendNoEvent(UUID beside) {
        producer.beginTransaction();
        var key = beside.toString();
        var _ = producer.send(new ProducerRecord<>(
                topic.name(),
                partitionOf(beside),
                key.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8)));
        producer.commitTransaction();
    }

    static int partitionOf(UUID subject) {
        return Math.floorMod(subject.toString().hashCode(), EventTopic.PARTITIONS);
    }

    /** As the relay of a restored service does: what was sent goes, and another history begins. */
    void beginAnew(String another) throws Exception {
        var all = new HashMap<TopicPartition, RecordsToDelete>();
        for (int partition = 0; partition < EventTopic.PARTITIONS; partition++) {
            all.put(new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(-1));
        }
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.deleteRecords(all).all().get();
        }
        epoch = another;
        position = 0;
    }

    long position() {
        return position;
    }

    /** What happened to one subject, which is its own root here. */
    record Event(
            String type,
            UUID subject,
            LocalDate on,
            String data,
            @Nullable UUID cause) {
        Event(String type, UUID subject, LocalDate on, String data) {
            this(type, subject, on, data, null);
        }

        Event causedBy(UUID event) {
            return new Event(type, subject, on, data, event);
        }
    }

    /** The id of the event at this position. */
    UUID id(long at) {
        return new UUID(source.hashCode(), at);
    }

    private void send(Event event) {
        position++;
        var key = event.subject().toString();
        var record = new ProducerRecord<>(
                topic.name(),
                partitionOf(event.subject()),
                key.getBytes(StandardCharsets.UTF_8),
                event.data().getBytes(StandardCharsets.UTF_8));
        Map.of(
                        CloudEvent.SPEC_VERSION,
                        "1.0",
                        CloudEvent.ID,
                        id(position).toString(),
                        CloudEvent.TYPE,
                        event.type(),
                        CloudEvent.SOURCE,
                        source,
                        CloudEvent.SUBJECT,
                        key,
                        CloudEvent.TIME,
                        event.on()
                                .atTime(LocalTime.NOON)
                                .toInstant(ZoneOffset.UTC)
                                .toString(),
                        CloudEvent.RECORDED_TIME,
                        Instant.now().toString(),
                        CloudEvent.SEQUENCE,
                        "%020d".formatted(position),
                        CloudEvent.CORRELATION,
                        "test",
                        CloudEvent.EPOCH,
                        epoch)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (event.cause() != null) {
            record.headers().add(CloudEvent.CAUSATION, event.cause().toString().getBytes(StandardCharsets.UTF_8));
        }
        record.headers().add(CloudEvent.ACTOR, "tester".getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(record); // a failure shows when the transaction commits
    }

    @Override
    public void close() {
        producer.close();
    }
}
