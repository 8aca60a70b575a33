package io.milepost.platform.value;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a site works. Its days begin and end in its zone.
 *
 * @param workingDays of the week, at least one
 * @param holidays on which it does not work, whatever day of the week they are
 * @param cutOff what happens at this time of a working day or later counts for the next one; null where the whole day counts
 */
public record SiteCalendar(
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        Set<LocalDate> holidays,
        @Nullable LocalTime cutOff) {

    public SiteCalendar {
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a site works on one day of the week at least");
        }
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
    }

    /** One without holidays and without a cut-off time. */
    public static SiteCalendar mondayToFriday(ZoneId zone) {
        return new SiteCalendar(zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), null);
    }

    public boolean worksOn(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** This day, or the first working day after it. */
    public LocalDate workingDayFrom(LocalDate day) {
        var working = day;
        while (!worksOn(working) && working.isBefore(LocalDate.MAX)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** So many working days after this day. */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        var working = day;
        for (int left = days; left > 0 && working.isBefore(LocalDate.MAX); left--) {
            working = workingDayFrom(working.plusDays(1));
        }
        return working;
    }

    /** The working day for which a fact of this time counts. */
    public LocalDate dayOf(Instant fact) {
        var local = fact.atZone(zone);
        var day = local.toLocalDate();
        var late = cutOff != null && worksOn(day) && !local.toLocalTime().isBefore(cutOff);
        return workingDayFrom(late ? day.plusDays(1) : day);
    }
}
