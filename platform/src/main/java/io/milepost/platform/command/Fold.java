package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A state out of events. */
public final class Fold {

    private Fold() {}

    public static <S, C, E> Entity<S> of(
            Catalogue<S, C, E> catalogue, EventCodec codec, UUID id, List<StoredEvent> events) {
        return onto(Entity.none(id), catalogue, codec, events);
    }

    /**
     * The entity with the events that follow those it was made of.
     *
     * @throws EventUnreadableException for the first that cannot be read or folded
     */
    public static <S, C, E> Entity<S> onto(
            Entity<S> entity, Catalogue<S, C, E> catalogue, EventCodec codec, List<StoredEvent> events) {
        if (events.isEmpty()) {
            return entity;
        }
        var state = entity.state();
        var called = entity.externalIds();
        for (var event : events) {
            state = next(state, catalogue, codec, entity.id(), event);
            called = ExternalIds.isOne(event) ? called(called, catalogue.aggregate(), entity.id(), event) : called;
        }
        var last = events.getLast();
        return new Entity<>(entity.id(), state, last.position(), last.effectiveAt(), called);
    }

    private static List<ExternalId> called(List<ExternalId> before, String aggregate, UUID id, StoredEvent event) {
        try {
            return ExternalIds.after(before, event);
        } catch (RuntimeException fault) {
            // Its name does not begin with its aggregate's.
            throw new EventUnreadableException(id, aggregate, event.position(), fault);
        }
    }

    /** The state after one more event, the first one where there is no state yet, or an {@link EventUnreadableException} that names it. */
    public static <S, C, E> S next(
            @Nullable S state, Catalogue<S, C, E> catalogue, EventCodec codec, UUID id, StoredEvent event) {
        try {
            if (ExternalIds.isOne(event)) {
                // Beside what the aggregate decides: its state does not know of it.
                return Objects.requireNonNull(state);
            }
            return catalogue.decider().after(state, codec.decode(catalogue, event));
        } catch (RuntimeException fault) {
            throw new EventUnreadableException(id, event.wireType(), event.position(), fault);
        }
    }
}
