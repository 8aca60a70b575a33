package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import java.util.UUID;

/**
 * A subject that a generation goes on without: from this event on nothing of it is counted any more, since a fold over a gap would be
 * wrong. What was counted before stays.
 *
 * @param subject of the event; of a record that is no event, an id made of its place
 * @param source short name of the service that said so
 * @param type of the event, with its version; of a record that is no event, its topic and partition
 * @param position of the first event at fault in that service's log; of a record that is no event, its offset
 * @param cause what failed, without any of the event's data
 */
public record Aside(UUID subject, String source, String type, long position, String cause) {

    /** The cause of a record that is no event. */
    public static final String NO_EVENT = "UNREADABLE_ENVELOPE";

    /** Of an event on which the rules failed. */
    public static Aside of(Inbound event, RuntimeException fault) {
        // Other faults may quote the event's data in their message.
        String cause = fault instanceof Inbound.Unreadable
                ? String.valueOf(fault.getMessage())
                : fault.getClass().getSimpleName();
        return new Aside(event.subject(), event.source(), event.type(), event.position(), cause);
    }

    /** Of a record of which nobody can tell what it is about. */
    public static Aside of(Unread record) {
        return new Aside(record.id(), record.source(), record.topicPartition(), record.offset(), NO_EVENT);
    }
}
