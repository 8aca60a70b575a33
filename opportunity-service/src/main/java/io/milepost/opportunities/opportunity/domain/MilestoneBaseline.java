package io.milepost.opportunities.opportunity.domain;

import java.time.LocalDate;

/** A milestone's two baselines: the day that was planned first, and the one that is planned now. */
public record MilestoneBaseline(int stage, String milestone, LocalDate originallyOn, LocalDate plannedOn) {

    static MilestoneBaseline of(PlannedMilestone planned) {
        return new MilestoneBaseline(planned.stage(), planned.milestone(), planned.plannedOn(), planned.plannedOn());
    }

    boolean isOf(PlannedMilestone planned) {
        return stage == planned.stage() && milestone.equals(planned.milestone());
    }

    MilestoneBaseline moved(LocalDate on) {
        return new MilestoneBaseline(stage, milestone, originallyOn, on);
    }
}
