package io.milepost.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tags a decision must know the holders of.
 *
 * @param <S> state of the entity
 * @param <C> command
 */
@FunctionalInterface
public interface Claims<S, C> {
    /** The tags that this command lays claim to, for the entity of that id, which has no state before it is there. */
    List<Tag> of(UUID id, @Nullable S state, C command);
}
