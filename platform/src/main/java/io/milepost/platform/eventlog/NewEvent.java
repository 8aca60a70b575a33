package io.milepost.platform.eventlog;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An event to append.
 *
 * @param payload the JSON bytes that are stored and later published, unchanged
 * @param metadata see {@link Metadata} for the names in use
 * @param tags {@code key=value}, all that the event may be found or guarded by
 */
public record NewEvent(
        UUID id,
        String name,
        int version,
        Instant effectiveAt,
        byte[] payload,
        Map<String, String> metadata,
        Set<String> tags) {

    public NewEvent {
        metadata = Map.copyOf(metadata);
        tags = Set.copyOf(tags);
    }
}
