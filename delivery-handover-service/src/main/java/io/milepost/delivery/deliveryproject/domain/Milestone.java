package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone of the plan and how it stands.
 *
 * @param plannedOn the day of its first baseline
 * @param expectedOn the day of the last slip or plan, or that of the baseline
 */
public record Milestone(
        String code,
        String name,
        LocalDate plannedOn,
        LocalDate expectedOn,
        @Nullable LocalDate reachedOn) {

    static Milestone of(PlannedMilestone planned) {
        return new Milestone(planned.code(), planned.name(), planned.plannedOn(), planned.plannedOn(), null);
    }

    PlannedMilestone current() {
        return new PlannedMilestone(code, name, expectedOn);
    }

    /** It keeps the day of its first baseline. */
    ReplannedMilestone replanned(PlannedMilestone anew) {
        return new ReplannedMilestone(code, anew.name(), plannedOn, anew.plannedOn());
    }

    Milestone expected(LocalDate day) {
        return new Milestone(code, name, plannedOn, day, reachedOn);
    }

    Milestone reached(LocalDate day) {
        return new Milestone(code, name, plannedOn, expectedOn, day);
    }
}
