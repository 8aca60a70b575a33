package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.List;
import java.util.UUID;

/**
 * An entity and how far it is known.
 *
 * @param created position of its first event; 0 when there is none
 * @param proven position of the log up to which no event of the entity is missing
 * @param heard what its events followed
 * @param size of its history
 */
record Known<S>(Entity<S> entity, long created, long proven, Heard heard, Size size) {

    /** @param bytes of the events' payloads together */
    record Size(int events, long bytes) {
        static final Size NOTHING = new Size(0, 0);

        Size with(List<StoredEvent> more) {
            return plus(
                    more.size(),
                    more.stream().mapToLong(event -> event.payload().length).sum());
        }

        Size plus(int moreEvents, long moreBytes) {
            return new Size(events + moreEvents, bytes + moreBytes);
        }
    }

    static <S> Known<S> nothing(UUID id) {
        return new Known<>(Entity.none(id), 0, 0, Heard.NOTHING, Size.NOTHING);
    }

    /** With the entity's next events, which are all that there are up to the position. */
    <E> Known<S> with(Catalogue<S, ?, E> catalogue, EventCodec codec, List<StoredEvent> events, long upTo) {
        return with(Fold.onto(entity, catalogue, codec, events), events, upTo);
    }

    /** With the events of a commit, which were folded to this state before they were stored. */
    Known<S> with(S state, StoredCommit commit) {
        var last = commit.events().getLast();
        return with(
                new Entity<>(entity.id(), state, last.position(), last.effectiveAt()), commit.events(), commit.last());
    }

    private Known<S> with(Entity<S> further, List<StoredEvent> events, long upTo) {
        return new Known<>(
                further,
                entity.exists() || events.isEmpty()
                        ? created
                        : events.getFirst().position(),
                upTo,
                heard.with(events),
                size.with(events));
    }
}
