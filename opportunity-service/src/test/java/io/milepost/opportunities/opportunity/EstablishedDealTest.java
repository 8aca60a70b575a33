package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.QUALIFIED;
import static io.milepost.opportunities.opportunity.Opportunities.QUOTATION;
import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.in;
import static io.milepost.opportunities.opportunity.Opportunities.met;
import static io.milepost.opportunities.opportunity.Opportunities.missing;
import static io.milepost.opportunities.opportunity.Opportunities.reached;
import static io.milepost.opportunities.opportunity.Opportunities.strategic;
import static io.milepost.opportunities.opportunity.Opportunities.view;
import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Stage.Fact;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Deal.MilestoneBaseline;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Evidence;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the ATI decision, the quotation and the contract do to a deal, and when its milestones are due. */
class EstablishedDealTest {
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");

    @Test
    @DisplayName("G06, G08, R-060: a strategic deal goes on to stage 3 with the ATI decision, and only with it")
    void the_ati_decision_lets_a_strategic_deal_go_on() {
        strategic()
                .when(new AdvanceStage())
                .thenRefusedOnRecord(
                        STAGE_NOT_SUCCEEDED, new OpportunityStageAdvanceRejected(2, List.of("ATI_APPROVED")));
        var authorized = strategic()
                .when(new AuthorizeOpportunity("board", YESTERDAY))
                .then(new OpportunityAuthorized("board", YESTERDAY))
                .when(new AuthorizeOpportunity("board", YESTERDAY))
                .thenNothing();
        assertThat(view(authorized).status()).isEqualTo("AUTHORIZED");
        assertThat(view(authorized).authorizedOn()).isEqualTo(YESTERDAY);
        var moved = authorized.when(new AdvanceStage()).then(new OpportunityStageAdvanced(2, 3));
        assertThat(view(moved).status()).isEqualTo("AUTHORIZED");
    }

    @Test
    @DisplayName("Decision 41: G06 is skipped only where the decision was not taken")
    void a_signature_skips_the_ati_decision_only_where_there_is_none() {
        var value = Money.of("4514.00", "USD");
        var later = List.of("G08/S3", "G08/S4", "G08/S5", "G08/S6", "G08/S7");
        var won = strategic()
                .given(new OpportunityAuthorized("board", TODAY))
                .when(new WinOpportunity(CONTRACT, value, TODAY))
                .then(new OpportunityWon(CONTRACT, value, TODAY, later, "strategic", 2));
        assertThat(view(won).authorizedOn()).isEqualTo(TODAY);
        var skipped =
                strategic().when(new WinOpportunity(CONTRACT, value, TODAY)).decision();
        assertThat(skipped.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        OpportunityWon.class,
                        fact -> assertThat(fact.skippedGates()).startsWith("G06"));
    }

    @Test
    @DisplayName("R-054: a loss tells the name of the sales process")
    void a_loss_tells_its_template() {
        strategic()
                .when(new CloseAsLost("price", "ask earlier", null, EndCause.PRICE))
                .then(new OpportunityLost("price", "ask earlier", TODAY, null, "strategic", 2, EndCause.PRICE));
    }

    @Test
    @DisplayName("R-100, R-048: the accepted quotation meets stage 7's criterion, and it may be the last")
    void an_accepted_quotation_meets_its_criterion() {
        var waiting = in(7, 75)
                .given(
                        reached(7, "FIRST_NEGOTIATION_ROUND_HELD"),
                        new OpportunityStageEntered(7, TODAY),
                        met(7, "PRICE_AGREED"),
                        met(7, "DELIVERY_AGREED"),
                        met(7, "PAYMENT_AGREED"),
                        met(7, "RIGHTS_AND_DUTIES_AGREED"),
                        new CustomerCommitmentRecorded(7, "Ann", "will sign", TODAY, null, null, null));
        assertThat(missing(waiting)).containsExactly("QUOTATION_ACCEPTED");
        var agreed = waiting.when(new AgreeTerms(QUOTATION, TODAY))
                .then(
                        new OpportunityTermsAgreed(QUOTATION, TODAY),
                        new OpportunityStageSucceeded(7),
                        new WinProbabilityChanged(75, 90))
                .when(new AgreeTerms(QUOTATION, TODAY))
                .thenNothing();
        assertThat(view(agreed).quotationId()).isEqualTo(QUOTATION);
    }

