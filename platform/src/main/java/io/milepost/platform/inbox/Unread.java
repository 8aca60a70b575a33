package io.milepost.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic that is not an event as the suite publishes them, so that nobody can tell what it is of: only its place is known.
 *
 * @param source short name of the service whose topic it is in
 */
public record Unread(String source, String topic, int partition, long offset, Instant sentAt) {

    static Unread at(String source, ConsumerRecord<byte[], byte[]> record) {
        return new Unread(
                source, record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }

    /** {@code lead.events.v1-3}. */
    public String topicPartition() {
        return topic + "-" + partition;
    }

    /** Made of its place: the same each time that it is read. */
    public UUID id() {
        return UUID.nameUUIDFromBytes((topicPartition() + "/" + offset).getBytes(StandardCharsets.UTF_8));
    }
}
