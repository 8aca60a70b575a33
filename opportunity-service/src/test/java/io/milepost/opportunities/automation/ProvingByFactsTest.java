package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.MILESTONE_ALREADY_REACHED;
import static io.milepost.opportunities.opportunity.Opportunity.No.MILESTONE_NOT_OF_STAGE;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.Opportunity.No.STAGE_NOT_EARLIER;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityMilestoneProved;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageAdvanced;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageEntered;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityStageRegressed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityTermsAgreed;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.opportunity.OpportunityEvent.WinProbabilityChanged;
import io.milepost.opportunities.quotation.Proposal.Successor;
import io.milepost.opportunities.quotation.Quotation;
import io.milepost.opportunities.quotation.Quotation.Command;
import io.milepost.opportunities.quotation.QuotationCatalogue;
import io.milepost.opportunities.quotation.QuotationEvent;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationSuperseded;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What quotations and contracts do to the stage of their deal, and quotations to each other. */
class ProvingByFactsTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000b2");
    private static final UUID CAUSE = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> NOTHING =
            Scenario.of(OpportunityCatalogue.OPPORTUNITY);
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> FIRST =
            NOTHING.given(new OpportunityIdentified(
                    null, null, "kim", null, null, null, null, null, "standard", 2, null, null, null, null, null));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> NEGOTIATING =
            FIRST.given(new WinProbabilityChanged(0, 75), new OpportunityStageAdvanced(6, 7));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> SIGNING =
            FIRST.given(new WinProbabilityChanged(0, 90), new OpportunityStageAdvanced(7, 8));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> LOST =
            SIGNING.given(new OpportunityLost("price", "ask earlier", DAY, null, "standard", 2, EndCause.PRICE));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> WON =
            SIGNING.given(new OpportunityWon(CAUSE, Money.of("4514.00", "USD"), DAY, List.of(), "standard", 2));
    private static final String ACCEPTED = """
        {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "value": {"amount": "4514.00", "currency": "USD"},
         "lines": [], "payments": [], "acceptedOn": "%s"}
        """.formatted(DEAL, OTHER, DAY);

    @Test
    @DisplayName("R-100: an accepted quotation is agreed terms once, in whatever stage; a deal that has ended stays so")
    void an_accepted_quotation_agrees_terms() {
        var automation = WhenQuotationAcceptedThenAgreeTerms.AUTOMATION;
        var agree = command(automation, ACCEPTED);
        for (var open : List.of(FIRST, NEGOTIATING, SIGNING)) {
            open.when(agree)
                    .then(new OpportunityTermsAgreed(CAUSE, DAY))
                    .when(agree)
                    .thenNothing();
        }
        LOST.when(agree).thenRefused(OPPORTUNITY_CLOSED);
        WON.when(agree).thenRefused(OPPORTUNITY_ALREADY_WON);
        NOTHING.when(agree).thenUnknown();
        assertThat(automation.settledBy()).containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
    }

    @Test
    @DisplayName(
            "R-047, R-099: a round reaches the milestone of a deal in negotiation, and once; elsewhere nothing follows")
    void a_round_reaches_its_milestone() {
        var automation = WhenFactArrivesThenReachMilestone.NEGOTIATION_ROUND;
        var round = "{\"opportunityId\": \"%s\", \"topic\": \"PRICE\", \"ours\": \"x\", \"on\": \"%s\"}";
        var reach = command(automation, round.formatted(DEAL, DAY));
        NEGOTIATING
                .when(reach)
                .then(
                        new OpportunityMilestoneReached(7, "FIRST_NEGOTIATION_ROUND_HELD", DAY, "quotation " + CAUSE),
                        new OpportunityMilestoneProved(7, "FIRST_NEGOTIATION_ROUND_HELD", DAY, "quotation " + CAUSE),
                        new OpportunityStageEntered(7, DAY))
                .when(reach)
                .thenNothing()
                .when(command(automation, round.formatted(DEAL, DAY.plusDays(1))))
                .thenRefused(MILESTONE_ALREADY_REACHED);
        isSettledElsewhere(automation, reach, FIRST, SIGNING);
    }

    @Test
    @DisplayName(
            "R-047: a contract that was sent reaches the milestone of a deal in signing, and once; elsewhere nothing"
                    + " follows")
    void a_sent_contract_reaches_its_milestone() {
        var automation = WhenFactArrivesThenReachMilestone.SENT_FOR_SIGNATURE;
        var sent = "{\"opportunityId\": \"%s\", \"sentOn\": \"%s\"}";
        var reach = command(automation, sent.formatted(DEAL, DAY));
        SIGNING.when(reach)
                .then(
                        new OpportunityMilestoneReached(8, "CONTRACT_SENT_FOR_SIGNATURE", DAY, "contract " + CAUSE),
                        new OpportunityMilestoneProved(8, "CONTRACT_SENT_FOR_SIGNATURE", DAY, "contract " + CAUSE),
                        new OpportunityStageEntered(8, DAY))
                .when(reach)
                .thenNothing()
                .when(command(automation, sent.formatted(DEAL, DAY.plusDays(1))))
                .thenRefused(MILESTONE_ALREADY_REACHED);
        isSettledElsewhere(automation, reach, FIRST, NEGOTIATING);
    }

    @Test
    @DisplayName(
            "Domain 3.5, decision 12: a declined signature leads from signing back to negotiation; elsewhere nothing"
                    + " follows")
    void a_declined_signature_leads_back() {
        var automation = WhenSignatureDeclinedThenRegressStage.AUTOMATION;
        var regress = command(
                automation,
                "{\"opportunityId\": \"%s\", \"party\": \"CUSTOMER\", \"reason\": \"no budget\"}".formatted(DEAL));
        SIGNING.when(regress)
                .then(new OpportunityStageRegressed(8, 7, "no budget"), new WinProbabilityChanged(90, 75))
                .when(regress)
                .thenRefused(STAGE_NOT_EARLIER);
        NEGOTIATING.when(regress).thenRefused(STAGE_NOT_EARLIER);
        FIRST.when(regress).thenRefused(STAGE_NOT_EARLIER);
        LOST.when(regress).thenRefused(OPPORTUNITY_CLOSED);
        WON.when(regress).thenRefused(OPPORTUNITY_ALREADY_WON);
        assertThat(automation.settledBy())
                .containsExactlyInAnyOrder(STAGE_NOT_EARLIER, OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
        assertThat(to(automation, "{\"reason\": \"no budget\"}")).isEmpty();
    }

    @Test
    @DisplayName("R-100: a quotation issued in the place of another supersedes it, once; without one nothing follows")
    void an_issued_quotation_supersedes_another() {
        var automation = WhenQuotationIssuedThenSupersedeQuotation.AUTOMATION;
        var issued = "{\"opportunityId\": \"%s\", \"validUntil\": \"2026-04-01\", \"issuedOn\": \"2026-03-01\"%s}";
        var reaction = to(automation, issued.formatted(DEAL, ", \"replaces\": \"%s\"".formatted(OTHER)))
                .orElseThrow();
        var supersede = reaction.command();
        assertThat(reaction.target()).isEqualTo(OTHER);
        assertThat(to(automation, issued.formatted(DEAL, ""))).isEmpty();
        var draft = draft();
        draft.given(new QuotationIssued(DEAL, DAY.plusDays(30), DAY, 1, null))
                .when(supersede)
                .to(OTHER)
                .then(new QuotationSuperseded(DEAL, CAUSE))
                .when(supersede)
                .to(OTHER)
                .thenNothing();
        draft.when(supersede).to(OTHER).thenRefused(Quotation.No.QUOTATION_NOT_ISSUED);
        assertThat(automation.settledBy())
                .contains(
                        Quotation.No.QUOTATION_NOT_ISSUED,
                        Quotation.No.QUOTATION_ALREADY_ACCEPTED,
                        Quotation.No.QUOTATION_ALREADY_REJECTED,
                        Quotation.No.QUOTATION_EXPIRED,
                        Quotation.No.QUOTATION_SUPERSEDED)
                .doesNotContain(Quotation.No.OTHER_OPPORTUNITY, UNKNOWN_TARGET);
    }

    @Test
    void reads_every_sample_of_the_producers() {
        reads("opportunity", "quotation", WhenQuotationAcceptedThenAgreeTerms.AUTOMATION);
        reads("opportunity", "quotation", WhenQuotationIssuedThenSupersedeQuotation.AUTOMATION);
        reads("opportunity", "quotation", WhenFactArrivesThenReachMilestone.NEGOTIATION_ROUND);
        reads("contract", "contract", WhenFactArrivesThenReachMilestone.SENT_FOR_SIGNATURE);
        reads("contract", "contract", WhenSignatureDeclinedThenRegressStage.AUTOMATION);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void isSettledElsewhere(
            Automation<?> automation,
            Record reach,
            Scenario<Opportunity, Opportunity.Command, OpportunityEvent>... elsewhere) {
        for (var open : elsewhere) {
            open.when(reach).thenRefused(MILESTONE_NOT_OF_STAGE);
        }
        LOST.when(reach).thenRefused(OPPORTUNITY_CLOSED);
        WON.when(reach).thenRefused(OPPORTUNITY_ALREADY_WON);
        assertThat(automation.settledBy())
                .containsExactlyInAnyOrder(
                        MILESTONE_NOT_OF_STAGE, MILESTONE_ALREADY_REACHED, OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
    }

    private static Scenario<Quotation, Command, QuotationEvent> draft() {
        return Scenario.of(QuotationCatalogue.QUOTATION)
                .reading(new Successor(DEAL, true))
                .given(new QuotationDrafted(
                        DEAL,
                        DEAL,
                        "kim",
                        null,
                        List.of(),
                        Money.of("12.50", "USD"),
                        DAY.plusDays(30),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null));
    }

    private static <T> Record command(Automation<T> automation, String json) {
        var reaction = to(automation, json).orElseThrow();
        assertThat(reaction.target()).isEqualTo(DEAL);
        return reaction.command();
    }

    private static <T> Optional<Reaction.Command> to(Automation<T> automation, String json) {
        var event = ProducerSamples.event(automation.source(), automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data()));
    }

    private static <T> void reads(String source, String aggregate, Automation<T> automation) {
        for (var sample : ProducerSamples.of(source, aggregate, automation.type())) {
            assertThat(sample.as(automation.data())).isNotNull();
        }
    }
}