    @Test
    @DisplayName("R-048: by the seller's word the accepted quotation is met too, unproved until there is one")
    void a_word_for_an_accepted_quotation_is_unproved() {
        var said = in(7, 75)
                .when(new MeetCriterion("QUOTATION_ACCEPTED", "by phone", null))
                .then(new SuccessCriterionMet(7, "QUOTATION_ACCEPTED", "by phone", TODAY))
                .when(new MeetCriterion("QUOTATION_ACCEPTED", "by phone", null))
                .thenNothing();
        assertThat(missing(said)).doesNotContain("QUOTATION_ACCEPTED");
        assertThat(view(said).progress().evidence())
                .containsExactly(new StageEvidence("QUOTATION_ACCEPTED", Evidence.word("by phone")));
        var agreed = said.when(new AgreeTerms(QUOTATION, TODAY)).then(new OpportunityTermsAgreed(QUOTATION, TODAY));
        assertThat(view(agreed).progress().evidence())
                .containsExactly(new StageEvidence("QUOTATION_ACCEPTED", Evidence.fact("quotation " + QUOTATION)));
    }

    @Test
    @DisplayName(
            "R-047: a milestone that the seller said is reached is unproved until its fact arrives, and counted once")
    void a_word_for_a_milestone_is_unproved() {
        var round = new ReachMilestoneByFact(Fact.NEGOTIATION_ROUND, "quotation 7", TODAY);
        var said = in(7, 75)
                .when(new ReachMilestone("FIRST_NEGOTIATION_ROUND_HELD", "minutes 4", YESTERDAY))
                .then(
                        new OpportunityMilestoneReached(7, "FIRST_NEGOTIATION_ROUND_HELD", YESTERDAY, "minutes 4"),
                        new OpportunityStageEntered(7, YESTERDAY));
        assertThat(view(said).progress().evidence())
                .containsExactly(new StageEvidence("FIRST_NEGOTIATION_ROUND_HELD", Evidence.word("minutes 4")));
        var proved = said.when(round)
                .then(new OpportunityMilestoneProved(7, "FIRST_NEGOTIATION_ROUND_HELD", TODAY, "quotation 7"))
                .when(round)
                .thenNothing();
        assertThat(view(proved).progress().milestones()).hasSize(1);
        assertThat(view(proved).progress().evidence())
                .containsExactly(new StageEvidence("FIRST_NEGOTIATION_ROUND_HELD", Evidence.fact("quotation 7")));
        var back = proved.given(new OpportunityStageRegressed(7, 6, "not yet"), new OpportunityStageAdvanced(6, 7));
        assertThat(view(back).progress().evidence()).isEmpty();
    }

    @Test
    @DisplayName("R-100: terms that were agreed before stage 7 count once the deal is there, and after it went back")
    void terms_that_were_agreed_early_count() {
        var early = in(5, 30).when(new AgreeTerms(QUOTATION, TODAY)).then(new OpportunityTermsAgreed(QUOTATION, TODAY));
        assertThat(missing(early)).doesNotContain("QUOTATION_ACCEPTED");
        assertThat(missing(in(7, 75))).contains("QUOTATION_ACCEPTED");
        var there = early.given(new OpportunityStageAdvanced(6, 7));
        assertThat(missing(there)).contains("PRICE_AGREED").doesNotContain("QUOTATION_ACCEPTED");
        var declined = there.given(
                new OpportunityStageAdvanced(7, 8), new OpportunityStageRegressed(8, 7, "the customer did not sign"));
        assertThat(missing(declined)).contains("PRICE_AGREED").doesNotContain("QUOTATION_ACCEPTED");
    }

    @Test
    @DisplayName("A deal under version 1 is still told by its seller that the quotation is accepted")
    void a_deal_of_version_1_goes_on_as_it_began() {
        var old = Scenario.of(OPPORTUNITY)
                .given(
                        new OpportunityIdentified(
                                null,
                                null,
                                "kim",
                                null,
                                null,
                                null,
                                null,
                                null,
                                "standard",
                                1,
                                null,
                                null,
                                null,
                                null,
                                null),
                        new OpportunityQualified(null, null, null, null, null, null, null),
                        new WinProbabilityChanged(0, 75),
                        new OpportunityStageAdvanced(6, 7));
        old.when(new ReachMilestoneByFact(Fact.NEGOTIATION_ROUND, "quotation", TODAY))
                .thenRefused(MILESTONE_NOT_OF_STAGE, "/fact");
        var told = old.when(new AgreeTerms(QUOTATION, TODAY)).then(new OpportunityTermsAgreed(QUOTATION, TODAY));
        assertThat(missing(told)).contains("QUOTATION_ACCEPTED");
        told.when(new MeetCriterion("QUOTATION_ACCEPTED", "order 7", null))
                .then(new SuccessCriterionMet(7, "QUOTATION_ACCEPTED", "order 7", TODAY))
                .when(new MeetCriterion("CONTRACT_SIGNED", null, null))
                .thenRefused(CRITERION_NOT_OF_STAGE);
    }

