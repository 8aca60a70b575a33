package io.milepost.platform.feed;

import io.milepost.platform.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads server-sent events as the specification says that a client does. */
final class EventBlocks {
    private final BufferedReader lines;

    EventBlocks(BufferedReader lines) {
        this.lines = lines;
    }

    /** One block: an event, or only where the stream has come to, or a comment. */
    record Block(
            @Nullable String id,
            @Nullable String event,
            @Nullable String data) {
        JsonNode json() {
            return Json.mapper().readTree(data);
        }
    }

    /** The next whole block; empty when the stream ended, be it within one. */
    Optional<Block> next() throws IOException {
        String id = null;
        String event = null;
        String data = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return Optional.of(new Block(id, event, data));
            }
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            }
        }
        return Optional.empty();
    }
}
