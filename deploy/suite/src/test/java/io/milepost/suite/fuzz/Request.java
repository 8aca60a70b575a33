package io.milepost.suite.fuzz;

import io.milepost.suite.fuzz.Api.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request as it goes over the wire.
 *
 * @param number of the request under its seed
 * @param kind what was done to it, in words
 * @param operation that it is meant for
 * @param documented whether the operation's own answers are the only ones that it may have; else it may also be told that there is
 *     no such path or method, or that the request itself is none
 * @param target path and query, raw
 */
public record Request(
        long number,
        String kind,
        Operation operation,
        boolean documented,
        String method,
        String target,
        List<Header> headers,
        byte[] body) {

    static final String TOLD = "as the story tells";

    private static final int SHOWN = 400;

    /** A field of the head; its bytes are those of ISO 8859-1. */
    public record Header(String name, String value) {}

    /** Of the story of its round, so that nothing speaks against it. */
    boolean isTold() {
        return kind.equals(TOLD);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** As one would write it down to send it again; without the token, and long parts cut. */
    @Override
    public String toString() {
        var shown = new StringBuilder("#%d (%s) %s %s".formatted(number, kind, operation.part(), method))
                .append(' ')
                .append(cut(target));
        headers.stream()
                .filter(header -> !header.value().startsWith("Bearer ey"))
                .forEach(header -> shown.append(" | %s: %s".formatted(header.name(), cut(header.value()))));
        if (body.length > 0) {
            shown.append(" | ").append(cut(new String(body, StandardCharsets.UTF_8)));
        }
        return shown.toString();
    }

    static String cut(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN ? plain : "%s... (%d)".formatted(plain.substring(0, SHOWN), text.length());
    }
}
