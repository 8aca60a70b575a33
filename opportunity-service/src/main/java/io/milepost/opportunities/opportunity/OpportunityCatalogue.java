package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.ParticularCommand.*;
import io.milepost.opportunities.salesprocess.SalesProcessCatalogue;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.value.Codes;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The opportunity's commands and events, with paths, roles, names and personal fields. Nobody has a role to win one, to authorize one, or to agree terms for the customer. In a sales project, who answers for a stage states what is reached in it, and who answers for the account what the customer commits to. */
public final class OpportunityCatalogue {
    private static final String OF_THE_STAGE =
            "who answers for the stage in the team of the sales project (where its process does not say, SR in stages"
                    + " 3 to 5)";

    public static final Catalogue<Opportunity, Command, OpportunityEvent> OPPORTUNITY = Catalogue.of(
                    "opportunity", "opportunities", Opportunity.DECIDER)
            .creates(IdentifyOpportunity.class, Qualifying::identify, SALES_REP, SALES_MANAGER, IMPORTER)
            .narrowing(IdentifyOpportunity.class, OpportunityCatalogue::identifiers)
            .reads(
                    IdentifyOpportunity.class,
                    () -> SALES_PROCESS,
                    (_, identify) -> SalesProcesses.idOf(
                            Objects.requireNonNullElse(identify.template(), SalesProcesses.STANDARD)),
                    Offered.class,
                    process ->
                            new Offered(SalesProcessCatalogue.inForce(process).orElse(null)))
            .command(QualifyOpportunity.class, SALES_MANAGER, IMPORTER)
            .digest(QualifyOpportunity.class, "note", QualifyOpportunity::note)
            .command(RejectOpportunity.class, SALES_MANAGER, IMPORTER)
            .command(AuthorizeOpportunity.class)
            .command(UpdateValue.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(AgreeTerms.class)
            .command(LapseTerms.class)
            .command(ShowFact.class)
            .command(PlanMilestones.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(CloseAsLost.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(Withdraw.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(WithdrawByAti.class)
            .command(WithdrawByTermination.class)
            .command(ReopenOpportunity.class, SALES_MANAGER, IMPORTER)
            .reads(
                    ReopenOpportunity.class,
                    Read.twin(
                            () -> SALES_PROJECT,
                            Project.class,
                            project -> new Project(project instanceof SalesProject.Closed)))
            .command(ChangeOwner.class, SALES_MANAGER, IMPORTER)
            .command(AssignAccount.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ChangeProduct.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ReviseNeed.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(ReviseNeed.class, "need", revise -> Codes.canonical(revise.need()))
            .command(ExpectClose.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(StateBudget.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(NoteCompetitor.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(DropCompetitor.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordSession.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .command(PutOnHold.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ResumeOpportunity.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(WinOpportunity.class)
            .command(UndoWin.class)
            .reads(
                    UndoWin.class,
                    Read.twin(
                            () -> SALES_PROJECT,
                            Project.class,
                            project -> new Project(project instanceof SalesProject.Closed)))
            .command(ReachMilestone.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(ReachMilestone.class, ofTheStage(ReachMilestone.class))
            .command(ReachMilestoneByFact.class)
            .command(MeetCriterion.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(MeetCriterion.class, ofTheStage(MeetCriterion.class))
            .command(RecordCommitment.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    RecordCommitment.class,
                    "the account responsible (AR) of the sales project",
                    () -> SALES_PROJECT,
                    (id, _, _) -> id,
                    project -> project.holders(TeamRole.AR))
            .digest(RecordCommitment.class, "by", commitment -> Codes.canonical(commitment.by()))
            .digest(RecordCommitment.class, "to", RecordCommitment::to)
            .command(AdvanceStage.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RegressStage.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ReturnFromSigning.class)
            .event(OpportunityIdentified.class, "opportunity.identified", 1)
            .personal(OpportunityIdentified.class, (id, _) -> id, "need")
            .event(OpportunityQualified.class, "opportunity.qualified", 1)
            .personal(OpportunityQualified.class, (id, _) -> id, "note")
            .event(OpportunityRejected.class, "opportunity.rejected", 1)
            .event(OpportunityAuthorized.class, "opportunity.authorized", 1)
            .event(OpportunityValueUpdated.class, "opportunity.value-updated", 1)
            .event(OpportunityTermsAgreed.class, "opportunity.terms-agreed", 1)
            .event(OpportunityTermsLapsed.class, "opportunity.terms-lapsed", 1)
            .event(OpportunityFactShown.class, "opportunity.fact-shown", 1)
            .event(OpportunityMilestonesPlanned.class, "opportunity.milestones-planned", 1)
            .event(OpportunityOwnerChanged.class, "opportunity.owner-changed", 1)
            .event(OpportunityAccountAssigned.class, "opportunity.account-assigned", 1)
            .event(OpportunityProductChanged.class, "opportunity.product-changed", 1)
            .event(OpportunityNeedRevised.class, "opportunity.need-revised", 1)
            .personal(OpportunityNeedRevised.class, (id, _) -> id, "need")
            .event(OpportunityCloseExpected.class, "opportunity.close-expected", 1)
            .event(OpportunityBudgetStated.class, "opportunity.budget-stated", 1)
            .event(OpportunityCompetitorNoted.class, "opportunity.competitor-noted", 1)
            .event(OpportunityCompetitorDropped.class, "opportunity.competitor-dropped", 1)
            .event(OpportunitySessionHeld.class, "opportunity.session-held", 1)
            .personal(OpportunitySessionHeld.class, (id, _) -> id, "customers")
            .event(OpportunityPutOnHold.class, "opportunity.suspended", 1)
            .event(OpportunityResumed.class, "opportunity.resumed", 1)
            .event(OpportunityLost.class, "opportunity.lost", 1)
            .event(OpportunityWithdrawn.class, "opportunity.withdrawn", 1)
            .event(OpportunityWon.class, "opportunity.won", 1)
            .event(OpportunityContractAdded.class, "opportunity.contract-added", 1)
            .event(OpportunityContractDropped.class, "opportunity.contract-dropped", 1)
            .event(OpportunityReopened.class, "opportunity.reopened", 1)
            .event(OpportunityMilestoneReached.class, "opportunity.milestone-reached", 1)
            .event(OpportunityMilestoneProved.class, "opportunity.milestone-proved", 1)
            .event(OpportunityStageEntered.class, "opportunity.stage-entered", 1)
            .event(SuccessCriterionMet.class, "opportunity.success-criterion-met", 1)
            .event(CustomerCommitmentRecorded.class, "opportunity.commitment-recorded", 1)
            .personal(CustomerCommitmentRecorded.class, (id, _) -> id, "by", "to")
            .event(OpportunityStageSucceeded.class, "opportunity.stage-succeeded", 1)
            .event(WinProbabilityChanged.class, "opportunity.win-probability-changed", 1)
            .event(OpportunityStageAdvanced.class, "opportunity.stage-advanced", 1)
            .event(OpportunityStageAdvanceRejected.class, "opportunity.stage-advance-rejected", 1)
            .event(OpportunityStageRegressed.class, "opportunity.stage-regressed", 1)
            .ownedBy(opportunity -> opportunity.deal().particulars().owner())
            .refusals(No.class, OWNER_MISSING, REASON_MISSING, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(OpportunityView.class, OpportunityView::of);

    private OpportunityCatalogue() {}

    /** What is known of a deal where something is made for it. */
    public static PursuedDeal pursued(Opportunity opportunity) {
        return new PursuedDeal(opportunity instanceof Open);
    }

    /** What its sales process asks for before a step is taken. */
    public static AskedOfDeal asked(Opportunity opportunity) {
        boolean surveyed =
                opportunity.deal().facts().stream().anyMatch(shown -> shown.fact() == ShownBy.CUSTOMER_SURVEY);
        boolean held =
                opportunity instanceof Open open && open.deal().particulars().hold() != null;
        return AskedOfDeal.of(opportunity.progress().process().pursuit(), surveyed, held);
    }

    /** A sales project has the id of its deal. */
    private static <T extends Record> Duty<Opportunity> ofTheStage(Class<T> type) {
        return Duty.of(
                type,
                OF_THE_STAGE,
                () -> SALES_PROJECT,
                (id, opportunity, _) -> answering(opportunity).isEmpty() ? null : id,
                (opportunity, project) -> answering(opportunity)
                        .<Collection<String>>map(project::holders)
                        .orElse(Set.of()));
    }

    /** Who answers for the stage in which the deal stands; empty where the roles alone rule. */
    private static Optional<TeamRole> answering(@Nullable Opportunity opportunity) {
        return switch (Objects.requireNonNull(opportunity).progress().stage().answering()) {
            case PD -> Optional.of(TeamRole.PD);
            case AR -> Optional.of(TeamRole.AR);
            case SR -> Optional.of(TeamRole.SR);
            case FR -> Optional.of(TeamRole.FR);
            case QA -> Optional.of(TeamRole.QA);
            case ADMINISTRATOR -> Optional.of(TeamRole.ADMINISTRATOR);
            case NOBODY -> Optional.empty();
        };
    }

    /** A lead becomes an opportunity by its conversion alone; only an importer may go past that. */
    private static Set<Role> identifiers(IdentifyOpportunity identify) {
        return identify.leadId() == null ? Set.of(SALES_REP, SALES_MANAGER, IMPORTER) : Set.of(IMPORTER);
    }
}
