package io.milepost.opportunities.opportunity.domain;

import static io.milepost.opportunities.opportunity.domain.DealRefusal.PLANNED_BEFORE_DEAL;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.MILESTONES_MISSING;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.MILESTONE_REPEATED;
import static io.milepost.opportunities.opportunity.domain.StageRefusal.MILESTONE_UNKNOWN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.opportunity.domain.Opportunity.Open;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityMilestonesPlanned;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcess;
import io.milepost.platform.decision.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** When the milestones of a deal are to be reached. A milestone that a later plan does not name keeps its day. */
final class Planning {

    private Planning() {}

    static Decision<OpportunityEvent> plan(Open opportunity, List<PlannedMilestone> wanted) {
        if (wanted.isEmpty()) {
            return Decision.<OpportunityEvent>refused(MILESTONES_MISSING).at("/milestones");
        }
        var process = opportunity.progress().process();
        var named = new HashSet<String>();
        var known = new ArrayList<PlannedMilestone>();
        for (int i = 0; i < wanted.size(); i++) {
            var pointer = "/milestones/" + i;
            var planned = ofProcess(process, wanted.get(i));
            if (planned.isEmpty()) {
                return Decision.<OpportunityEvent>refused(MILESTONE_UNKNOWN).at(pointer + "/milestone");
            }
            if (!named.add(planned.get().milestone())) {
                return Decision.<OpportunityEvent>refused(MILESTONE_REPEATED).at(pointer + "/milestone");
            }
            if (opportunity.deal().isIdentifiedAfter(planned.get().plannedOn())) {
                return Decision.<OpportunityEvent>refused(PLANNED_BEFORE_DEAL).at(pointer + "/plannedOn");
            }
            known.add(planned.get());
        }
        var plan = opportunity.deal().plan();
        var moved = known.stream().filter(planned -> !isPlanned(plan, planned)).toList();
        return moved.isEmpty() ? unchanged() : accepted(new OpportunityMilestonesPlanned(moved));
    }

    static List<MilestoneBaseline> after(List<MilestoneBaseline> plan, List<PlannedMilestone> moved) {
        var now = new ArrayList<>(plan);
        for (var planned : moved) {
            var before = now.stream().filter(baseline -> baseline.isOf(planned)).findFirst();
            if (before.isPresent()) {
                now.set(now.indexOf(before.get()), before.get().moved(planned.plannedOn()));
            } else {
                now.add(MilestoneBaseline.of(planned));
            }
        }
        return now;
    }

    /** By the code that the process has for it, however it was spelled; empty where there is none. */
    private static Optional<PlannedMilestone> ofProcess(SalesProcess process, PlannedMilestone planned) {
        return planned.stage() < SalesProcess.FIRST || planned.stage() > SalesProcess.LAST
                ? Optional.empty()
                : process.stage(planned.stage())
                        .milestone(planned.milestone())
                        .map(milestone -> new PlannedMilestone(planned.stage(), milestone.code(), planned.plannedOn()));
    }

    private static boolean isPlanned(List<MilestoneBaseline> plan, PlannedMilestone planned) {
        return plan.stream()
                .anyMatch(baseline ->
                        baseline.isOf(planned) && baseline.plannedOn().equals(planned.plannedOn()));
    }
}
