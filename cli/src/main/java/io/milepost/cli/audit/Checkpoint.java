package io.milepost.cli.audit;

import io.milepost.cli.Failure;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a service said, at a time, that its chain ended; worth something once its signature was checked. */
record Checkpoint(
        String service, String epoch, long position, String hash, String time, String keyId, byte[] signature) {
    private static final JsonMapper JSON = new JsonMapper();

    static Checkpoint read(String text, String where) {
        try {
            var json = JSON.readTree(text);
            var hash = required(json, "hash");
            if (!hash.matches("[0-9a-f]{64}") || !json.path("position").isIntegralNumber()) {
                throw new Failure(where + " is not a checkpoint");
            }
            return new Checkpoint(
                    required(json, "service"),
                    required(json, "epoch"),
                    json.path("position").asLong(),
                    hash,
                    required(json, "time"),
                    required(json, "keyId"),
                    Base64.getUrlDecoder().decode(required(json, "signature")));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new Failure(where + " is not a checkpoint", unreadable);
        }
    }

    /** The text that is signed. */
    String signed() {
        return String.join("\n", "milepost-checkpoint-v1", service, epoch, Long.toString(position), hash, time);
    }

    private static String required(JsonNode json, String name) {
        if (!json.path(name).isString()) {
            throw new IllegalArgumentException("no " + name);
        }
        return json.path(name).asString();
    }
}
