package io.milepost.platform.setaside;

import java.time.Instant;
import java.util.UUID;

/**
 * A subject that one reader goes on without, because an event of it cannot be read or folded.
 *
 * @param reader who does: {@code lists}, {@code timer}, or the name of a report
 * @param source short name of the service in whose log the event stands
 * @param type of the event, with its version, or its aggregate's name where what its events lead to cannot be shown
 * @param subject whom the event is of; the event's own id where it says nothing of that
 * @param position of the event in that log
 * @param cause what failed, without any of the event's data
 * @param since when the reader met it first
 */
public record SetAside(
        String reader, String source, String type, UUID subject, long position, String cause, Instant since) {

    /** Names of events begin with their aggregate's. */
    public String aggregate() {
        var end = type.indexOf('.');
        return end < 0 ? type : type.substring(0, end);
    }
}
