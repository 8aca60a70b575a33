package io.milepost.suite;

import java.util.UUID;
import java.util.regex.Pattern;

/** What the demo printed about its deal: where everything stands. */
record ToldDeal(String text) {

    private static final String UUID_PATTERN = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    /** The entity of this kind, of which the demo has exactly one. */
    UUID id(String plural) {
        var ids = Pattern.compile("/v1/" + plural + "/" + UUID_PATTERN)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (ids.size() != 1) {
            throw new AssertionError("the demo names %d %s:%n%s".formatted(ids.size(), plural, text));
        }
        return UUID.fromString(ids.getFirst());
    }
}
