package io.milepost.reporting.read.cells;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Any text as one name within a {@link Slot}'s path, in which slashes part names and dots are not allowed. */
public final class PathName {
    private PathName() {}

    public static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace(".", "%2E");
    }

    public static String text(String name) {
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
