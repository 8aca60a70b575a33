package io.milepost.suite.check;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it is stored.
 *
 * @param recordedAt milliseconds since 1970, as is {@code effectiveAt}
 * @param tags its own where they are not those of the whole commit, which it has then
 */
public record Event(
        long position,
        String id,
        String name,
        int version,
        long recordedAt,
        long effectiveAt,
        byte[] payload,
        Map<String, String> metadata,
        List<String> tags) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The entity that it is of. */
    public String subject() {
        return metadata.getOrDefault("subject", "");
    }

    /** The root that the entity hangs on: the Kafka key. */
    public String root() {
        return metadata.getOrDefault("root", "");
    }

    JsonNode data() {
        return JSON.readTree(payload);
    }
}
