package io.milepost.platform.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.milepost.platform.catalogue.Catalogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entities as commands found them last, so that the next command on one does not read its events again (ADR 0023). It is a
 * hint and never a proof: what came after an entry's position is sourced, the append's condition decides, and an answer
 * without an append is given on an exact read. Personal values are sealed in it as they are in the events (ADR 0006).
 */
public class EntityCache {

    private record Key(String aggregate, UUID id) {}

    private final @Nullable Cache<Key, CachedEntity<?>> entries;

    /** At most so many entities of all aggregates together; 0 keeps none. Meters {@code cache.*} of {@code cache=entities}. */
    public EntityCache(int most, MeterRegistry meters) {
        if (most == 0) {
            entries = null;
        } else {
            entries = Caffeine.newBuilder().maximumSize(most).recordStats().build();
            CaffeineCacheMetrics.monitor(meters, entries, "entities");
        }
    }

    @SuppressWarnings("unchecked") // the key names the aggregate, whose states are all of one type
    public <S> @Nullable CachedEntity<S> find(Catalogue<S, ?, ?> catalogue, UUID id) {
        return entries == null ? null : (CachedEntity<S>) entries.getIfPresent(key(catalogue, id));
    }

    /** Keeps what is proven further; an entity with an event beyond that is passed over, for it would be folded twice. */
    public <S> void put(Catalogue<S, ?, ?> catalogue, CachedEntity<S> known) {
        if (entries != null && known.entity().exists() && known.entity().position() <= known.proven()) {
            entries.asMap()
                    .merge(
                            key(catalogue, known.entity().id()),
                            known,
                            (before, now) -> now.proven() < before.proven() ? before : now);
        }
    }

    /** Drops this entry, but not one that knows more and has taken its place. */
    public <S> void drop(Catalogue<S, ?, ?> catalogue, CachedEntity<S> known) {
        if (entries != null) {
            entries.asMap()
                    .computeIfPresent(
                            key(catalogue, known.entity().id()),
                            (_, present) -> present.proven() > known.proven() ? present : null);
        }
    }

    private static Key key(Catalogue<?, ?, ?> catalogue, UUID id) {
        return new Key(catalogue.aggregate(), id);
    }
}
