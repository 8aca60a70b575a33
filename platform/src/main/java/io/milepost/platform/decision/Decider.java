package io.milepost.platform.decision;

import org.jspecify.annotations.Nullable;

/**
 * A pure aggregate: how its first event begins it, how it decides once it is there, and how it changes. Whether an entity is there
 * is the platform's to know, so no state stands for "none".
 *
 * @param <S> sealed state
 * @param <C> sealed type of the commands on an entity that is there
 * @param <E> sealed event type
 */
public record Decider<S, C, E>(Decide<S, C, E> decide, Begin<S, E> begin, Evolve<S, E> evolve) {

    /** Answers a command on an entity that is there; total over states and commands, never throws for a business reason. */
    @FunctionalInterface
    public interface Decide<S, C, E> {
        Decision<E> decide(S state, C command, Occasion occasion);
    }

    /** Answers the command that brings an entity into being; the platform has seen that there is none. */
    @FunctionalInterface
    public interface Create<B, E> {
        Decision<E> decide(B command, Occasion occasion);
    }

    /** The state that an entity's first event leads to. */
    @FunctionalInterface
    public interface Begin<S, E> {
        S begin(E first);
    }

    /** Applies one more fact; total over the event type, never refuses. */
    @FunctionalInterface
    public interface Evolve<S, E> {
        S evolve(S state, E event);
    }

    /** The state after one more event, which is the entity's first where there is no state yet. */
    public S after(@Nullable S state, E event) {
        return state == null ? begin.begin(event) : evolve.evolve(state, event);
    }
}
