package io.milepost.reporting.read;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as they come off a topic, at noon of a day. */
public final class Said {
    private Said() {}

    /** Recorded when it happened, and caused by nothing that is known. */
    public static Inbound on(LocalDate day, String type, UUID subject, long position, String source, String fields) {
        var when = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return at(when, when, type, subject, position, source, null, fields);
    }

    /** The event's own id follows from its source and position. */
    public static Inbound at(
            Instant effectiveAt,
            Instant recordedAt,
            String type,
            UUID subject,
            long position,
            String source,
            @Nullable String cause,
            String fields) {
        return new Inbound(
                source,
                type,
                subject,
                id(source, position),
                position,
                "epoch",
                effectiveAt,
                recordedAt,
                "someone",
                "correlation",
                cause,
                subject.toString(),
                ("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }

    public static UUID id(String source, long position) {
        return UUID.nameUUIDFromBytes((source + position).getBytes(StandardCharsets.UTF_8));
    }
}
