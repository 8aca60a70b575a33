package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Deals in the stages of their process, and the proofs that they ask for. */
final class Opportunities {
    /** What {@link StagesTest} reaches; {@link OpportunityTest} reaches what neither it nor {@link DealTest} does. */
    static final List<Refusal> OF_STAGES = List.of(
            STAGE_NOT_SUCCEEDED,
            LAST_STAGE,
            STAGE_NOT_EARLIER,
            MILESTONE_NOT_OF_STAGE,
            MILESTONE_ALREADY_REACHED,
            CRITERION_NOT_OF_STAGE,
            CRITERION_NOT_BY_HAND,
            CRITERION_ALREADY_MET,
            COMMITMENT_INCOMPLETE,
            PROOF_IN_FUTURE,
            MILESTONES_MISSING,
            MILESTONE_UNKNOWN,
            MILESTONE_REPEATED);

    /** What {@link ParticularsTest} reaches. */
    static final List<Refusal> OF_PARTICULARS = List.of(
            CAUSE_MISSING,
            LESSONS_MISSING,
            EVIDENCE_MISSING,
            OPPORTUNITY_ON_HOLD,
            OPPORTUNITY_NOT_ON_HOLD,
            HOLD_OVER,
            COMPETITOR_UNKNOWN,
            SESSION_UNATTENDED,
            DEAL_FULL,
            TEXT_MISSING,
            DAY_IN_FUTURE,
            DAY_IMPLAUSIBLE);

    /** What {@link DealTest} reaches. */
    static final List<Refusal> OF_DEALS = List.of(
            CURRENCY_CHANGED,
            CLOSE_EXPECTED_IN_PAST,
            CLOSED_BEFORE_IDENTIFIED,
            PROOF_TOO_EARLY,
            PLANNED_BEFORE_DEAL,
            DAY_IMPLAUSIBLE);

    /** What {@link ReopeningTest} reaches. */
    static final List<Refusal> OF_REOPENING = List.of(OPPORTUNITY_NOT_ENDED, SALES_PROJECT_CLOSED);

    static final ReachedRefusals REACHED = ReachedRefusals.of(OF_STAGES);
    static final UUID QUOTATION = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final Scenario<Opportunity, Command, OpportunityEvent> IDENTIFIED =
            Scenario.of(OPPORTUNITY).recording(REACHED).given(identified("standard"));
    static final Scenario<Opportunity, Command, OpportunityEvent> QUALIFIED = IDENTIFIED.given(qualified("standard"));

    private Opportunities() {}

    /** A qualified deal that has just moved into a stage. */
    static Scenario<Opportunity, Command, OpportunityEvent> in(int stage, int probability) {
        return stage == 1
                ? QUALIFIED
                : QUALIFIED.given(
                        new WinProbabilityChanged(0, probability), new OpportunityStageAdvanced(stage - 1, stage));
    }

    /** Does all that the stage asks for; the last of it is the customer's commitment. */
    static Scenario<Opportunity, Command, OpportunityEvent> proven(
            Scenario<Opportunity, Command, OpportunityEvent> nominal, int number, int before, int after) {
        var stage = SalesProcesses.of("standard", 2).stage(number);
        var now = nominal;
        for (var milestone : stage.milestones()) {
            var reach = now.when(new ReachMilestone(milestone.code(), null, null));
            now = milestone.equals(stage.milestones().getLast())
                    ? reach.then(reached(number, milestone.code()), new OpportunityStageEntered(number, TODAY))
                    : reach.then(reached(number, milestone.code()));
        }
        for (var criterion : stage.criteria()) {
            if (criterion.shownBy() == ShownBy.QUOTATION) {
                now = now.when(new AgreeTerms(QUOTATION, TODAY)).then(new OpportunityTermsAgreed(QUOTATION, TODAY));
            }
            if (criterion.shownBy() == ShownBy.STATEMENT) {
                now = now.when(new MeetCriterion(criterion.code(), "file 1", null))
                        .then(new SuccessCriterionMet(number, criterion.code(), "file 1", TODAY));
            }
        }
        assertThat(missing(now)).startsWith("COMMITMENT");
        return now.when(new RecordCommitment("Ann", "the next step", null, null))
                .then(
                        new CustomerCommitmentRecorded(number, "Ann", "the next step", TODAY, null, null, null),
                        new OpportunityStageSucceeded(number),
                        new WinProbabilityChanged(before, after));
    }

    static Scenario<Opportunity, Command, OpportunityEvent> strategic() {
        var moved = Scenario.of(OPPORTUNITY)
                .recording(REACHED)
                .given(
                        identified("strategic"),
                        qualified("strategic"),
                        new WinProbabilityChanged(0, 10),
                        new OpportunityStageAdvanced(1, 2));
        return proven(moved.given(), 2, 10, 20);
    }

    static OpportunityIdentified identified(String template) {
        return new OpportunityIdentified(
                null, null, "kim", null, null, null, null, null, template, 2, null, null, null, null, null);
    }

    static OpportunityQualified qualified(String template) {
        return new OpportunityQualified(null, "kim", template, 2, template.equals("strategic"), null, null);
    }

    static OpportunityMilestoneReached reached(int stage, String milestone) {
        return new OpportunityMilestoneReached(stage, milestone, TODAY, null);
    }

    static SuccessCriterionMet met(int stage, String criterion) {
        return new SuccessCriterionMet(stage, criterion, null, TODAY);
    }

    static List<String> missing(Scenario<Opportunity, Command, OpportunityEvent> opportunity) {
        return view(opportunity).progress().missing();
    }

    static OpportunityView view(Scenario<Opportunity, Command, OpportunityEvent> opportunity) {
        return OpportunityView.of(opportunity.state());
    }
}
