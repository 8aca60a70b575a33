package io.milepost.platform.access;

import io.milepost.platform.value.Codes;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a caller may know of, by their owner. What nobody owns yet is everybody's.
 *
 * @param owners canonical codes; null for all
 */
public record Sight(@Nullable Set<String> owners) {
    public static final Sight ALL = new Sight((Set<String>) null);

    public Sight {
        owners = owners == null ? null : Set.copyOf(owners);
    }

    public static Sight of(Set<String> codes) {
        return new Sight(codes.stream().map(Codes::canonical).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean sees(@Nullable String owner) {
        return owners == null || owner == null || owners.contains(Codes.canonical(owner));
    }
}
