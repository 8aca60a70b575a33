package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.List;
import java.util.UUID;

/**
 * An entity and how far it is known.
 *
 * @param created position of its first event; 0 when there is none
 * @param proven position of the log up to which no event of the entity is missing
 * @param heard what its events followed
 */
record Known<S>(Entity<S> entity, long created, long proven, Heard heard) {

    static <S> Known<S> nothing(Catalogue<S, ?, ?> catalogue, UUID id) {
        return new Known<>(Fold.nothing(catalogue, id), 0, 0, Heard.NOTHING);
    }

    /** With the entity's next events, which are all that there are up to the position. */
    <E> Known<S> with(Catalogue<S, ?, E> catalogue, EventCodec codec, List<StoredEvent> events, long upTo) {
        return new Known<>(
                Fold.onto(entity, catalogue, codec, events),
                entity.exists() || events.isEmpty()
                        ? created
                        : events.getFirst().position(),
                upTo,
                heard.with(events));
    }
}
