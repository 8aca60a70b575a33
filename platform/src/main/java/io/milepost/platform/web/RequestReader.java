package io.milepost.platform.web;

import io.milepost.platform.json.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Headers, path and query of a request, each read strictly. */
public final class RequestReader {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String EFFECTIVE_AT = "Milepost-Effective-At";
    static final String MIN_POSITION = "Milepost-Min-Position";

    private static final int MOST_REPEATED = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern POSITION = Pattern.compile("([a-z]+)=(\\d{1,18})");

    private RequestReader() {}

    /** The key under which a command is sent once, however often it is repeated. */
    public static UUID idempotencyKey(ServerRequest request) {
        var key = header(request, IDEMPOTENCY_KEY);
        if (key == null || key.isBlank()) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_REQUIRED, "Send a new UUID with every command, the same on a retry.");
        }
        try {
            return CanonicalId.read(key);
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_INVALID, "The key must be a UUID in lower case.");
        }
    }

    /** The position that a strong ETag names. */
    static @Nullable Long ifMatch(ServerRequest request) {
        var tag = header(request, "If-Match");
        return tag == null
                ? null
                : position(tag)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.INVALID_HEADER,
                                "If-Match must be a single ETag as returned, like \"42\"."));
    }

    /** The position that an ETag is. */
    static Optional<Long> position(String tag) {
        var matcher = ETAG.matcher(tag.strip());
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Whether If-None-Match names this position, so that nothing has to be sent. */
    static boolean knows(ServerRequest request, long position) {
        return request.headers().header("If-None-Match").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + position + "\""));
    }

    static @Nullable Instant effectiveAt(ServerRequest request) {
        var stated = header(request, EFFECTIVE_AT);
        try {
            return stated == null ? null : Instants.ofFact(stated);
        } catch (DateTimeException invalid) {
            throw new ProblemException(
                    ProblemCode.INVALID_HEADER,
                    EFFECTIVE_AT + " must be a time like 2026-03-31T12:00:00Z of the years 1900 to 2200.");
        }
    }

    /** This service's position in a comma list of {@code name=position}. */
    public static Optional<Long> minPosition(ServerRequest request, String service) {
        Optional<Long> own = Optional.empty();
        for (var part : String.join(",", request.headers().header(MIN_POSITION)).split(",", -1)) {
            var matcher = POSITION.matcher(part.strip());
            if (!part.isBlank() && !matcher.matches()) {
                throw new ProblemException(
                        ProblemCode.INVALID_HEADER, MIN_POSITION + " must hold positions like " + service + "=42.");
            }
            if (!part.isBlank() && matcher.group(1).equals(service)) {
                own = Optional.of(Long.valueOf(matcher.group(2)));
            }
        }
        return own;
    }

    /** The id in the path; nothing can be under one that is not a UUID. */
    public static UUID pathId(ServerRequest request) {
        try {
            return CanonicalId.read(request.pathVariable("id"));
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "The id in the path is not a UUID in lower case.");
        }
    }

    static boolean flag(ServerRequest request, String name) {
        return switch (request.queryParam(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalidParameter(name, "true or false");
        };
    }

    /** A time that is asked for; null where none is. */
    public static @Nullable Instant instant(ServerRequest request, String name) {
        try {
            return request.queryParam(name).map(Instants::ofRead).orElse(null);
        } catch (DateTimeException invalid) {
            throw invalidParameter(name, "a time like 2026-03-31T12:00:00Z of the years 1 to 9999");
        }
    }

    /** A position of the log, or this one where none is asked for. */
    public static long position(ServerRequest request, String name, long otherwise) {
        var text = request.queryParam(name).orElse(String.valueOf(otherwise));
        if (!NUMBER.matcher(text).matches()) {
            throw invalidParameter(name, "a position of the log, such as 42");
        }
        return Long.parseLong(text);
    }

    /** How many are asked for, from 1 on. */
    public static int count(ServerRequest request, String name, int otherwise, int most) {
        var text = request.queryParam(name).orElse(String.valueOf(otherwise));
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw invalidParameter(name, "a number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    /** Refuses every parameter but these, and these more than once: a misspelt or second one must not be passed over. */
    public static void onlyParameters(ServerRequest request, String... known) {
        requireKnown(List.copyOf(request.queryParams().keySet()), Set.of(known));
        requireOnce(request, Set.of(known));
    }

    static void requireKnown(List<String> names, Set<String> known) {
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PARAMETER, "There is no parameter or field %s.".formatted(shortened(name)));
        });
    }

    static void requireOnce(ServerRequest request, Set<String> names) {
        request.queryParams().forEach((name, values) -> {
            if (names.contains(name) && values.size() > 1) {
                throw invalidParameter(name, "a single value");
            }
        });
    }

    /** The one value of a header; of two it is not known which is meant. */
    public static @Nullable String header(ServerRequest request, String name) {
        var values = request.headers().header(name);
        if (values.size() > 1) {
            throw new ProblemException(ProblemCode.INVALID_HEADER, name + " may be sent only once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Whether the caller prefers this (RFC 7240); what it prefers besides is not for us. */
    static boolean prefers(ServerRequest request, String preference) {
        return request.headers().header("Prefer").stream()
                .flatMap(line -> Arrays.stream(line.split("[,;]", -1)))
                .anyMatch(asked -> asked.replace("\"", "").strip().equalsIgnoreCase(preference));
    }

    /** What a caller has sent, as far as an answer repeats it. */
    static String shortened(String sent) {
        return sent.length() <= MOST_REPEATED ? sent : sent.substring(0, MOST_REPEATED) + "...";
    }

    public static ProblemException invalidParameter(String name, String expected) {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, "%s must be %s.".formatted(name, expected));
    }
}
