package io.milepost.platform.axon;

import java.time.Instant;
import java.util.UUID;

/**
 * An entity as folded from its events.
 *
 * @param position of its last event, which is its ETag; 0 when there is none
 * @param lastEffectiveAt of its last event; {@link Instant#MIN} when there is none
 */
public record Entity<S>(UUID id, S state, long position, Instant lastEffectiveAt) {

    public boolean exists() {
        return position > 0;
    }
}
