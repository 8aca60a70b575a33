package io.milepost.platform.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What follows from another service's event: one command, or nothing; where it may be several, {@link #toSeveral}. Pure; called again
 * whenever the event is delivered again.
 *
 * @param <T> the reader's record of the event's fields
 */
@FunctionalInterface
public interface Reaction<T> {

    Optional<Command> to(Inbound cause, T data);

    /** All that follows, in the order in which it is sent. */
    default List<Command> all(Inbound cause, T data) {
        return to(cause, data).stream().toList();
    }

    /** One that asks for any number of commands, each of another target. Asked for the only one, it fails where there are more. */
    static <T> Reaction<T> toSeveral(Several<T> several) {
        return new Reaction<>() {
            @Override
            public Optional<Command> to(Inbound cause, T data) {
                var all = all(cause, data);
                if (all.size() > 1) {
                    throw new IllegalStateException("%d commands follow, not one".formatted(all.size()));
                }
                return all.stream().findFirst();
            }

            @Override
            public List<Command> all(Inbound cause, T data) {
                return several.to(cause, data);
            }
        };
    }

    /** What {@link #toSeveral} is given. */
    @FunctionalInterface
    interface Several<T> {
        List<Command> to(Inbound cause, T data);
    }

    /**
     * A command of this service.
     *
     * @param target the entity it is for
     * @param command a record that one of the service's catalogues declares
     */
    record Command(UUID target, Record command) {}
}
