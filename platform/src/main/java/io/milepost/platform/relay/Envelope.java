package io.milepost.platform.relay;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How an event of the log looks on the wire. The value is the stored bytes, which nobody reads here. An event that does not say whom it
 * is of, as none is that a command stored, is published all the same, under its own id: the topic has all that the log has, in its
 * order, and whether such an event is of use its readers decide. The record's timestamp is left to the time of
 * publishing, because brokers judge age by it and business times may be years old.
 */
public record Envelope(EventTopic topic, String epoch) {

    ProducerRecord<byte[], byte[]> of(StoredEvent event) {
        var key = keyOf(event);
        var sent = new ProducerRecord<>(
                topic.name(), EventTopic.partitionOf(key), key.getBytes(StandardCharsets.UTF_8), event.payload());
        headers(event).forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return sent;
    }

    /** All that is said about the event besides its data, by header name and in this order. */
    public Map<String, String> headers(StoredEvent event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(CloudEvent.SPEC_VERSION, "1.0");
        headers.put(CloudEvent.ID, event.id().toString());
        headers.put(CloudEvent.TYPE, event.wireType());
        headers.put(CloudEvent.SOURCE, topic.source());
        headers.put(CloudEvent.SUBJECT, subjectOf(event));
        headers.put(CloudEvent.TIME, event.effectiveAt().toString());
        headers.put(CloudEvent.RECORDED_TIME, event.recordedAt().toString());
        headers.put(CloudEvent.SEQUENCE, "%020d".formatted(event.position()));
        put(headers, CloudEvent.CORRELATION, event.metadata().get(Metadata.CORRELATION));
        put(headers, CloudEvent.CAUSATION, event.metadata().get(Metadata.CAUSATION));
        put(headers, CloudEvent.ACTOR, event.metadata().get(Metadata.ACTOR));
        headers.put(CloudEvent.PARTITION_KEY, keyOf(event));
        headers.put(CloudEvent.DATA_SCHEMA, "urn:milepost:schema:%s:%s".formatted(topic.source(), event.wireType()));
        headers.put(CloudEvent.CONTENT_TYPE, "application/json");
        put(headers, CloudEvent.TRACEPARENT, event.metadata().get(Metadata.TRACEPARENT));
        headers.put(CloudEvent.EPOCH, epoch);
        return headers;
    }

    private static String subjectOf(StoredEvent event) {
        return event.metadata().getOrDefault(Metadata.SUBJECT, event.id().toString());
    }

    private static String keyOf(StoredEvent event) {
        return event.metadata().getOrDefault(Metadata.ROOT, subjectOf(event));
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