    @Test
    @DisplayName("R-047: a fact reaches the milestone of the stage in which the deal stands, once, and no other")
    void a_fact_reaches_its_milestone() {
        var round = new ReachMilestoneByFact(Fact.NEGOTIATION_ROUND, "quotation 7", YESTERDAY);
        in(7, 75)
                .when(round)
                .then(
                        new OpportunityMilestoneReached(7, "FIRST_NEGOTIATION_ROUND_HELD", YESTERDAY, "quotation 7"),
                        new OpportunityMilestoneProved(7, "FIRST_NEGOTIATION_ROUND_HELD", YESTERDAY, "quotation 7"),
                        new OpportunityStageEntered(7, YESTERDAY))
                .when(round)
                .thenNothing()
                .when(new ReachMilestoneByFact(Fact.NEGOTIATION_ROUND, "quotation 7", TODAY))
                .thenRefused(MILESTONE_ALREADY_REACHED);
        in(6, 50).when(round).thenRefused(MILESTONE_NOT_OF_STAGE, "/fact");
        in(8, 90)
                .when(new ReachMilestoneByFact(Fact.SENT_FOR_SIGNATURE, "contract 7", TODAY))
                .then(
                        new OpportunityMilestoneReached(8, "CONTRACT_SENT_FOR_SIGNATURE", TODAY, "contract 7"),
                        new OpportunityMilestoneProved(8, "CONTRACT_SENT_FOR_SIGNATURE", TODAY, "contract 7"),
                        new OpportunityStageEntered(8, TODAY));
    }

    @Test
    @DisplayName("Decision 12, R-131: back from signing, stage 7 is proven anew but for the accepted quotation")
    void goes_back_from_signing() {
        var back = in(8, 90)
                .given(new OpportunityTermsAgreed(QUOTATION, YESTERDAY))
                .when(new RegressStage(7, "no signature"))
                .then(new OpportunityStageRegressed(8, 7, "no signature"), new WinProbabilityChanged(90, 75));
        assertThat(missing(back))
                .containsExactly(
                        "FIRST_NEGOTIATION_ROUND_HELD",
                        "PRICE_AGREED",
                        "DELIVERY_AGREED",
                        "PAYMENT_AGREED",
                        "RIGHTS_AND_DUTIES_AGREED",
                        "COMMITMENT");
        back.when(new RecordCommitment("Ann", "will sign", null, null))
                .then(new CustomerCommitmentRecorded(7, "Ann", "will sign", TODAY, null, null, null));
    }

    @Test
    @DisplayName("R-194: milestones are planned and planned anew; the first day is kept beside the current one")
    void plans_its_milestones_and_keeps_both_baselines() {
        var visit = new PlannedMilestone(2, "FIRST_VISIT_LOGGED", TODAY.plusDays(7));
        var offer = new PlannedMilestone(6, "FORMAL_OFFER_SUBMITTED", TODAY.plusDays(60));
        var slipped = new PlannedMilestone(6, "FORMAL_OFFER_SUBMITTED", TODAY.plusDays(75));
        var planned = QUALIFIED
                .when(new PlanMilestones(List.of(visit, offer)))
                .then(new OpportunityMilestonesPlanned(List.of(visit, offer)))
                .when(new PlanMilestones(List.of(visit, offer)))
                .thenNothing()
                .when(new PlanMilestones(List.of(visit, slipped)))
                .then(new OpportunityMilestonesPlanned(List.of(slipped)));
        assertThat(view(planned).plan())
                .containsExactly(
                        new MilestoneBaseline(2, "FIRST_VISIT_LOGGED", visit.plannedOn(), visit.plannedOn()),
                        new MilestoneBaseline(6, "FORMAL_OFFER_SUBMITTED", offer.plannedOn(), slipped.plannedOn()));
    }
}
