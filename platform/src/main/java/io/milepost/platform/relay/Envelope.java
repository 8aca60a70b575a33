package io.milepost.platform.relay;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.sealing.Sealer;
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
        headers.put(CloudEvent.AUTH_TYPE, event.metadata().getOrDefault(Metadata.AUTH_TYPE, "unknown"));
        put(headers, CloudEvent.AUTH_ID, event.metadata().get(Metadata.ACTOR));
        put(headers, CloudEvent.MEMBER, event.metadata().get(Metadata.MEMBER));
        put(headers, CloudEvent.CLIENT, event.metadata().get(Metadata.CLIENT));
        put(headers, CloudEvent.COMMAND, event.metadata().get(Metadata.COMMAND));
        headers.put(CloudEvent.PARTITION_KEY, keyOf(event));
        headers.put(CloudEvent.DATA_SCHEMA, schemaOf(event));
        headers.put(CloudEvent.DATA_CLASSIFICATION, Sealer.isIn(event.payload()) ? "personal" : "internal");
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

    /** Where the service that is the source serves the schema, and the event's definition in it; an event's name begins with its aggregate's. */
    private static String schemaOf(StoredEvent event) {
        var aggregate = event.name().substring(0, Math.max(0, event.name().indexOf('.')));
        return "/schemas/%s.schema.json#/$defs/%s".formatted(aggregate, event.wireType());
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
