package io.milepost.opportunities.projectplan;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.SiteCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done in a sales project, by whom and in which order.
 *
 * @param startOn the first day, or the day before the first working day
 * @param holidays on which nobody works, beside Saturdays and Sundays; kept in the plan, so that it reads the same for ever
 * @param packages of work, of any order
 */
public record Schedule(LocalDate startOn, List<LocalDate> holidays, List<WorkPackage> packages) {
    public Schedule {
        holidays = List.copyOf(holidays);
        packages = List.copyOf(packages);
    }

    /**
     * A package of work, or a milestone.
     *
     * @param code by which others follow it: letters, digits, dots and dashes
     * @param phase of the project that it belongs to
     * @param days of work, none for a milestone
     * @param assignee code of the member who does it
     * @param after codes of the packages that are to be done before it
     */
    public record WorkPackage(
            String code, @Limit(Limit.NOTE) String name, String phase, int days, String assignee, List<String> after) {
        public WorkPackage {
            after = List.copyOf(after);
        }

        boolean isMilestone() {
            return days == 0;
        }
    }

    Optional<WorkPackage> find(String code) {
        return packages.stream().filter(work -> work.code().equals(code)).findFirst();
    }

    SiteCalendar calendar() {
        return new SiteCalendar(
                ZoneOffset.UTC, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new HashSet<>(holidays), null);
    }

    /** The day that is so many working days after the first one. */
    LocalDate day(int offset) {
        var calendar = calendar();
        return calendar.plusWorkingDays(calendar.workingDayFrom(startOn), offset);
    }

    /** How many working days of the plan there are before this day. */
    int workingDaysBefore(LocalDate day) {
        var calendar = calendar();
        int count = 0;
        for (var each = startOn; each.isBefore(day); each = each.plusDays(1)) {
            count += calendar.worksOn(each) ? 1 : 0;
        }
        return count;
    }
}
