package io.milepost.platform.command;

import java.util.UUID;

/**
 * An event of an entity cannot be read or folded, or what it leads to cannot be shown: an old fault, or a restored backup of one. It is
 * this entity's trouble alone; reading it again helps only with another version of the program. The message holds none of its data.
 */
public final class EventUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID subject;
    private final String type;
    private final long position;

    /** @param type of the event, with its version */
    public EventUnreadableException(UUID subject, String type, long position, Throwable cause) {
        super("%s at position %d of %s: %s".formatted(type, position, subject, nameOf(cause)), cause);
        this.subject = subject;
        this.type = type;
        this.position = position;
    }

    public UUID subject() {
        return subject;
    }

    public String type() {
        return type;
    }

    /** In the log of the service that the entity is of. */
    public long position() {
        return position;
    }

    /** What failed, without any of the event's data, which messages of parsers and of values quote. */
    public String reason() {
        var cause = getCause();
        return cause == null ? "unknown" : nameOf(cause);
    }

    private static String nameOf(Throwable cause) {
        return cause.getClass().getSimpleName();
    }
}
