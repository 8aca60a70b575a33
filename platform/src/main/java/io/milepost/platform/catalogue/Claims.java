package io.milepost.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a tag key a command lays claim to. A value is one entity's: the decision is told who holds it already, by what the
 * catalogue of that one says that it holds.
 *
 * @param <S> state of the entity
 * @param <C> command
 */
@FunctionalInterface
public interface Claims<S, C> {
    /** The values, for the entity of that id, which has no state before it is there. */
    List<String> of(UUID id, @Nullable S state, C command);

    /** Names of the command's digests that are claimed besides: keyed hashes of what is too personal to be a tag. */
    default List<String> digests() {
        return List.of();
    }

    /** These values, and the digests of these names that the command has. */
    static <S, C> Claims<S, C> withDigests(Claims<S, C> values, List<String> names) {
        return new Claims<>() {
            @Override
            public List<String> of(UUID id, @Nullable S state, C command) {
                return values.of(id, state, command);
            }

            @Override
            public List<String> digests() {
                return names;
            }
        };
    }
}
