package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A state out of events. */
final class Fold {

    private Fold() {}

    static <S, C, E> Entity<S> of(Catalogue<S, C, E> catalogue, EventCodec codec, UUID id, List<StoredEvent> events) {
        var state = catalogue.decider().initial();
        for (var event : events) {
            state = catalogue.decider().evolve().evolve(state, codec.decode(catalogue, event));
        }
        return events.isEmpty()
                ? new Entity<>(id, state, 0, Instant.MIN)
                : new Entity<>(
                        id, state, events.getLast().position(), events.getLast().effectiveAt());
    }
}
