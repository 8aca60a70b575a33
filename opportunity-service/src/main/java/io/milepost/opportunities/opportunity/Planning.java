package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a deal is expected to bring, and when its milestones are to be reached. */
final class Planning {

    private Planning() {}

    static Decision<OpportunityEvent> updateValue(Opportunity opportunity, Money value) {
        return switch (opportunity) {
            case Open open ->
                check().that(!value.isNegative(), "/expectedValue", VALUE_NEGATIVE)
                        .that(open.deal().takes(value.currency()), "/expectedValue/currency", CURRENCY_CHANGED)
                        .then(() -> value.equals(open.deal().expectedValue())
                                ? unchanged()
                                : accepted(
                                        new OpportunityValueUpdated(open.deal().expectedValue(), value)));
            case Ended ended -> refused(ended.reason());
        };
    }

    static Decision<OpportunityEvent> plan(
            Opportunity opportunity, List<PlannedMilestone> milestones, LocalDate today) {
        return switch (opportunity) {
            case Open open -> plan(open.deal(), milestones, today);
            case Ended ended -> refused(ended.reason());
        };
    }

    /** A milestone that a later plan does not name keeps its day. */
    private static Decision<OpportunityEvent> plan(Deal deal, List<PlannedMilestone> wanted, LocalDate today) {
        var checks = check().that(!wanted.isEmpty(), "/milestones", MILESTONES_MISSING);
        var named = new HashSet<String>();
        var moved = new ArrayList<PlannedMilestone>();
        for (int i = 0; i < wanted.size(); i++) {
            var day = wanted.get(i).plannedOn();
            var code = milestone(deal.progress().process(), wanted.get(i)).map(Milestone::code);
            var pointer = "/milestones/" + i;
            checks = checks.that(code.isPresent(), pointer + "/milestone", MILESTONE_UNKNOWN)
                    .that(code.filter(named::add).equals(code), pointer + "/milestone", MILESTONE_REPEATED)
                    .that(!deal.isIdentifiedAfter(day), pointer + "/plannedOn", PLANNED_BEFORE_DEAL)
                    .notBeyond(FAR, pointer + "/plannedOn", day, today);
            var stage = wanted.get(i).stage();
            code.map(known -> new PlannedMilestone(stage, known, day))
                    .filter(planned -> !isPlanned(deal, planned))
                    .ifPresent(moved::add);
        }
        return checks.then(() -> moved.isEmpty() ? unchanged() : accepted(new OpportunityMilestonesPlanned(moved)));
    }

    /** However its code is spelled; empty where there is none. */
    private static Optional<Milestone> milestone(ProcessVersion process, PlannedMilestone planned) {
        return process.has(planned.stage())
                ? process.stage(planned.stage()).milestone(planned.milestone())
                : Optional.empty();
    }

    private static boolean isPlanned(Deal deal, PlannedMilestone planned) {
        return deal.plan().stream()
                .anyMatch(baseline ->
                        baseline.isOf(planned) && baseline.plannedOn().equals(planned.plannedOn()));
    }
}
