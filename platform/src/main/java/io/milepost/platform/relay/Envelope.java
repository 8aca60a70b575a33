package io.milepost.platform.relay;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How an event of the log looks on the wire. The value is the stored bytes; the record's timestamp is left to the time of
 * publishing, because brokers judge age by it and business times may be years old.
 */
record Envelope(EventTopic topic, String epoch) {

    ProducerRecord<byte[], byte[]> of(StoredEvent event) {
        var key = event.require(Metadata.ROOT);
        var sent = new ProducerRecord<>(
                topic.name(), EventTopic.partitionOf(key), key.getBytes(StandardCharsets.UTF_8), event.payload());
        put(sent, CloudEvent.SPEC_VERSION, "1.0");
        put(sent, CloudEvent.ID, event.id().toString());
        put(sent, CloudEvent.TYPE, event.wireType());
        put(sent, CloudEvent.SOURCE, topic.source());
        put(sent, CloudEvent.SUBJECT, event.require(Metadata.SUBJECT));
        put(sent, CloudEvent.TIME, event.effectiveAt().toString());
        put(sent, CloudEvent.RECORDED_TIME, event.recordedAt().toString());
        put(sent, CloudEvent.SEQUENCE, "%020d".formatted(event.position()));
        put(sent, CloudEvent.CORRELATION, event.metadata().get(Metadata.CORRELATION));
        put(sent, CloudEvent.CAUSATION, event.metadata().get(Metadata.CAUSATION));
        put(sent, CloudEvent.ACTOR, event.metadata().get(Metadata.ACTOR));
        put(sent, CloudEvent.PARTITION_KEY, key);
        put(sent, CloudEvent.DATA_SCHEMA, "urn:milepost:schema:%s:%s".formatted(topic.source(), event.wireType()));
        put(sent, CloudEvent.CONTENT_TYPE, "application/json");
        put(sent, CloudEvent.TRACEPARENT, event.metadata().get(Metadata.TRACEPARENT));
        put(sent, CloudEvent.EPOCH, epoch);
        return sent;
    }

    private static void put(ProducerRecord<byte[], byte[]> sent, String name, @Nullable String value) {
        if (value != null) {
            sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
