package io.milepost.platform.eventlog;

import java.util.Optional;
import java.util.UUID;

/** Whom an event is of. */
public record Subject(String aggregate, UUID id) {
    /** Why an event cannot be handed to anybody. */
    public static final String MISSING = "NO_SUBJECT";

    /** Empty when the event does not say it, as none that was stored by a command does. */
    public static Optional<Subject> of(StoredEvent event) {
        var aggregate = event.metadata().get(Metadata.AGGREGATE);
        var id = event.metadata().get(Metadata.SUBJECT);
        if (aggregate == null || id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Subject(aggregate, UUID.fromString(id)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
