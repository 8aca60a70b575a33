package io.milepost.opportunities;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.kernel.Template.Approver;
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
import io.milepost.opportunities.opportunity.OpportunityEvent.PlannedMilestone;
import io.milepost.opportunities.opportunity.OpportunityEvent.WinProbabilityChanged;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.opportunities.pricelist.PriceList.PriceItem;
import io.milepost.opportunities.quotation.Proposal.OfferedLine;
import io.milepost.opportunities.quotation.Proposal.PaymentTerm;
import io.milepost.opportunities.quotation.Proposal.PaymentTrigger;
import io.milepost.opportunities.quotation.Quotation.RequestDiscountApproval;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProject.AppointTeam;
import io.milepost.opportunities.salesproject.SalesProject.DecideAti;
import io.milepost.opportunities.salesproject.SalesProject.HoldKickoff;
import io.milepost.opportunities.salesproject.SalesProject.SubmitForAti;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiApproved;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiRejected;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiReturned;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiSubmitted;
import io.milepost.opportunities.salesproject.SalesProjectEvent.EstablishmentPrepared;
import io.milepost.opportunities.salesproject.SalesProjectEvent.KickoffCompleted;
import io.milepost.opportunities.salesproject.SalesProjectEvent.KickoffHeld;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectProposed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamAppointed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamMember;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.salesproject.SalesProjectView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.decision.Who;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
                        new ProcessVersion("north", 4, Templates.stages(30, 60, 100), List.of()))
                .suggesting(
                        "milestone",
                        FIRST.milestones().stream().map(Milestone::code).toArray())
                .suggesting(
                        "criterion",
                        FIRST.criteria().stream().map(Criterion::code).toArray())
                .check();
    }
}
