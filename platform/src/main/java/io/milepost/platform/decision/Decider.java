package io.milepost.platform.decision;

/**
 * A pure aggregate: how it starts, decides and changes.
 *
 * @param <S> sealed state
 * @param <C> sealed command type
 * @param <E> sealed event type
 */
public record Decider<S, C, E>(S initial, Decide<S, C, E> decide, Evolve<S, E> evolve) {

    /** Says what follows from a command; total over states and commands, never throws for a business reason. */
    @FunctionalInterface
    public interface Decide<S, C, E> {
        Decision<E> decide(S state, C command, Occasion occasion);
    }

    /** Applies one fact; total over the event type, never refuses. */
    @FunctionalInterface
    public interface Evolve<S, E> {
        S evolve(S state, E event);
    }
}
