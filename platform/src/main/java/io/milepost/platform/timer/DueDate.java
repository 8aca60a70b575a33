package io.milepost.platform.timer;

import io.milepost.platform.value.SiteCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time that a state waits for.
 *
 * @param part tells apart several of one kind in one entity, like the number of an instalment; empty where there is one
 * @param owner code of the team member whom it concerns, or null
 * @param site code of the site whose zone and working days it is reckoned in; null for those of the deployment
 * @param command what the entity is sent at that time
 */
public record DueDate(
        When when,
        String part,
        @Nullable String owner,
        @Nullable String site,
        Record command) {

    /** A time of the clock, or a day of a calendar. */
    public sealed interface When {
        record At(Instant instant) implements When {}

        record StartOf(LocalDate day) implements When {}

        record EndOf(LocalDate day) implements When {}

        /** The end of the working day that is so many after the first one from this day on. */
        record EndOfWorkingDay(LocalDate day, int later) implements When {}

        /** The end of the working day that is so many after the one for which the fact counts. */
        record EndOfWorkingDayAfter(Instant fact, int later) implements When {}
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
        return of(new When.At(instant), command);
    }

    /** Due when this day begins in the zone of its site. */
    public static DueDate startOf(LocalDate day, Record command) {
        return of(new When.StartOf(day), command);
    }

    /** Due when this day has ended in the zone of its site: at the next day's beginning. */
    public static DueDate endOf(LocalDate day, Record command) {
        return of(new When.EndOf(day), command);
    }

    /** Due when this day has ended, or, where nobody works on it, the first working day after it. */
    public static DueDate endOfWorkingDay(LocalDate day, Record command) {
        return endOfWorkingDay(day, 0, command);
    }

    /** The same, so many working days later. */
    public static DueDate endOfWorkingDay(LocalDate day, int later, Record command) {
        return of(new When.EndOfWorkingDay(day, later), command);
    }

    /**
     * Due at the end of so many working days after a fact; none is the same day. A fact after the cut-off time of the site, or of a day
     * on which nobody works, counts for the next working day.
     */
    public static DueDate workingDaysAfter(Instant fact, int later, Record command) {
        return of(new When.EndOfWorkingDayAfter(fact, later), command);
    }

    private static DueDate of(When when, Record command) {
        return new DueDate(when, "", null, null, command);
    }

    /** Reckoned in the zone and the working days of this site. */
    public DueDate at(@Nullable String code) {
        return new DueDate(when, part, owner, code, command);
    }

    public DueDate ownedBy(@Nullable String member) {
        return new DueDate(when, part, member, site, command);
    }

    public DueDate part(String name) {
        return new DueDate(when, name, owner, site, command);
    }

    /** When it is due where this is the zone, and no site has working days of its own. */
    public Instant in(ZoneId zone) {
        return instant(Sites.in(zone));
    }

    /** In whole milliseconds of the years 0 to 9999, so that times sort as their texts do. */
    Instant instant(Sites sites) {
        var calendar = sites.of(site);
        var exact = switch (when) {
            case When.At(var instant) -> instant;
            case When.StartOf(var day) -> start(day, calendar);
            case When.EndOf(var day) -> end(day, calendar);
            case When.EndOfWorkingDay(var day, var later) ->
                end(calendar.plusWorkingDays(calendar.workingDayFrom(day), later), calendar);
            case When.EndOfWorkingDayAfter(var fact, var later) ->
                end(calendar.plusWorkingDays(calendar.dayOf(fact), later), calendar);
        };
        if (exact.isBefore(FIRST)) {
            return FIRST;
        }
        return exact.isAfter(LAST) ? LAST : Instant.ofEpochMilli(exact.toEpochMilli());
    }

    private static Instant start(LocalDate day, SiteCalendar calendar) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private static Instant end(LocalDate day, SiteCalendar calendar) {
        return day.equals(LocalDate.MAX) ? LAST : start(day.plusDays(1), calendar);
    }
}
