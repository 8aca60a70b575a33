package io.milepost.platform.sealing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands of a person whose key was destroyed.
 *
 * @param generation the last key that is gone; what was sealed by it or by an earlier one opens no more
 * @param at when it was asked for, so that an older request that is heard again changes nothing
 * @param open whether new data may be kept, under a key of the next generation
 */
record Erased(UUID person, int generation, Instant at, boolean open) {

    /** The same person, erased on this request. */
    static Erased by(Instant request, UUID person, @Nullable Erased before) {
        int last = before == null ? 0 : before.generation;
        return new Erased(person, before == null || before.open ? last + 1 : last, request, false);
    }

    Erased opened(Instant request) {
        return new Erased(person, generation, request, true);
    }

    boolean isBefore(Erased other) {
        return at.isBefore(other.at);
    }
}
