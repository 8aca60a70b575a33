package io.milepost.platform.testkit.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An event as no command stores it, put into a log by the log's own append. */
public record RawEvent(UUID subject, String name, int version, String payload, Map<String, String> metadata) {

    /** What an old fault may have left of a parcel; its text is {@code secret}, to be found where it must not be. */
    public static List<RawEvent> unreadable() {
        return List.of(
                weighed("{\"grams\":\"secret\"}"),
                weighed("{}"),
                weighed("secret"),
                weighed("{\"grams\":7} secret"),
                weighed("{\"grams\":7}").inVersion(9),
                of(UUID.randomUUID(), "parcel.vanished", "{\"why\":\"secret\"}"));
    }

    public static RawEvent weighed(String payload) {
        return of(UUID.randomUUID(), "parcel.weighed", payload);
    }

    /** With all that its metadata should say. */
    public static RawEvent of(UUID subject, String name, String payload) {
        return new RawEvent(subject, name, 1, payload, metadata(subject));
    }

    /** The same in another version. */
    public RawEvent inVersion(int other) {
        return new RawEvent(subject, name, other, payload, metadata);
    }

    /** The same, saying this in its metadata. */
    public RawEvent saying(String key, String value) {
        var changed = new HashMap<>(metadata);
        changed.put(key, value);
        return new RawEvent(subject, name, version, payload, changed);
    }

    /** The same, without this in its metadata. */
    public RawEvent without(String key) {
        var changed = new HashMap<>(metadata);
        changed.remove(key);
        return new RawEvent(subject, name, version, payload, changed);
    }

    private static Map<String, String> metadata(UUID subject) {
        return Map.of(
                Metadata.AGGREGATE, "parcel",
                Metadata.SUBJECT, subject.toString(),
                Metadata.ROOT, subject.toString(),
                Metadata.COMMAND, "WeighParcel",
                Metadata.ACTOR, "somebody");
    }

    /** Its position. */
    public long appendTo(EventLog log) {
        return appendTo(log, UUID.randomUUID());
    }

    /** The same under an id of the event's own. */
    public long appendTo(EventLog log, UUID id) {
        var event = new NewEvent(
                id,
                name,
                version,
                Instant.parse("2026-01-02T03:04:05Z"),
                payload.getBytes(StandardCharsets.UTF_8),
                metadata,
                Set.of("parcel=" + subject));
        var stored = log.append(
                        new Append(AppendCondition.none(), UUID.randomUUID().toString(), new byte[32], List.of(event)))
                .join();
        assertThat(stored).isInstanceOf(Append.Result.Stored.class);
        return ((Append.Result.Stored) stored).commit().last();
    }
}
