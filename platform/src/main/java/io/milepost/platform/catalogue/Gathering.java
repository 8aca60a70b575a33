package io.milepost.platform.catalogue;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All other entities of a kind of which an event carries one tag, as the log has them at its head: what several of them share is
 * decided by what they are together. The append fails if one of them has changed meanwhile, or another has joined them.
 *
 * @param <S> state of the entity that decides
 * @param <O> state of the others
 * @param <R> what the decision is told of them all, a small record of its own
 * @param others asked for late, so that catalogues may refer to each other; null where it is enough to know which there are
 * @param key of the tag
 * @param value of the tag, from the state and the command; null where there is nothing to share
 */
public record Gathering<S, O, R extends Record>(
        @Nullable Supplier<Catalogue<O, ?, ?>> others,
        String key,
        BiFunction<@Nullable S, Record, @Nullable String> value,
        Class<R> type,
        Function<List<Gathered<O>>, R> as) {

    /** One of the others; its state is null where it is enough to know that it is there. */
    public record Gathered<O>(UUID id, O state) {}
}
