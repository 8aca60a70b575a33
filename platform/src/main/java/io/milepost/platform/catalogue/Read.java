package io.milepost.platform.catalogue;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Another entity of the same service that a decision looks at, as the log has it at its head, whatever time the decision is of. The
 * append fails if it has changed meanwhile.
 *
 * @param <S> state of the entity that decides
 * @param <O> state of the other
 * @param <R> what the decision is told of it, a small record of its own
 * @param other asked for late, so that catalogues may refer to each other
 * @param id of the other, from the entity's own, its state and the command; null where there is none to look at
 */
public record Read<S, O, R extends Record>(
        Supplier<Catalogue<O, ?, ?>> other, Duty.Where<S, Record> id, Class<R> type, Function<O, R> as) {

    /** Of the other entity that has the same id. */
    public static <S, O, R extends Record> Read<S, O, R> twin(
            Supplier<Catalogue<O, ?, ?>> other, Class<R> type, Function<O, R> as) {
        return new Read<>(other, (id, _, _) -> id, type, as);
    }
}
