package io.milepost.platform.command;

import io.milepost.platform.externalid.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity as folded from its events.
 *
 * @param state null when there is none
 * @param position of its last event, which is its ETag; 0 when there is none
 * @param lastEffectiveAt of its last event; {@link Instant#MIN} when there is none
 * @param externalIds what other systems call it, sorted
 */
public record Entity<S>(
        UUID id, @Nullable S state, long position, Instant lastEffectiveAt, List<ExternalId> externalIds) {

    public Entity {
        externalIds = List.copyOf(externalIds);
    }

    /** One that no other system has a name for. */
    public Entity(UUID id, @Nullable S state, long position, Instant lastEffectiveAt) {
        this(id, state, position, lastEffectiveAt, List.of());
    }

    /** Of which nothing has happened yet. */
    public static <S> Entity<S> none(UUID id) {
        return new Entity<>(id, null, 0, Instant.MIN);
    }

    public boolean exists() {
        return state != null;
    }

    /** The state of one that exists. */
    public S known() {
        return Objects.requireNonNull(state);
    }
}
