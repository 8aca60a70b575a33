package io.milepost.opportunities;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.AdvanceStage;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.MeetCriterion;
import io.milepost.opportunities.opportunity.Opportunity.ReachMilestone;
import io.milepost.opportunities.opportunity.Opportunity.RecordCommitment;
import io.milepost.opportunities.opportunity.Opportunity.RegressStage;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageAdvanceRejected;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.OpportunityEvent.WinProbabilityChanged;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every history of a deal that cannot end. */
class StageLawsTest {
    private static final Stage FIRST = SalesProcesses.of("standard", 2).stage(1);

    @Test
    void laws_of_the_stages_of_a_deal_that_stays_open() {
        var open = Catalogue.of("opportunity", "opportunities", OPPORTUNITY.decider())
                .creates(
                        IdentifyOpportunity.class,
                        (identify, occasion) -> OPPORTUNITY.decide(
                                OPPORTUNITY.command(IdentifyOpportunity.class), null, identify, occasion))
                .command(ReachMilestone.class)
                .command(MeetCriterion.class)
                .command(RecordCommitment.class)
                .command(AdvanceStage.class)
                .command(RegressStage.class)
                .event(OpportunityMilestoneReached.class, "opportunity.milestone-reached", 1)
                .event(OpportunityStageEntered.class, "opportunity.stage-entered", 1)
                .event(OpportunityStageSucceeded.class, "opportunity.stage-succeeded", 1)
                .event(WinProbabilityChanged.class, "opportunity.win-probability-changed", 1)
                .event(OpportunityStageAdvanced.class, "opportunity.stage-advanced", 1)
                .event(OpportunityStageAdvanceRejected.class, "opportunity.stage-advance-rejected", 1)
                .event(OpportunityStageRegressed.class, "opportunity.stage-regressed", 1)
                .refusals(Opportunity.No.class, Usual.values())
                .open()
                .view(OpportunityView.class, state ->
                        (OpportunityView) OPPORTUNITY.view().apply(state));
        Laws.of(open)
                .suggesting("template", "standard", "strategic")
                .suggesting("stages", Templates.stages(30, 60, 100), Templates.stages(100))
                .suggesting(
                        "inForce",
                        SalesProcesses.of("standard", 2),
                        SalesProcesses.of("strategic", 2),
                        new ProcessVersion("north", 4, Templates.stages(30, 60, 100), List.of(), null))
                .suggesting(
                        "milestone",
                        FIRST.milestones().stream().map(Milestone::code).toArray())
                .suggesting(
                        "criterion",
                        FIRST.criteria().stream().map(Criterion::code).toArray())
                .rare(OpportunityStageRegressed.class)
                .check();
    }
}
