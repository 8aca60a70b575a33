package io.milepost.platform.relay;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What stands on a topic, and events put there as a relay would. */
public final class Topics implements AutoCloseable {
    private final EventTopic topic;
    private final Map<String, Object> connection;
    private final KafkaProducer<byte[], byte[]> producer;

    public Topics(String bootstrap, String source) {
        topic = new EventTopic(source);
        connection = Map.of("bootstrap.servers", bootstrap);
        producer = new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Makes the topics of this source. */
    public Topics create() {
        new Broker(topic, connection).prepareTopics();
        return this;
    }

    /** Publishes one event; its id is made of its position, so that the same one can be published again. */
    public void publish(String epoch, long position, UUID key, String name, String json) {
        var event = new StoredEvent(
                position,
                idOf(epoch, position),
                name,
                1,
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2017-01-02T03:04:05Z"),
                json.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Metadata.ROOT,
                        key.toString(),
                        Metadata.SUBJECT,
                        key.toString(),
                        Metadata.ACTOR,
                        "clerk",
                        Metadata.CORRELATION,
                        "story-" + position));
        send(new Envelope(topic, epoch).of(event));
    }

    /** Publishes something that no relay would. */
    public void publishNoise(UUID key) {
        var bytes = key.toString().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topic.name(), EventTopic.partitionOf(key.toString()), bytes, bytes));
    }

    public static UUID idOf(String epoch, long position) {
        return UUID.nameUUIDFromBytes((epoch + position).getBytes(StandardCharsets.UTF_8));
    }

    public static int partitionOf(UUID key) {
        return EventTopic.partitionOf(key.toString());
    }

    Map<String, Object> connection() {
        return connection;
    }

    /** Everything that was committed, partition after partition. */
    public List<ConsumerRecord<byte[], byte[]>> committed() {
        return read("read_committed");
    }

    /** Everything that was ever sent, whether it was committed or not. */
    List<ConsumerRecord<byte[], byte[]>> sent() {
        return read("read_uncommitted");
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String isolation) {
        var partitions = IntStream.range(0, EventTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", connection.get("bootstrap.servers"), "isolation.level", isolation);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void send(ProducerRecord<byte[], byte[]> sent) {
        try {
            producer.send(sent).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
