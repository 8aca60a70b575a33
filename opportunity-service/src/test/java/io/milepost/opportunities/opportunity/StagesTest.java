package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.IDENTIFIED;
import static io.milepost.opportunities.opportunity.Opportunities.QUALIFIED;
import static io.milepost.opportunities.opportunity.Opportunities.REACHED;
import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.in;
import static io.milepost.opportunities.opportunity.Opportunities.met;
import static io.milepost.opportunities.opportunity.Opportunities.missing;
import static io.milepost.opportunities.opportunity.Opportunities.proven;
import static io.milepost.opportunities.opportunity.Opportunities.qualified;
import static io.milepost.opportunities.opportunity.Opportunities.reached;
import static io.milepost.opportunities.opportunity.Opportunities.strategic;
import static io.milepost.opportunities.opportunity.Opportunities.view;
import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest(name = "stage {0}")
    @CsvSource({"1,0,10", "2,10,20", "3,20,25", "4,25,30", "5,30,50", "6,50,75", "7,75,90"})
    @DisplayName(
            "G08, both ways: refused on record with all that is missing; open once milestones, criteria and commitment"
                    + " are there (R-047, R-048, R-050)")
    void is_advanced_from_a_stage_that_is_a_success(int stage, int before, int after) {
        var nominal = in(stage, before);
        nominal.when(new AdvanceStage())
                .thenRefusedOnRecord(STAGE_NOT_SUCCEEDED, new OpportunityStageAdvanceRejected(stage, missing(nominal)));
        proven(nominal, stage, before, after)
                .when(new AdvanceStage())
                .then(new OpportunityStageAdvanced(stage, stage + 1));
    }

    @ParameterizedTest(name = "stage {0}")
    @CsvSource({"1, 0, finds a problem", "5, 30, calls for offers", "8, 90, signs"})
    @DisplayName("R-046: beside the stage of a deal stands the step in which its customer buys")
    void the_step_of_the_customer_is_shown(int stage, int before, String step) {
        assertThat(OpportunityView.of(in(stage, before).state()).progress().procurementStep())
                .isEqualTo(step);
    }

    @Test
    @DisplayName("R-053: the last stage succeeds by the signed contract, in no other way; with every gate taken none is"
            + " skipped")
    void the_last_stage_succeeds_by_the_contract() {
        var contract = new WinOpportunity(CONTRACT, Money.of("4514.00", "USD"), TODAY);
        var won = new OpportunityWon(CONTRACT, contract.value(), TODAY, List.of(), "standard", 2);
        var last = in(8, 90);
        last.when(new AdvanceStage()).thenRefused(LAST_STAGE);
        last.when(new MeetCriterion("CONTRACT_SIGNED", null, null)).thenRefused(CRITERION_NOT_BY_HAND, "/criterion");
        last.when(contract).then(won);
        last.when(new ReachMilestone("CONTRACT_SENT_FOR_SIGNATURE", null, null))
                .then(reached(8, "CONTRACT_SENT_FOR_SIGNATURE"), new OpportunityStageEntered(8, TODAY))
                .when(contract)
                .then(new OpportunityStageSucceeded(8), new WinProbabilityChanged(90, 100), won);
    }

    @Test
    @DisplayName("Decision 41: a signature in stage 5 names the gates of the stages that were no success")
    void names_the_gates_that_a_signature_skipped() {
        var contract = new WinOpportunity(CONTRACT, Money.of("4514.00", "USD"), TODAY);
        in(5, 30)
                .when(contract)
                .then(new OpportunityWon(
                        CONTRACT, contract.value(), TODAY, List.of("G08/S5", "G08/S6", "G08/S7"), "standard", 2));
        strategic()
                .when(contract)
                .then(new OpportunityWon(
                        CONTRACT,
                        contract.value(),
                        TODAY,
                        List.of("G06", "G08/S3", "G08/S4", "G08/S5", "G08/S6", "G08/S7"),
                        "strategic",
                        2));
    }

    @Test
    @DisplayName("R-047, decision 11: nominal until the last milestone, entered on the latest of their days")
    void is_entered_by_its_milestones() {
        var second = in(2, 10);
        assertThat(view(second).trueStage()).isEqualTo(1);
        assertThat(view(second).progress().standing()).isEqualTo(Standing.NOMINAL);
        var entered = second.when(new ReachMilestone("FIRST_VISIT_LOGGED", "visit 17", YESTERDAY))
                .then(
                        new OpportunityMilestoneReached(2, "FIRST_VISIT_LOGGED", YESTERDAY, "visit 17"),
                        new OpportunityStageEntered(2, YESTERDAY));
        assertThat(view(entered).trueStage()).isEqualTo(2);
        assertThat(view(entered).progress().standing()).isEqualTo(Standing.ENTERED);

        QUALIFIED
                .given(reached(1, "CONTACT_NAMED"), reached(1, "ACCOUNT_FILE_OPENED"))
                .when(new ReachMilestone("FIRST_CALL_LOGGED", null, YESTERDAY))
                .then(
                        new OpportunityMilestoneReached(1, "FIRST_CALL_LOGGED", YESTERDAY, null),
                        new OpportunityStageEntered(1, TODAY));
    }

    @Test
    @DisplayName("R-048: criteria and commitment before the milestones are noted, yet no success")
    void is_no_success_before_it_is_entered() {
        in(3, 20)
                .given(met(3, "FEEDBACK_RECORDED"), met(3, "STAKEHOLDERS_MAPPED"))
                .when(new RecordCommitment("Ann", "a demonstration", null, null))
                .then(new CustomerCommitmentRecorded(3, "Ann", "a demonstration", TODAY, null, null, null))
                .when(new ReachMilestone("PRELIMINARY_PROPOSAL_DELIVERED", null, null))
                .then(
                        reached(3, "PRELIMINARY_PROPOSAL_DELIVERED"),
                        new OpportunityStageEntered(3, TODAY),
                        new OpportunityStageSucceeded(3),
                        new WinProbabilityChanged(20, 25));
    }

    @Test
    @DisplayName("R-044, R-048: stage 2 asks for gate G04; qualifying may be the last that it waited for")
    void qualifying_completes_the_second_stage() {
        var waiting = IDENTIFIED.given(
                new OpportunityStageAdvanced(1, 2),
                reached(2, "FIRST_VISIT_LOGGED"),
                new OpportunityStageEntered(2, TODAY),
                met(2, "NEEDS_KNOWN"),
                met(2, "BUDGET_KNOWN"),
                met(2, "TIMING_KNOWN"),
                met(2, "DECISION_ROLES_KNOWN"),
                met(2, "COMPETITORS_KNOWN"),
                new CustomerCommitmentRecorded(2, "Ann", "a proposal", TODAY, null, null, null));
        assertThat(missing(waiting)).containsExactly("OPPORTUNITY_QUALIFIED");
        waiting.when(new MeetCriterion("OPPORTUNITY_QUALIFIED", null, null)).thenRefused(CRITERION_NOT_BY_HAND);
        waiting.when(new QualifyOpportunity(null))
                .then(qualified("standard"), new OpportunityStageSucceeded(2), new WinProbabilityChanged(0, 20));
    }

    @Test
    @DisplayName(
            "Decision 4, 43: a strategic deal does not enter stage 3 without an ATI decision, however successful stage"
                    + " 2 was")
    void a_strategic_deal_waits_for_the_ati_decision() {
        strategic()
                .when(new AdvanceStage())
                .thenRefusedOnRecord(
                        STAGE_NOT_SUCCEEDED, new OpportunityStageAdvanceRejected(2, List.of("ATI_APPROVED")));
    }

    @Test
    @DisplayName("R-049: a milestone is reached once, a demonstration is held as often as need be (R-052)")
    void a_milestone_is_reached_once_and_a_demonstration_often() {
        var first = QUALIFIED.given(reached(1, "CONTACT_NAMED"));
        first.when(new ReachMilestone("CONTACT_NAMED", null, null)).thenNothing();
        first.when(new ReachMilestone("CONTACT_NAMED", null, YESTERDAY)).thenRefused(MILESTONE_ALREADY_REACHED);
        first.when(new ReachMilestone("FIRST_VISIT_LOGGED", null, null))
                .thenRefused(MILESTONE_NOT_OF_STAGE, "/milestone");
        first.when(new ReachMilestone("contact_named ", null, null)).thenNothing();
        first.when(new ReachMilestone("FIRST_CALL_LOGGED", null, TODAY.plusDays(1)))
                .thenRefused(PROOF_IN_FUTURE, "/on");

        in(4, 25)
                .when(new ReachMilestone("DEMO_OR_EXCHANGE_HELD", "demo", YESTERDAY))
                .then(
                        new OpportunityMilestoneReached(4, "DEMO_OR_EXCHANGE_HELD", YESTERDAY, "demo"),
                        new OpportunityStageEntered(4, YESTERDAY))
                .when(new ReachMilestone("DEMO_OR_EXCHANGE_HELD", "technical exchange", TODAY))
                .then(new OpportunityMilestoneReached(4, "DEMO_OR_EXCHANGE_HELD", TODAY, "technical exchange"));
    }

    @Test
    @DisplayName("R-049: a criterion of the stage is met once, with its evidence")
    void a_criterion_is_met_once() {
        QUALIFIED
                .when(new MeetCriterion("NEED_NOTED", "note 4", null))
                .then(new SuccessCriterionMet(1, "NEED_NOTED", "note 4", TODAY))
                .when(new MeetCriterion("need_noted", "note 4", null))
                .thenNothing()
                .when(new MeetCriterion("NEED_NOTED", "note 5", null))
                .thenRefused(CRITERION_ALREADY_MET);
        QUALIFIED.when(new MeetCriterion("BUDGET_KNOWN", null, null)).thenRefused(CRITERION_NOT_OF_STAGE, "/criterion");
    }

    @Test
    @DisplayName("R-049: a commitment says who, to what and when")
    void a_commitment_is_complete() {
        QUALIFIED
                .when(new RecordCommitment("Ann", "a visit", YESTERDAY, null))
                .then(new CustomerCommitmentRecorded(1, "Ann", "a visit", YESTERDAY, null, null, null))
                .when(new RecordCommitment("Ann", "a visit", YESTERDAY, null))
                .thenNothing();
        QUALIFIED
                .when(new RecordCommitment("Ann", "a visit", YESTERDAY, null))
                .digest("by", "h-ann")
                .then(new CustomerCommitmentRecorded(1, "Ann", "a visit", YESTERDAY, "h-ann", null, null))
                .when(new RecordCommitment("ANN", "a visit", YESTERDAY, null))
                .digest("by", "h-ann")
                .thenNothing()
                .when(new RecordCommitment("Bo", "a visit", YESTERDAY, null))
                .digest("by", "h-bo")
                .then(new CustomerCommitmentRecorded(1, "Bo", "a visit", YESTERDAY, "h-bo", null, null));
        QUALIFIED
                .given(new CustomerCommitmentRecorded(1, "sealed", "sealed", YESTERDAY, "h-ann", null, "h-visit"))
                .when(new RecordCommitment("Ann", "a visit", YESTERDAY, null))
                .digest("by", "h-ann")
                .digest("to", "h-visit")
                .thenNothing()
                .when(new RecordCommitment("Ann", "a trial", YESTERDAY, null))
                .digest("by", "h-ann")
                .digest("to", "h-trial")
                .then(new CustomerCommitmentRecorded(1, "Ann", "a trial", YESTERDAY, "h-ann", null, "h-trial"));
        QUALIFIED.when(new RecordCommitment(" ", "a visit", null, null)).thenRefused(COMMITMENT_INCOMPLETE, "/by");
        QUALIFIED.when(new RecordCommitment("Ann", "", null, null)).thenRefused(COMMITMENT_INCOMPLETE, "/to");
        QUALIFIED
                .when(new RecordCommitment("Ann", "a visit", TODAY.plusDays(1), null))
                .thenRefused(PROOF_IN_FUTURE, "/on");
    }

    @Test
    @DisplayName(
            "Decision 12: going back opens the stage and those after it again, and the probability falls with them")
    void goes_back_to_an_earlier_stage() {
        var back = in(5, 30)
                .given(reached(5, "REQUIREMENT_REVIEWED"), new OpportunityStageEntered(5, TODAY))
                .when(new RegressStage(3, "the proposal was withdrawn"))
                .then(
                        new OpportunityStageRegressed(5, 3, "the proposal was withdrawn"),
                        new WinProbabilityChanged(30, 20));
        assertThat(view(back).stage()).isEqualTo(3);
        assertThat(view(back).trueStage()).isEqualTo(2);
        assertThat(view(back).winProbability()).isEqualTo(20);
        proven(back, 3, 20, 25);
        for (int to : List.of(0, 5, 6)) {
            in(5, 30).when(new RegressStage(to, "x")).thenRefused(STAGE_NOT_EARLIER, "/to");
        }
    }

    @Test
    @DisplayName("R-194: a plan names milestones of the sales process, each once")
    void plans_milestones_that_there_are() {
        var first = new PlannedMilestone(1, "CONTACT_NAMED", TODAY);
        QUALIFIED.when(new PlanMilestones(List.of())).thenRefused(MILESTONES_MISSING, "/milestones");
        QUALIFIED
                .when(new PlanMilestones(List.of(first, first)))
                .thenRefused(MILESTONE_REPEATED, "/milestones/1/milestone");
        for (int stage : List.of(0, 2, 9)) {
            QUALIFIED
                    .when(new PlanMilestones(List.of(first, new PlannedMilestone(stage, "FIRST_CALL_LOGGED", TODAY))))
                    .thenRefused(MILESTONE_UNKNOWN, "/milestones/1/milestone");
        }
    }
}
