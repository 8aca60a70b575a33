package io.milepost.platform.catalogue;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Another entity of the same service that a decision looks at, as the log has it at its head, whatever time the decision is of. The
 * append fails if it has changed meanwhile.
 *
 * @param <S> state of the entity that decides
 * @param <O> state of the other
 * @param <R> what the decision is told of it, a small record of its own
 * @param other asked for late, so that catalogues may refer to each other
 * @param id of the other, from state and command; null where there is none to look at
 */
public record Read<S, O, R extends Record>(
        Supplier<Catalogue<O, ?, ?>> other,
        BiFunction<@Nullable S, Record, @Nullable UUID> id,
        Class<R> type,
        Function<O, R> as) {}
