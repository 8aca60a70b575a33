package io.milepost.platform.eventlog;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An event as it stands in the log.
 *
 * @param position 1-based, gap-free over the whole log
 * @param recordedAt when the log took it; never decreases with the position
 * @param effectiveAt when it was true
 * @param tags {@code key=value}, those of this event alone
 */
public record StoredEvent(
        long position,
        UUID id,
        String name,
        int version,
        Instant recordedAt,
        Instant effectiveAt,
        byte[] payload,
        Map<String, String> metadata,
        Set<String> tags) {

    public StoredEvent {
        metadata = Map.copyOf(metadata);
        tags = Set.copyOf(tags);
    }

    /** An event whose tags do not matter to the reader. */
    public StoredEvent(
            long position,
            UUID id,
            String name,
            int version,
            Instant recordedAt,
            Instant effectiveAt,
            byte[] payload,
            Map<String, String> metadata) {
        this(position, id, name, version, recordedAt, effectiveAt, payload, metadata, Set.of());
    }

    public String wireType() {
        return name + ".v" + version;
    }

    /** A metadata value that every event has; see {@link Metadata}. */
    public String require(String metadataName) {
        var value = metadata.get(metadataName);
        if (value == null) {
            throw new IllegalStateException("event %d has no metadata %s".formatted(position, metadataName));
        }
        return value;
    }
}
