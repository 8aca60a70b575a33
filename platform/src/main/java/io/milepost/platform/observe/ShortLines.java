package io.milepost.platform.observe;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps a line of the log under 4 KB whatever is in it, so that nobody fills a disk, or breaks who collects the lines, by
 * what he sends. Causes come first in a stack trace, so that what is cut off is how the framework got there.
 */
final class ShortLines implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final int MESSAGE = 700;
    private static final int ERROR_MESSAGE = 400;
    private static final int STACK_TRACE = 1_900;
    private static final int ANY_OTHER = 100;

    /** Named in the defaults. */
    ShortLines() {}

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(
                (path, value) -> value instanceof String text ? cut(text, bytesOf(path)) : value);
    }

    private static int bytesOf(JsonWriter.MemberPath path) {
        return switch (path.toUnescapedString()) {
            case "message" -> MESSAGE;
            case "error.message" -> ERROR_MESSAGE;
            case "error.stack_trace" -> STACK_TRACE;
            default -> ANY_OTHER;
        };
    }

    /** As much of the text as takes so many bytes in JSON at most. */
    static String cut(String text, int bytes) {
        int left = bytes;
        for (int i = 0; i < text.length(); i++) {
            left -= widthOf(text.charAt(i));
            if (left < 0) {
                return text.substring(0, i) + "...";
            }
        }
        return text;
    }

    private static int widthOf(char character) {
        if (character < ' ') {
            return 6;
        }
        if (character == '"' || character == '\\' || character == '/') {
            return 2;
        }
        return character < 0x80 ? 1 : 3;
    }
}
