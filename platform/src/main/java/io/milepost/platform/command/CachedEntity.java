package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.externalid.ExternalId;
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
public record CachedEntity<S>(Entity<S> entity, long created, long proven, CausalProgress heard, Size size) {

    /** How many events, and how many bytes their payloads have together. */
    public record Size(int events, long bytes) {
        static final Size NOTHING = new Size(0, 0);

        public Size with(List<StoredEvent> more) {
            return plus(
                    more.size(),
                    more.stream().mapToLong(event -> event.payload().length).sum());
        }

        public Size plus(int moreEvents, long moreBytes) {
            return new Size(events + moreEvents, bytes + moreBytes);
        }
    }

    public static <S> CachedEntity<S> nothing(UUID id) {
        return new CachedEntity<>(Entity.none(id), 0, 0, CausalProgress.NOTHING, Size.NOTHING);
    }

    /** With the entity's next events, which are all that there are up to the position. */
    public <E> CachedEntity<S> with(
            Catalogue<S, ?, E> catalogue, EventCodec codec, List<StoredEvent> events, long upTo) {
        return with(Fold.onto(entity, catalogue, codec, events), events, upTo);
    }

    /** With the events of a commit, which were folded to this state before they were stored. */
    public CachedEntity<S> with(S state, List<ExternalId> externalIds, StoredCommit commit) {
        var last = commit.events().getLast();
        return with(
                new Entity<>(entity.id(), state, last.position(), last.effectiveAt(), externalIds),
                commit.events(),
                commit.last());
    }

    private CachedEntity<S> with(Entity<S> further, List<StoredEvent> events, long upTo) {
        return new CachedEntity<>(
                further,
                entity.exists() || events.isEmpty()
                        ? created
                        : events.getFirst().position(),
                upTo,
                heard.with(events),
                size.with(events));
    }
}
