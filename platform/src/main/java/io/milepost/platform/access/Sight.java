package io.milepost.platform.access;

import io.milepost.platform.value.Codes;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a caller may know of, by their owner. What nobody owns yet is everybody's.
 *
 * @param owners canonical codes, and names of circles; null for all
 * @param keys canonical code of the caller itself and the circles of its roles, which open what is closed to others; null for all
 */
public record Sight(@Nullable Set<String> owners, @Nullable Set<String> keys) {
    /** Of the service itself: everything, also what is closed. */
    public static final Sight ALL = new Sight(null, null);

    /** Everything that is closed to nobody. */
    public static final Sight OPEN = new Sight(null, Set.of());

    public Sight {
        owners = owners == null ? null : Set.copyOf(owners);
        keys = keys == null ? null : Set.copyOf(keys);
    }

    public static Sight of(Set<String> codes) {
        return new Sight(Circle.seenWith(codes), Set.of());
    }

    /** The same for a caller who has these keys. */
    public Sight with(Set<String> held) {
        return new Sight(owners, held);
    }

    /** And what is told to these circles. */
    public Sight and(Set<String> circles) {
        if (owners == null) {
            return this;
        }
        var more = new HashSet<>(owners);
        more.addAll(circles);
        return new Sight(more, keys);
    }

    public boolean sees(@Nullable String owner) {
        return owners == null || owner == null || owners.contains(Codes.canonical(owner));
    }

    /**
     * Whether something is seen that may be closed.
     *
     * @param keepers who alone know of it, whoever owns it; null where it is closed to nobody
     */
    public boolean sees(@Nullable String owner, @Nullable Set<String> keepers) {
        return keepers == null ? sees(owner) : keys == null || !Collections.disjoint(keys, keepers);
    }
}
