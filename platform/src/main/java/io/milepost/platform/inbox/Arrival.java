package io.milepost.platform.inbox;

import io.milepost.platform.observe.Spans;
import io.milepost.platform.relay.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record and the event that it carries.
 *
 * @param traceparent trace of the request that caused the event; null where none is named, or in no way that can be read
 */
record Arrival(
        ConsumerRecord<byte[], byte[]> record,
        Inbound event,
        @Nullable String traceparent) {

    /** Fails with {@link Inbound.Unreadable} when the record is not an event as the suite publishes them. */
    static Arrival of(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        try {
            var eventId = required(headers, CloudEvent.ID);
            var correlation = optional(headers, CloudEvent.CORRELATION);
            var event = new Inbound(
                    required(headers, CloudEvent.SOURCE),
                    required(headers, CloudEvent.TYPE),
                    UUID.fromString(required(headers, CloudEvent.SUBJECT)),
                    UUID.fromString(eventId),
                    Long.parseLong(required(headers, CloudEvent.SEQUENCE)),
                    required(headers, CloudEvent.EPOCH),
                    Instant.parse(required(headers, CloudEvent.TIME)),
                    Instant.parse(required(headers, CloudEvent.RECORDED_TIME)),
                    required(headers, CloudEvent.ACTOR),
                    correlation == null ? eventId : correlation,
                    optional(headers, CloudEvent.CAUSATION),
                    keyOf(record),
                    record.value(),
                    new Inbound.Sent(
                            optional(headers, CloudEvent.AUTH_TYPE),
                            optional(headers, CloudEvent.MEMBER),
                            optional(headers, CloudEvent.CLIENT),
                            optional(headers, CloudEvent.COMMAND)));
            var traceparent = optional(headers, CloudEvent.TRACEPARENT);
            return new Arrival(record, event, Spans.isParent(traceparent) ? traceparent : null);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Inbound.Unreadable("%s-%d at %d is not an event: %s"
                    .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()));
        }
    }

    /** The key by which order is kept; a record without one, which no relay writes, stands for itself. */
    static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "offset-" + record.offset() : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String required(Headers headers, String name) {
        var value = optional(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
