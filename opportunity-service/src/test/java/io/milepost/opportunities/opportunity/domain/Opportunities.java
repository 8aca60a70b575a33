package io.milepost.opportunities.opportunity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.opportunity.OpportunityMessages;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.AgreeTerms;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityTermsAgreed;
import io.milepost.opportunities.opportunity.domain.StageCommand.MeetCriterion;
import io.milepost.opportunities.opportunity.domain.StageCommand.ReachMilestone;
import io.milepost.opportunities.opportunity.domain.StageCommand.RecordCommitment;
import io.milepost.opportunities.opportunity.domain.StageEvent.CustomerCommitmentRecorded;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityStageSucceeded;
import io.milepost.opportunities.opportunity.domain.StageEvent.SuccessCriterionMet;
import io.milepost.opportunities.opportunity.domain.StageEvent.WinProbabilityChanged;
import io.milepost.opportunities.opportunity.domain.salesprocess.Criterion.ShownBy;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcesses;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Deals in the stages of their process, and the proofs that they ask for. */
final class Opportunities {
    static final ReachedRefusals REACHED = ReachedRefusals.of(StageRefusal.class);
    static final UUID QUOTATION = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final Scenario<Opportunity, OpportunityCommand, OpportunityEvent> IDENTIFIED =
            Scenario.of(OpportunityMessages.OPPORTUNITY).recording(REACHED).given(identified("standard"));
    static final Scenario<Opportunity, OpportunityCommand, OpportunityEvent> QUALIFIED =
            IDENTIFIED.given(qualified("standard"));

    private Opportunities() {}

    /** A qualified deal that has just moved into a stage. */
    static Scenario<Opportunity, OpportunityCommand, OpportunityEvent> in(int stage, int probability) {
        return stage == 1
                ? QUALIFIED
                : QUALIFIED.given(
                        new WinProbabilityChanged(0, probability), new OpportunityStageAdvanced(stage - 1, stage));
    }

    /** Does all that the stage asks for; the last of it is the customer's commitment. */
    static Scenario<Opportunity, OpportunityCommand, OpportunityEvent> proven(
            Scenario<Opportunity, OpportunityCommand, OpportunityEvent> nominal, int number, int before, int after) {
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
                now = now.when(new MeetCriterion(criterion.code(), null)).then(met(number, criterion.code()));
            }
        }
        assertThat(missing(now)).startsWith("COMMITMENT");
        return now.when(new RecordCommitment("Ann", "the next step", null))
                .then(
                        new CustomerCommitmentRecorded(number, "Ann", "the next step", TODAY, null),
                        new OpportunityStageSucceeded(number),
                        new WinProbabilityChanged(before, after));
    }

    static Scenario<Opportunity, OpportunityCommand, OpportunityEvent> strategic() {
        var moved = Scenario.of(OpportunityMessages.OPPORTUNITY)
                .recording(REACHED)
                .given(
                        identified("strategic"),
                        qualified("strategic"),
                        new WinProbabilityChanged(0, 10),
                        new OpportunityStageAdvanced(1, 2));
        return proven(moved.given(), 2, 10, 20);
    }

    static OpportunityIdentified identified(String template) {
        return new OpportunityIdentified(null, null, "kim", null, null, null, null, null, template, 2, null);
    }

    static OpportunityQualified qualified(String template) {
        return new OpportunityQualified(null, "kim", template, 2);
    }

    static OpportunityMilestoneReached reached(int stage, String milestone) {
        return new OpportunityMilestoneReached(stage, milestone, TODAY, null);
    }

    static SuccessCriterionMet met(int stage, String criterion) {
        return new SuccessCriterionMet(stage, criterion, null);
    }

    static List<String> missing(Scenario<Opportunity, OpportunityCommand, OpportunityEvent> opportunity) {
        return view(opportunity).progress().missing();
    }

    static OpportunityView view(Scenario<Opportunity, OpportunityCommand, OpportunityEvent> opportunity) {
        return Objects.requireNonNull(OpportunityView.of(opportunity.state()));
    }
}
