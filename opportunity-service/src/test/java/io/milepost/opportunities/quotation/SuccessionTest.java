package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.Quotations.LAST_DAY;
import static io.milepost.opportunities.quotation.Quotations.OF_SUCCESSION;
import static io.milepost.opportunities.quotation.Quotations.OPPORTUNITY;
import static io.milepost.opportunities.quotation.Quotations.TODAY;
import static io.milepost.opportunities.quotation.Quotations.line;
import static io.milepost.opportunities.quotation.Quotations.replacing;
import static io.milepost.opportunities.quotation.Quotations.revise;
import static io.milepost.opportunities.quotation.Quotations.revised;
import static io.milepost.opportunities.quotation.Quotations.usd;
import static io.milepost.opportunities.quotation.Quotations.view;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One offer after the other: a revision of the same quotation, or another quotation in its place. */
class SuccessionTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_SUCCESSION);
    private static final UUID SUCCESSOR = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
    private static final Scenario<Quotation, Command, QuotationEvent> ISSUED =
            Quotations.ISSUED.recording(REACHED).reading(new Successor(OPPORTUNITY, true));
    private static final Scenario<Quotation, Command, QuotationEvent> NEGOTIATING =
            Quotations.NEGOTIATING.recording(REACHED).reading(new Successor(OPPORTUNITY, true));
    private static final SupersedeQuotation SUPERSEDE = new SupersedeQuotation(SUCCESSOR, OPPORTUNITY);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-097, R-099: an offer is revised into a draft of the next revision, which keeps the rounds and is issued"
                    + " anew")
    void is_revised_issued_and_accepted() {
        var draft = NEGOTIATING
                .when(revise(line("2", "1500.00", null)))
                .then(revised(2, line("2", "1500.00", null)))
                .when(revise(line("2", "1500.00", null)))
                .thenNothing();
        assertThat(List.of(view(draft).status(), view(draft).revision())).isEqualTo(List.of("DRAFT", 2));
        assertThat(view(draft).value()).isEqualTo(usd("3000.00"));
        assertThat(view(draft).rounds()).hasSize(1);
        assertThat(view(draft).issuedOn()).isNull();
        var issued = draft.when(new IssueQuotation()).then(new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY, 2, null));
        assertThat(view(issued).status()).isEqualTo("NEGOTIATING");
        assertThat(issued.when(new AcceptQuotation(null)).decision().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        QuotationAccepted.class,
                        accepted -> assertThat(accepted.value()).isEqualTo(usd("3000.00")));
    }

    @Test
    @DisplayName("R-097: a draft is revised as well, one that is offered as it stands is not")
    void a_draft_is_revised_and_the_same_offer_is_none() {
        Quotations.DRAFT
                .when(revise(line("2", "1500.00", null)))
                .then(revised(2, line("2", "1500.00", null)))
                .when(revise(line("3", "1500.00", null)))
                .then(revised(3, line("3", "1500.00", null)));
        ISSUED.when(revise(Quotations.LINE)).thenNothing();
    }

    @Test
    @DisplayName("R-100: another quotation of the same opportunity takes its place")
    void is_superseded_by_another_of_its_opportunity() {
        for (var offer : List.of(ISSUED, NEGOTIATING)) {
            var superseded = offer.when(SUPERSEDE)
                    .then(new QuotationSuperseded(OPPORTUNITY, SUCCESSOR))
                    .when(SUPERSEDE)
                    .thenNothing()
                    .when(new SupersedeQuotation(SUCCESSOR, SUCCESSOR))
                    .thenRefused(QUOTATION_SUPERSEDED);
            assertThat(view(superseded).status()).isEqualTo("SUPERSEDED");
            assertThat(view(superseded).successorId()).isEqualTo(SUCCESSOR);
        }
        ISSUED.when(new SupersedeQuotation(Scenario.ID, OPPORTUNITY)).thenRefused(SUCCESSOR_IS_ITSELF, "/successorId");
        ISSUED.when(new SupersedeQuotation(SUCCESSOR, SUCCESSOR)).thenRefused(OTHER_OPPORTUNITY, "/opportunityId");
    }

    @Test
    @DisplayName("R-100: what takes its place is a quotation that is there, of the same deal, and issued")
    void is_superseded_by_an_issued_quotation_alone() {
        Quotations.ISSUED.recording(REACHED).when(SUPERSEDE).thenRefused(SUCCESSOR_UNKNOWN, "/successorId");
        ISSUED.when(SUPERSEDE)
                .reading(new Successor(OPPORTUNITY, false))
                .thenRefused(SUCCESSOR_NOT_ISSUED, "/successorId");
        ISSUED.when(SUPERSEDE).reading(new Successor(SUCCESSOR, true)).thenRefused(OTHER_OPPORTUNITY, "/successorId");
    }

    @Test
    @DisplayName("R-100: nothing more happens to a superseded quotation")
    void stays_superseded() {
        var superseded = ISSUED.given(new QuotationSuperseded(OPPORTUNITY, SUCCESSOR));
        for (var command : List.of(
                revise(Quotations.LINE),
                new IssueQuotation(),
                new AcceptQuotation(null),
                new RejectQuotation("x"),
                new ExpireQuotation(),
                new RequestDiscountApproval("x"),
                new DecideDiscount(true, null, null, null),
                new SupersedeQuotation(OPPORTUNITY, OPPORTUNITY))) {
            superseded.when(command).thenRefused(QUOTATION_SUPERSEDED);
        }
    }

    @Test
    @DisplayName("R-100: a draft names the quotation that it is to replace, which is told once it is issued")
    void tells_what_it_replaces_once_it_is_issued() {
        var nothing = Quotations.NOTHING.recording(REACHED);
        nothing.when(replacing(Scenario.ID)).thenRefused(SUCCESSOR_IS_ITSELF, "/replaces");
        var draft = nothing.given(
                nothing.when(replacing(SUCCESSOR)).decision().events().getFirst());
        assertThat(view(draft).replaces()).isEqualTo(SUCCESSOR);
        draft.when(new IssueQuotation()).then(new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY, 1, SUCCESSOR));
    }
}
