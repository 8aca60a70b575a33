package io.milepost.platform.catalogue;

import java.util.List;
import java.util.UUID;

/**
 * Which tags a decision must know the holders of.
 *
 * @param <S> state of the entity
 * @param <C> command
 */
@FunctionalInterface
public interface Claims<S, C> {
    /** The tags that this command lays claim to, for the entity of that id. */
    List<Tag> of(UUID id, S state, C command);
}
