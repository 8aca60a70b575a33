package io.milepost.platform.web;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A UUID in its one spelling, {@code 8-4-4-4-12} in lower case. Others are refused and not normalised: what a caller holds is
 * then what every answer, event and key says, so that texts can be compared.
 */
final class CanonicalId {
    private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private CanonicalId() {}

    /** Throws IllegalArgumentException for every other spelling. */
    static UUID read(String text) {
        if (!SPELLING.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID in lower case");
        }
        return UUID.fromString(text);
    }
}
