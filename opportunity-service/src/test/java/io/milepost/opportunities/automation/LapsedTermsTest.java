package io.milepost.opportunities.automation;

import static io.milepost.opportunities.automation.WhenQuotationSupersededThenLapseTerms.AUTOMATION;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.Opportunity.No.STAGE_NOT_SUCCEEDED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A deal whose customer had accepted one quotation, which was replaced by another. */
class LapsedTermsTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID QUOTATION = ProducerSamples.SUBJECT;
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final OpportunityTermsAgreed AGREED = new OpportunityTermsAgreed(QUOTATION, DAY);
    private static final OpportunityTermsLapsed LAPSED = new OpportunityTermsLapsed(QUOTATION, DAY);
    private static final Scenario<Opportunity, Command, OpportunityEvent> NEGOTIATING = Scenario.of(
                    OpportunityCatalogue.OPPORTUNITY)
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
                            2,
                            null,
                            null,
                            null,
                            null,
                            null),
                    new OpportunityQualified(null, "kim", "standard", 2, false, null, null),
                    new WinProbabilityChanged(0, 75),
                    new OpportunityStageAdvanced(6, 7));
    private static final Scenario<Opportunity, Command, OpportunityEvent> SUCCESS = NEGOTIATING.given(
            new OpportunityMilestoneReached(7, "FIRST_NEGOTIATION_ROUND_HELD", DAY, null),
            new OpportunityStageEntered(7, DAY),
            met("PRICE_AGREED"),
            met("DELIVERY_AGREED"),
            met("PAYMENT_AGREED"),
            met("RIGHTS_AND_DUTIES_AGREED"),
            new CustomerCommitmentRecorded(7, "Ann", "will sign", DAY, null, null, null),
            AGREED,
            new OpportunityStageSucceeded(7),
            new WinProbabilityChanged(75, 90));

    @Test
    @DisplayName(
            "R-100, R-048, G08: once it is replaced nothing is agreed, and the deal does not go on to signing until the next is")
    void nothing_is_agreed_until_the_next() {
        SUCCESS.when(new AdvanceStage()).then(new OpportunityStageAdvanced(7, 8));
        var lapsed = SUCCESS.when(lapse()).then(LAPSED).when(lapse()).thenNothing();
        assertThat(view(SUCCESS).quotationId()).isEqualTo(QUOTATION);
        assertThat(view(lapsed).quotationId()).isNull();
        assertThat(view(lapsed).progress().missing()).containsExactly("QUOTATION_ACCEPTED");
        lapsed.when(new AdvanceStage())
                .thenRefusedOnRecord(
                        STAGE_NOT_SUCCEEDED, new OpportunityStageAdvanceRejected(7, List.of("QUOTATION_ACCEPTED")));
        lapsed.when(new AgreeTerms(OTHER, DAY))
                .then(new OpportunityTermsAgreed(OTHER, DAY))
                .when(new AdvanceStage())
                .then(new OpportunityStageAdvanced(7, 8));
    }

    @Test
    @DisplayName("R-100: that a quotation was replaced which nobody had accepted changes nothing")
    void what_was_not_agreed_does_not_lapse() {
        NEGOTIATING.when(lapse()).thenNothing();
        NEGOTIATING.given(new OpportunityTermsAgreed(OTHER, DAY)).when(lapse()).thenNothing();
        // Heard late, after the successor was accepted.
        SUCCESS.given(new OpportunityTermsAgreed(OTHER, DAY)).when(lapse()).thenNothing();
    }

    @Test
    @DisplayName("R-100: a stage that has not succeeded does not succeed without it")
    void a_stage_does_not_succeed_without_it() {
        var early = NEGOTIATING.given(AGREED);
        assertThat(view(early).progress().missing()).doesNotContain("QUOTATION_ACCEPTED");
        assertThat(view(early.when(lapse()).then(LAPSED)).progress().missing()).contains("QUOTATION_ACCEPTED");
    }

    @Test
    @DisplayName("A deal that has ended stays as it ended, and one that nobody knows is parked")
    void after_the_end() {
        SUCCESS.given(new OpportunityLost("price", "ask", DAY, null, "standard", 2, EndCause.PRICE))
                .when(lapse())
                .thenRefused(OPPORTUNITY_CLOSED);
        SUCCESS.given(new OpportunityWon(OTHER, Money.of("1.00", "USD"), DAY, List.of(), "standard", 2))
                .when(lapse())
                .thenRefused(OPPORTUNITY_ALREADY_WON);
        Scenario.of(OpportunityCatalogue.OPPORTUNITY).when(lapse()).thenUnknown();
        assertThat(AUTOMATION.settledBy())
                .containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON)
                .doesNotContain(UNKNOWN_TARGET);
    }

    @Test
    void reads_every_sample_of_quotations() {
        for (var sample : ProducerSamples.of("opportunity", "quotation", AUTOMATION.type())) {
            var superseded = sample.as(AUTOMATION.data());
            var asked = AUTOMATION.reaction().to(sample, superseded).orElseThrow();
            assertThat(asked.target()).isEqualTo(superseded.opportunityId());
            assertThat(asked.command()).isEqualTo(new LapseTerms(sample.subject()));
        }
    }

    private static LapseTerms lapse() {
        var event = ProducerSamples.event(
                "opportunity",
                AUTOMATION.type(),
                "{\"opportunityId\": \"%s\", \"successorId\": \"%s\", \"later\": 1}".formatted(DEAL, OTHER));
        var asked = AUTOMATION.reaction().to(event, event.as(AUTOMATION.data())).orElseThrow();
        assertThat(asked.target()).isEqualTo(DEAL);
        return (LapseTerms) asked.command();
    }

    private static SuccessCriterionMet met(String criterion) {
        return new SuccessCriterionMet(7, criterion, null, DAY);
    }

    private static OpportunityView view(Scenario<Opportunity, Command, OpportunityEvent> deal) {
        return (OpportunityView) OpportunityCatalogue.OPPORTUNITY.view().apply(deal.state());
    }
}
