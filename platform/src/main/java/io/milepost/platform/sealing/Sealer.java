package io.milepost.platform.sealing;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Seals personal fields before they are stored and opens them at the edge. Blocks for keys: call it on a virtual thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class Sealer {

    /** What stands in the place of a value whose person's key is gone. */
    public static final String ERASED = "[erased]";

    /** Replaces these text fields, where present, by their sealed form. */
    public void seal(ObjectNode json, UUID person, String eventType, List<String> fields) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** A copy in which every sealed text is open again, or {@link #ERASED}. */
    public JsonNode unseal(JsonNode tree) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** A keyed hash by which equal values are found without being stored; 64 hex digits. */
    public String digest(String name, String value) {
        throw new UnsupportedOperationException("not built yet");
    }
}
