package io.milepost.platform.timer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time that a state waits for.
 *
 * @param part tells apart several of one kind in one entity, like the number of an instalment; empty where there is one
 * @param owner code of the team member whom it concerns, or null
 * @param command what the entity is sent at that time
 */
public record DueDate(When when, String part, @Nullable String owner, Record command) {

    /** A time of the clock, or a day of the deployment's calendar. */
    public sealed interface When {
        record At(Instant instant) implements When {}

        record StartOf(LocalDate day) implements When {}

        record EndOf(LocalDate day) implements When {}
    }

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    public DueDate {
        if (!part.matches("[A-Za-z0-9.-]*")) {
            throw new IllegalArgumentException("a part of an id is a word, not " + part);
        }
    }

    /** Due at this time. */
    public static DueDate at(Instant instant, Record command) {
        return new DueDate(new When.At(instant), "", null, command);
    }

    /** Due when this day begins in {@code milepost.zone}. */
    public static DueDate startOf(LocalDate day, Record command) {
        return new DueDate(new When.StartOf(day), "", null, command);
    }

    /** Due when this day has ended in {@code milepost.zone}: at the next day's beginning. */
    public static DueDate endOf(LocalDate day, Record command) {
        return new DueDate(new When.EndOf(day), "", null, command);
    }

    public DueDate ownedBy(@Nullable String member) {
        return new DueDate(when, part, member, command);
    }

    public DueDate part(String name) {
        return new DueDate(when, name, owner, command);
    }

    /** In whole milliseconds of the years 0 to 9999, so that times sort as their texts do. */
    Instant instant(ZoneId zone) {
        var exact = switch (when) {
            case When.At(var instant) -> instant;
            case When.StartOf(var day) -> start(day, zone);
            case When.EndOf(var day) -> day.equals(LocalDate.MAX) ? LAST : start(day.plusDays(1), zone);
        };
        if (exact.isBefore(FIRST)) {
            return FIRST;
        }
        return exact.isAfter(LAST) ? LAST : Instant.ofEpochMilli(exact.toEpochMilli());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
