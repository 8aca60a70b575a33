package io.milepost.platform.inbox;

import io.milepost.platform.json.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An event of another service as it came off its topic.
 *
 * @param source short name of the producing service: {@code contract}
 * @param type name and version on the wire: {@code contract.signed.v1}
 * @param subject the entity that the event is of
 * @param position in the producer's log; never decreases within one partition
 * @param epoch of the producer's log; positions of different epochs do not compare
 * @param causationId the event or request that caused it, as its producer said; null when it said nothing
 * @param key the root that the entity hangs on; order is kept per key
 * @param data the JSON bytes, personal fields sealed
 * @param sent what else is known of who caused it and how
 */
public record Inbound(
        String source,
        String type,
        UUID subject,
        UUID eventId,
        long position,
        String epoch,
        Instant effectiveAt,
        Instant recordedAt,
        String actor,
        String correlationId,
        @Nullable String causationId,
        String key,
        byte[] data,
        Sent sent) {

    /**
     * What is known of who caused an event, beside the actor; null where its producer did not say.
     *
     * @param authType what kind of actor that was
     * @param member code of the person who acted, or for whom a system did
     * @param client by which the actor's token was got
     * @param command that was sent
     */
    public record Sent(
            @Nullable String authType,
            @Nullable String member,
            @Nullable String client,
            @Nullable String command) {
        static final Sent UNKNOWN = new Sent(null, null, null, null);
    }

    /** The years in which an event may be recorded: what is outside is no time, and no store keeps it. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public Inbound {
        if (recordedAt.isBefore(EARLIEST) || recordedAt.isAfter(LATEST)) {
            throw new Unreadable("%s at %s/%d was recorded at no possible time".formatted(type, source, position));
        }
    }

    /** An event of which no more is known of who caused it. */
    public Inbound(
            String source,
            String type,
            UUID subject,
            UUID eventId,
            long position,
            String epoch,
            Instant effectiveAt,
            Instant recordedAt,
            String actor,
            String correlationId,
            @Nullable String causationId,
            String key,
            byte[] data) {
        this(
                source,
                type,
                subject,
                eventId,
                position,
                epoch,
                effectiveAt,
                recordedAt,
                actor,
                correlationId,
                causationId,
                key,
                data,
                Sent.UNKNOWN);
    }

    /** An event of whose cause nothing is said. */
    public Inbound(
            String source,
            String type,
            UUID subject,
            UUID eventId,
            long position,
            String epoch,
            Instant effectiveAt,
            Instant recordedAt,
            String actor,
            String correlationId,
            String key,
            byte[] data) {
        this(
                source,
                type,
                subject,
                eventId,
                position,
                epoch,
                effectiveAt,
                recordedAt,
                actor,
                correlationId,
                null,
                key,
                data);
    }

    /** The payload as the reader's own record of just the fields that it uses. */
    public <T> T as(Class<T> shape) {
        if (data == null) {
            throw nothing();
        }
        try {
            T read = Json.lenient().readValue(data, shape);
            if (read == null) {
                throw nothing();
            }
            return read;
        } catch (JacksonException e) {
            // The message of a parse error quotes the payload: it stays out of logs, the cause's type does not.
            throw new Unreadable("%s at %s/%d does not read as %s: %s"
                    .formatted(
                            type,
                            source,
                            position,
                            shape.getSimpleName(),
                            e.getClass().getSimpleName()));
        }
    }

    private Unreadable nothing() {
        return new Unreadable("%s at %s/%d has no data".formatted(type, source, position));
    }

    /** The record is not what its type promises; reading it again will not help. */
    public static final class Unreadable extends IllegalArgumentException {
        Unreadable(String message) {
            super(message);
        }
    }
}
