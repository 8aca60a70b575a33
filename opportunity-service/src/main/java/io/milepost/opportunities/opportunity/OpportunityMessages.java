package io.milepost.opportunities.opportunity;

import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.opportunity.domain.DealRefusal;
import io.milepost.opportunities.opportunity.domain.Opportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.AgreeTerms;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.AuthorizeOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.PlanMilestones;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.QualifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.RejectOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.UpdateValue;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.Withdraw;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityAuthorized;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityMilestonesPlanned;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityRejected;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityTermsAgreed;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityValueUpdated;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.opportunity.domain.OpportunityRefusal;
import io.milepost.opportunities.opportunity.domain.OpportunityView;
import io.milepost.opportunities.opportunity.domain.StageCommand.AdvanceStage;
import io.milepost.opportunities.opportunity.domain.StageCommand.MeetCriterion;
import io.milepost.opportunities.opportunity.domain.StageCommand.ReachMilestone;
import io.milepost.opportunities.opportunity.domain.StageCommand.ReachMilestoneByFact;
import io.milepost.opportunities.opportunity.domain.StageCommand.RecordCommitment;
import io.milepost.opportunities.opportunity.domain.StageCommand.RegressStage;
import io.milepost.opportunities.opportunity.domain.StageEvent.CustomerCommitmentRecorded;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanceRejected;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.domain.StageEvent.SuccessCriterionMet;
import io.milepost.opportunities.opportunity.domain.StageEvent.WinProbabilityChanged;
import io.milepost.opportunities.opportunity.domain.StageRefusal;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.value.Codes;
import java.util.Set;

/** The opportunity's commands and events, with paths, roles, names and personal fields. Nobody has a role to win one, to authorize one, or to agree terms for the customer. */
public final class OpportunityMessages {

    public static final Catalogue<Opportunity, OpportunityCommand, OpportunityEvent> OPPORTUNITY = Catalogue.of(
                    "opportunity",
                    "opportunities",
                    new Decider<Opportunity, OpportunityCommand, OpportunityEvent>(
                            new Opportunity.Unknown(), Opportunity::decide, Opportunity::evolve))
            .creates(IdentifyOpportunity.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .narrowing(IdentifyOpportunity.class, OpportunityMessages::identifiers)
            .command(QualifyOpportunity.class, SALES_MANAGER, IMPORTER)
            .command(RejectOpportunity.class, SALES_MANAGER, IMPORTER)
            .command(AuthorizeOpportunity.class)
            .command(UpdateValue.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(AgreeTerms.class)
            .command(PlanMilestones.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(CloseAsLost.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(Withdraw.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(WinOpportunity.class)
            .command(ReachMilestone.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ReachMilestoneByFact.class)
            .command(MeetCriterion.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordCommitment.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(RecordCommitment.class, "by", commitment -> Codes.canonical(commitment.by()))
            .command(AdvanceStage.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RegressStage.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .event(OpportunityIdentified.class, "opportunity.identified", 1)
            .personal(OpportunityIdentified.class, (id, _) -> id, "need")
            .event(OpportunityQualified.class, "opportunity.qualified", 1)
            .event(OpportunityRejected.class, "opportunity.rejected", 1)
            .event(OpportunityAuthorized.class, "opportunity.authorized", 1)
            .event(OpportunityValueUpdated.class, "opportunity.value-updated", 1)
            .event(OpportunityTermsAgreed.class, "opportunity.terms-agreed", 1)
            .event(OpportunityMilestonesPlanned.class, "opportunity.milestones-planned", 1)
            .event(OpportunityLost.class, "opportunity.lost", 1)
            .event(OpportunityWithdrawn.class, "opportunity.withdrawn", 1)
            .event(OpportunityWon.class, "opportunity.won", 1)
            .event(OpportunityMilestoneReached.class, "opportunity.milestone-reached", 1)
            .event(OpportunityStageEntered.class, "opportunity.stage-entered", 1)
            .event(SuccessCriterionMet.class, "opportunity.success-criterion-met", 1)
            .event(CustomerCommitmentRecorded.class, "opportunity.commitment-recorded", 1)
            .personal(CustomerCommitmentRecorded.class, (id, _) -> id, "by")
            .event(OpportunityStageSucceeded.class, "opportunity.stage-succeeded", 1)
            .event(WinProbabilityChanged.class, "opportunity.win-probability-changed", 1)
            .event(OpportunityStageAdvanced.class, "opportunity.stage-advanced", 1)
            .event(OpportunityStageAdvanceRejected.class, "opportunity.stage-advance-rejected", 1)
            .event(OpportunityStageRegressed.class, "opportunity.stage-regressed", 1)
            .refusals(OpportunityRefusal.class)
            .refusals(StageRefusal.class)
            .refusals(DealRefusal.class)
            .view(OpportunityView.class, OpportunityView::of);

    private OpportunityMessages() {}

    /** A lead becomes an opportunity by its conversion, past which nobody's hand leads but an importer's. */
    private static Set<Role> identifiers(IdentifyOpportunity identify) {
        return identify.leadId() == null ? Set.of(SALES_REP, SALES_MANAGER, IMPORTER) : Set.of(IMPORTER);
    }
}
