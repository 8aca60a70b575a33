package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone of the plan and how it stands.
 *
 * @param plannedOn the day of its first baseline
 * @param expectedOn the day of the last slip or plan, or that of the baseline
 * @param slipReason why it slipped to that day; absent where that was planned
 */
public record Milestone(
        String code,
        String name,
        LocalDate plannedOn,
        LocalDate expectedOn,
        @Nullable LocalDate reachedOn,
        @Nullable String slipReason) {

    static Milestone of(PlannedMilestone planned) {
        return new Milestone(planned.code(), planned.name(), planned.plannedOn(), planned.plannedOn(), null, null);
    }

    PlannedMilestone current() {
        return new PlannedMilestone(code, name, expectedOn);
    }

    /** It keeps the day of its first baseline. */
    ReplannedMilestone replanned(PlannedMilestone anew) {
        return new ReplannedMilestone(code, anew.name(), plannedOn, anew.plannedOn());
    }

    Milestone slipped(LocalDate day, String reason) {
        return new Milestone(code, name, plannedOn, day, reachedOn, reason);
    }

    Milestone reached(LocalDate day) {
        return new Milestone(code, name, plannedOn, expectedOn, day, slipReason);
    }
}
