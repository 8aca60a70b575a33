package io.milepost.platform.timer;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.value.Series;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One rule "an entity in this state waits for that time, then is sent this command". A bean of this type is all a service
 * declares. A date arises with the event that brings the state, moves or goes with the event that changes it; each that arises is
 * fired once.
 *
 * @param kind kebab case, {@code quotation-expiry}, unique in its aggregate: part of the due date's id, so it changes only
 *     where the rule does, and the dates are then read from the log anew
 * @param command that the dates carry: a row of the catalogue without roles, on a known entity
 * @param dates what a state waits for; pure, called after every event
 * @param overtaken where of several recurring days that have passed the last one alone counts; null everywhere else
 */
public record Due<S>(
        String kind,
        Catalogue<S, ?, ?> catalogue,
        Class<? extends Record> command,
        Function<S, List<DueDate>> dates,
        @Nullable Recurring<S> overtaken) {

    /**
     * Dates that recur.
     *
     * @param series how far a state has come with them; empty where it waits for none. Its command has to be accepted and move it on,
     *     or no later one is ever due
     * @param date what is due for a day of the series
     */
    public record Recurring<S>(Function<S, Optional<Series>> series, BiFunction<S, LocalDate, DueDate> date) {
        List<DueDate> next(S state) {
            return series.apply(state).map(days -> date.apply(state, days.next())).stream()
                    .toList();
        }
    }

    public Due(
            String kind,
            Catalogue<S, ?, ?> catalogue,
            Class<? extends Record> command,
            Function<S, List<DueDate>> dates) {
        this(kind, catalogue, command, dates, null);
    }

    /** A recurring date of which each has its effect, in turn and dated when it was due, however late the clock finds it. */
    public static <S> Due<S> onEach(
            String kind, Catalogue<S, ?, ?> catalogue, Class<? extends Record> command, Recurring<S> days) {
        return new Due<>(kind, catalogue, command, days::next, null);
    }

    /** A recurring date of which the last one alone has its effect, where several have passed before the clock finds the first. They have no parts. */
    public static <S> Due<S> onLast(
            String kind, Catalogue<S, ?, ?> catalogue, Class<? extends Record> command, Recurring<S> days) {
        return new Due<>(kind, catalogue, command, days::next, days);
    }

    public Due {
        if (!kind.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a kind of due date is in kebab case, not " + kind);
        }
        var row = catalogue.command(command);
        if (row.creates() || !row.roles().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is due by time, so it is on a known entity and has no roles".formatted(row.name()));
        }
    }
}
