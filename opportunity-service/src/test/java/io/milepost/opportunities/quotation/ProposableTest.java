package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.kernel.Proposable.CUSTOMER_NOT_SURVEYED;
import static io.milepost.opportunities.kernel.Proposable.OPPORTUNITY_ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RecordNegotiationRound;
import io.milepost.opportunities.quotation.Quotation.RejectQuotation;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationRejected;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a deal needs before anything is proposed to its customer. */
class ProposableTest {
    private static final AskedOfDeal NOT_SURVEYED = new AskedOfDeal(List.of(Asked.CUSTOMER_SURVEY), false);
    private static final AskedOfDeal SURVEYED = new AskedOfDeal(List.of(Asked.CUSTOMER_SURVEY), true);
    private static final ReachedRefusals REACHED =
            ReachedRefusals.of(List.<Refusal>of(CUSTOMER_NOT_SURVEYED, OPPORTUNITY_ON_HOLD));
    private static final Scenario<Quotation, Quotation.Command, QuotationEvent> DRAFT =
            Quotations.DRAFT.recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-037: where the process asks for it, no offer is issued before needs and problems were asked for")
    void the_customer_is_surveyed_first() {
        DRAFT.when(new IssueQuotation()).reading(NOT_SURVEYED).thenRefused(CUSTOMER_NOT_SURVEYED);
        DRAFT.when(new IssueQuotation()).reading(SURVEYED).then(Quotations.ISSUE);
        // A deal of a version from before says nothing of it.
        DRAFT.when(new IssueQuotation()).then(Quotations.ISSUE);
        DRAFT.when(new IssueQuotation())
                .reading(new AskedOfDeal(List.of(Asked.EVIDENCE), false))
                .then(Quotations.ISSUE);
        // An import repeats what was offered elsewhere.
        DRAFT.when(new IssueQuotation()).reading(NOT_SURVEYED).unbound().then(Quotations.ISSUE);
    }

    @Test
    @DisplayName("R-037: a deal is surveyed by the survey's own fact, and keeps that when it has ended")
    void a_deal_is_surveyed_by_the_fact() {
        var asked = deal(new Pursuit(null, null, null, List.of(Asked.CUSTOMER_SURVEY)));
        assertThat(seen(asked)).isEqualTo(NOT_SURVEYED);
        var other = new OpportunityFactShown(ShownBy.REQUIREMENT_BASELINE, "requirement 1", Quotations.TODAY);
        assertThat(seen(asked.given(other))).isEqualTo(NOT_SURVEYED);
        var surveyed =
                asked.given(new OpportunityFactShown(ShownBy.CUSTOMER_SURVEY, "customer-survey 1", Quotations.TODAY));
        assertThat(seen(surveyed)).isEqualTo(SURVEYED);
        assertThat(seen(surveyed.given(new OpportunityRejected("no budget", null, null))))
                .isEqualTo(SURVEYED);
        assertThat(seen(deal(null))).isEqualTo(new AskedOfDeal(List.of(), false));
    }

    @Test
    @DisplayName(
            "Domain 3.2, decision 12: nothing is issued while the deal is on hold; what the customer does is recorded")
    void a_hold_binds_us_and_not_the_customer() {
        var open = deal(null);
        var held = open.given(new OpportunityPutOnHold("no budget", null, Quotations.TODAY));
        assertThat(seen(held).held()).isTrue();
        assertThat(seen(held.given(new OpportunityResumed(null, Quotations.TODAY)))
                        .held())
                .isFalse();
        assertThat(seen(open).held()).isFalse();

        DRAFT.when(new IssueQuotation()).reading(seen(held)).thenRefused(OPPORTUNITY_ON_HOLD);
        var issued = DRAFT.when(new IssueQuotation()).reading(seen(open)).then(Quotations.ISSUE);
        var round = new RecordNegotiationRound(NegotiationTopic.PRICE, null, "4000", null, null, null, null);
        assertThat(issued.when(round).reading(seen(held)).decision().events()).hasSize(1);
        issued.when(new AcceptQuotation(null)).reading(seen(held)).then(Quotations.ACCEPTANCE);
        issued.when(new RejectQuotation("too late"))
                .reading(seen(held))
                .then(new QuotationRejected(Quotations.OPPORTUNITY, "too late"));
    }

    private static Scenario<Opportunity, Opportunity.Command, OpportunityEvent> deal(@Nullable Pursuit pursuit) {
        return Scenario.of(OpportunityCatalogue.OPPORTUNITY)
                .given(new OpportunityIdentified(
                        null,
                        null,
                        "kim",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "north",
                        4,
                        Quotations.TODAY,
                        Templates.stages(30, 60, 100),
                        List.of(),
                        null,
                        pursuit));
    }

    private static AskedOfDeal seen(Scenario<Opportunity, Opportunity.Command, OpportunityEvent> deal) {
        return OpportunityCatalogue.asked(deal.state());
    }
}
