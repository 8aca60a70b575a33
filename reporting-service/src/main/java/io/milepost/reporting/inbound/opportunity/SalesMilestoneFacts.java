package io.milepost.reporting.inbound.opportunity;

import java.time.LocalDate;
import java.util.List;

/** Types and fields of opportunity-service's events about milestones that reports use. */
public final class SalesMilestoneFacts {
    public static final String SOURCE = "opportunity";
    public static final String PLANNED = "opportunity.milestones-planned.v1";
    public static final String REACHED = "opportunity.milestone-reached.v1";

    private SalesMilestoneFacts() {}

    /** {@link #PLANNED}: the days of these milestones, for the first time or anew; others keep theirs. */
    public record Planned(List<PlannedMilestone> milestones) {
        public Planned {
            milestones = List.copyOf(milestones);
        }
    }

    /** One milestone of {@link Planned}. */
    public record PlannedMilestone(int stage, String milestone, LocalDate plannedOn) {}

    /** {@link #REACHED}: the calendar day that the business says. */
    public record Reached(int stage, String milestone, LocalDate on) {}
}
