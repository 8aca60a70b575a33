package io.milepost.platform.timer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A due date as an entity's events tell it.
 *
 * @param id {@code <dueAt>/<aggregate>/<entity>/<kind>/<position>}: ids sort by time, and with the position of the event by
 *     which it arose, no id ever means a second thing
 * @param kind the rule's, with the part where there is one
 * @param owner code of the team member whom it concerns, or null
 * @param cause id of the event by which it arose
 * @param correlation of that event
 */
record Waiting(
        String id,
        String aggregate,
        UUID entity,
        String kind,
        Instant dueAt,
        @Nullable String owner,
        Record command,
        UUID cause,
        @Nullable String correlation) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** What is fired in its place, and is the same request. */
    Waiting movedTo(Instant later, Record instead) {
        return new Waiting(id, aggregate, entity, kind, later, owner, instead, cause, correlation);
    }

    static String idOf(Instant dueAt, String aggregate, UUID entity, String kind, long position) {
        return "%s/%s/%s/%s/%d".formatted(TIME.format(dueAt), aggregate, entity, kind, position);
    }

    /** Below every id of this time or later, above every one before it. */
    static String from(Instant time) {
        return TIME.format(time);
    }
}
