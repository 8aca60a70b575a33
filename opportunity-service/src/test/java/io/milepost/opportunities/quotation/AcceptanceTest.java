package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.Quotations.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.quotation.Grounds.QuotedDeal;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Proposal.Successor;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.Quotation.Command;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of the quotations of one deal, one at most stands as accepted. */
class AcceptanceTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.of(
            OTHER_QUOTATION_ACCEPTED,
            QUOTATION_SUPERSEDED,
            QUOTATION_ALREADY_ACCEPTED,
            OPPORTUNITY_ENDED,
            SUCCESSOR_UNKNOWN,
            SUCCESSOR_NOT_ISSUED,
            SUCCESSOR_IS_ITSELF));
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
    private static final String KEY = "acceptedQuotationOf=" + OPPORTUNITY;
    private static final SupersedeQuotation SUPERSEDE = new SupersedeQuotation(OTHER, OPPORTUNITY);
    private static final Scenario<Quotation, Command, QuotationEvent> OFFER = Quotations.ISSUED.recording(REACHED);
    private static final Scenario<Quotation, Command, QuotationEvent> AGREED =
            Quotations.ACCEPTED.recording(REACHED).reading(new Successor(OPPORTUNITY, true));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-100: of one deal one quotation is accepted, whichever it is and however late it is noted")
    void one_quotation_of_a_deal_is_accepted() {
        OFFER.when(new AcceptQuotation(null)).holding(KEY, OTHER).thenRefused(OTHER_QUOTATION_ACCEPTED);
        EXPIRED.recording(REACHED)
                .when(new AcceptQuotation(TODAY))
                .holding(KEY, OTHER)
                .on(LAST_DAY.plusDays(3))
                .thenRefused(OTHER_QUOTATION_ACCEPTED);
        OFFER.when(new AcceptQuotation(null)).unbound().holding(KEY, OTHER).thenRefused(OTHER_QUOTATION_ACCEPTED);
        OFFER.when(new AcceptQuotation(null))
                .holding("acceptedQuotationOf=" + OTHER, OTHER)
                .then(ACCEPTANCE)
                .when(new AcceptQuotation(null))
                .holding(KEY, Scenario.ID)
                .thenNothing();
    }

    @Test
    @DisplayName("R-100: only an accepted quotation holds its deal, and not when another has replaced it")
    void an_accepted_quotation_holds_its_deal() {
        assertThat(held(AGREED)).containsExactly(OPPORTUNITY.toString());
        assertThat(QUOTATION.event(QuotationAccepted.class).tags().apply(ACCEPTANCE))
                .extracting("key")
                .contains("acceptedQuotationOf");
        for (var free : List.of(DRAFT, ISSUED, NEGOTIATING, REJECTED, EXPIRED)) {
            assertThat(held(free)).isEmpty();
        }
        var replaced = AGREED.when(SUPERSEDE).then(new QuotationSuperseded(OPPORTUNITY, OTHER));
        assertThat(held(replaced)).isEmpty();
        assertThat(view(replaced).status()).isEqualTo("SUPERSEDED");
        replaced.when(new AcceptQuotation(null)).thenRefused(QUOTATION_SUPERSEDED);
    }

    @Test
    @DisplayName(
            "R-100: what the customer agreed to is replaced by people, with an issued offer, while the deal is open")
    void an_accepted_quotation_is_replaced_by_people() {
        AGREED.when(SUPERSEDE).unbound().thenRefused(QUOTATION_ALREADY_ACCEPTED);
        AGREED.when(SUPERSEDE).reading(new QuotedDeal(false)).thenRefused(OPPORTUNITY_ENDED);
        AGREED.when(SUPERSEDE)
                .reading(new Successor(OPPORTUNITY, false))
                .thenRefused(SUCCESSOR_NOT_ISSUED, "/successorId");
        Quotations.ACCEPTED.recording(REACHED).when(SUPERSEDE).thenRefused(SUCCESSOR_UNKNOWN, "/successorId");
        AGREED.when(new SupersedeQuotation(Scenario.ID, OPPORTUNITY)).thenRefused(SUCCESSOR_IS_ITSELF, "/successorId");
    }

    @Test
    @DisplayName("R-099: nothing is negotiated about a deal that has ended")
    void a_deal_that_has_ended_is_not_negotiated() {
        var round = new RecordNegotiationRound(NegotiationTopic.PRICE, null, "4000", null, null, null, null);
        OFFER.when(round).reading(new QuotedDeal(false)).thenRefused(OPPORTUNITY_ENDED);
        assertThat(OFFER.when(round).decision().events()).hasSize(1);
    }

    private static Iterable<String> held(Scenario<Quotation, Command, QuotationEvent> quotation) {
        return QUOTATION.holds().get("acceptedQuotationOf").apply(quotation.state());
    }
}
