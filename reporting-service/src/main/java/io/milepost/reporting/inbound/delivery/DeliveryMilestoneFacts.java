package io.milepost.reporting.inbound.delivery;

import java.time.LocalDate;
import java.util.List;

/** Types and fields of delivery-handover-service's delivery project events about milestones that reports use. */
public final class DeliveryMilestoneFacts {
    public static final String SOURCE = "delivery";
    public static final String BASELINED = "delivery-project.plan-baselined.v1";
    public static final String REBASELINED = "delivery-project.plan-rebaselined.v1";
    public static final String SLIPPED = "delivery-project.milestone-slipped.v1";
    public static final String REACHED = "delivery-project.milestone-reached.v1";

    private DeliveryMilestoneFacts() {}

    /** {@link #BASELINED}. */
    public record Baselined(List<PlannedMilestone> milestones) {
        public Baselined {
            milestones = List.copyOf(milestones);
        }
    }

    /** One milestone of {@link Baselined}. */
    public record PlannedMilestone(String code, LocalDate plannedOn) {}

    /** {@link #REBASELINED}: the whole plan anew; a milestone that it does not name is not wanted any more. */
    public record Rebaselined(List<ReplannedMilestone> milestones) {
        public Rebaselined {
            milestones = List.copyOf(milestones);
        }
    }

    /** One milestone of {@link Rebaselined}: the day of its first baseline and the one planned now. */
    public record ReplannedMilestone(String code, LocalDate plannedOn, LocalDate expectedOn) {}

    /** {@link #SLIPPED}: from the day that was expected before to the one that is expected now. */
    public record Slipped(String milestone, LocalDate from, LocalDate to) {}

    /** {@link #REACHED}: planned is the day of the baseline, whatever slipped since. */
    public record Reached(String milestone, LocalDate plannedOn, LocalDate reachedOn) {}
}
