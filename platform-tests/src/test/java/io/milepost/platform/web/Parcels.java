package io.milepost.platform.web;

import java.util.UUID;

/** Bodies of parcel commands; every label is its own. */
public final class Parcels {
    public static final String RECIPIENT = "Frau Kowalski-Ngata";

    private Parcels() {}

    public static String posted() {
        return posted("L-" + UUID.randomUUID());
    }

    public static String posted(String label) {
        return """
            {"label":"%s","recipient":"%s","worth":{"amount":"12.50","currency":"EUR"},"size":"SMALL",\
            "stamps":[{"motif":"lighthouse","price":{"amount":"0.95","currency":"EUR"}}]}\
            """.formatted(label, RECIPIENT);
    }

    public static String withId(UUID id, String body) {
        return "{\"id\":\"%s\",%s".formatted(id, body.substring(1));
    }
}
