package io.milepost.platform.access;

import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a caller may know of, by their owner. What nobody owns yet is everybody's.
 *
 * @param owners canonical codes, and names of circles; null for all
 */
public record Sight(@Nullable Set<String> owners) {
    public static final Sight ALL = new Sight((Set<String>) null);

    public Sight {
        owners = owners == null ? null : Set.copyOf(owners);
    }

    public static Sight of(Set<String> codes) {
        return new Sight(Circle.seenWith(codes));
    }

    /** And what is told to these circles. */
    public Sight and(Set<String> circles) {
        if (owners == null) {
            return this;
        }
        var more = new HashSet<>(owners);
        more.addAll(circles);
        return new Sight(more);
    }

    public boolean sees(@Nullable String owner) {
        return owners == null || owner == null || owners.contains(Codes.canonical(owner));
    }
}
