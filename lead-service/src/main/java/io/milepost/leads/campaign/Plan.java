package io.milepost.leads.campaign;

import io.milepost.leads.kernel.Staff;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, when, where and by whom.
 *
 * @param segment code of the market segment that it aims at
 * @param from its first day
 * @param to its last day
 * @param site the sales site, where it has one
 * @param staff codes of all members who are assigned to it
 */
public record Plan(
        String title,
        @Nullable String segment,
        LocalDate from,
        LocalDate to,
        @Nullable String site,
        Money budget,
        @Limit(Staff.MOST) List<String> staff,
        @Limit(Staff.MOST) List<Activity> activities) {
    public Plan {
        staff = List.copyOf(staff);
        activities = List.copyOf(activities);
    }

    /** One activity on one day, and the codes of those who carry it out. */
    public record Activity(
            String title,
            LocalDate on,
            @Nullable String place,
            @Limit(Staff.MOST) List<String> staff) {
        public Activity {
            staff = List.copyOf(staff);
        }
    }
}
