package io.milepost.cli.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the trail of all services tells of one of them against that one's log: each event has its line, each line its event, and the
 * line says who did it as the log does. Where the log has proved whole, so is the trail then.
 */
final class Trail {
    /** Fields of a line by the metadata that they stand for. A line from before one was published does not have it. */
    private static final Map<String, String> FIELDS =
            Map.of("actor", "actor", "member", "member", "client", "client", "command", "command");

    /** Nothing says up to where a page is complete. */
    static final long UNKNOWN = -1;

    private final LongFunction<Page> pages;
    private final Deque<JsonNode> ahead = new ArrayDeque<>();
    private long complete = UNKNOWN;
    private long told = -1;
    private boolean ended;
    private @Nullable String fault;

    /**
     * Some lines.
     *
     * @param complete position up to which nothing is missing that was sent: later ones come by several ways and in any order
     */
    record Page(List<JsonNode> lines, long complete) {
        Page {
            lines = List.copyOf(lines);
        }
    }

    /** @param pages lines of the trail after a position, in order; none at its end */
    Trail(LongFunction<Page> pages) {
        this.pages = pages;
    }

    /** Up to where the trail has come. */
    long position() {
        return Math.max(told, 0);
    }

    /** What is wrong with it; null where nothing is. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Whether it tells of anything after this position. */
    boolean goesOn(long after) {
        told = told < 0 ? after : told;
        return fault == null && next() != null;
    }

    /** Holds the next commits of the log against it; what cannot be read of them the chain finds. */
    void compare(long after, List<JsonNode> commits) {
        told = told < 0 ? after : told;
        for (var commit : commits) {
            Content content;
            try {
                content = Content.read(
                        Base64.getDecoder().decode(commit.path("content").asString("")));
            } catch (IOException | IllegalArgumentException unreadable) {
                return;
            }
            long position = content.first();
            for (var event : content.events()) {
                if (fault != null) {
                    return;
                }
                compare(position++, event);
            }
        }
        if (commits.isEmpty() && fault == null) {
            var surplus = next();
            if (surplus != null) {
                fault = "it tells of position %d, which the log does not have"
                        .formatted(surplus.path("position").asLong());
            }
        }
    }

    private void compare(long position, Content.Event event) {
        var line = next();
        if (line == null || line.path("position").asLong() != position) {
            if (complete == UNKNOWN ? line == null : position > complete) {
                // It is behind, as any reader may be; what it has of later ones is for the next time.
                ended = true;
                ahead.clear();
                return;
            }
            fault = "it does not tell of position %d, %s".formatted(position, event.type());
            return;
        }
        ahead.removeFirst();
        told = position;
        var said = said(line, event);
        if (said != null) {
            fault = "of position %d, %s, it tells another %s than the log".formatted(position, event.type(), said);
        }
    }

    private static @Nullable String said(JsonNode line, Content.Event event) {
        if (!line.path("id").asString("").equals(event.id())) {
            return "id";
        }
        if (!line.path("type").asString("").equals(event.type())) {
            return "type";
        }
        if (!line.path("at")
                .asString("")
                .equals(Instant.ofEpochMilli(event.recordedAt()).toString())) {
            return "time";
        }
        // A record of conduct tells whose conduct it is, which its data says and not its metadata.
        if (line.path("kind").asString("").equals("DONE")) {
            for (var field : FIELDS.entrySet()) {
                var is = line.path(field.getKey()).asString("");
                if (!is.isEmpty() && !is.equals(event.metadata().getOrDefault(field.getValue(), ""))) {
                    return field.getKey();
                }
            }
        }
        return null;
    }

    private @Nullable JsonNode next() {
        if (ahead.isEmpty() && !ended) {
            var page = pages.apply(told);
            complete = Math.max(complete, page.complete());
            ahead.addAll(page.lines());
            // What comes to it from now on is for the next time.
            ended = ahead.isEmpty();
        }
        return ahead.peekFirst();
    }
}
