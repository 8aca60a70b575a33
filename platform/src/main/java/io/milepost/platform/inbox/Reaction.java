package io.milepost.platform.inbox;

import java.util.Optional;
import java.util.UUID;

/**
 * What follows from another service's event: one command, or nothing. Pure; called again whenever the event is delivered again.
 *
 * @param <T> the reader's record of the event's fields
 */
@FunctionalInterface
public interface Reaction<T> {

    Optional<Command> to(Inbound cause, T data);

    /**
     * A command of this service.
     *
     * @param target the entity it is for
     * @param command a record that one of the service's catalogues declares
     */
    record Command(UUID target, Record command) {}
}
