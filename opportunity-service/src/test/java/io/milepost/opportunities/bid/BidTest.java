package io.milepost.opportunities.bid;

import static io.milepost.opportunities.bid.Bid.No.*;
import static io.milepost.opportunities.bid.BidCatalogue.BID;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.bid.Bid.*;
import io.milepost.opportunities.bid.BidCatalogue.View;
import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BidTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.without(BID, List.of(DELIVERY_NOT_CONFIRMED, DOCUMENT_NOT_IN_EFFECT));
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000b2");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate DUE = TODAY.plusDays(10);
    private static final BidParts PARTS = new BidParts(
            UUID.fromString("01900000-0000-7000-8000-0000000000e3"),
            UUID.fromString("01900000-0000-7000-8000-0000000000e4"),
            "in two steps",
            "report 5",
            null,
            null);
    private static final Scenario<Bid, Command, Event> NOTHING = Scenario.of(BID)
            .recording(REACHED)
            .reading(new PursuedDeal(true))
            .reading(new SolutionPart(DEAL, true, 2))
            .reading(new CommercialPart(DEAL, true, 3));
    private static final AssembleBid ASSEMBLE = new AssembleBid(DEAL, "kim", "T-7", DUE, PARTS);
    private static final BidAssembled ASSEMBLED = new BidAssembled(DEAL, "kim", "T-7", DUE, PARTS);
    private static final BidSubmitted HANDED_IN = new BidSubmitted(DEAL, "T-7", 2, 3, TODAY);
    private static final Scenario<Bid, Command, Event> PREPARING = NOTHING.given(ASSEMBLED);
    private static final Scenario<Bid, Command, Event> SUBMITTED = PREPARING.given(HANDED_IN);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-094: a bid is put together from a solution, a delivery and a commercial part of its deal")
    void is_assembled_from_parts_of_its_deal() {
        NOTHING.when(ASSEMBLE).then(ASSEMBLED);
        NOTHING.when(ASSEMBLE)
                .reading(new SolutionPart(OTHER, true, 2))
                .thenRefused(SOLUTION_NOT_READY, "/parts/solutionId");
        NOTHING.when(ASSEMBLE)
                .reading(new CommercialPart(OTHER, true, 3))
                .thenRefused(QUOTATION_NOT_READY, "/parts/quotationId");
        NOTHING.when(new AssembleBid(DEAL, "kim", "T-7", TODAY.minusDays(1), PARTS))
                .thenRefused(DUE_DAY_PAST, "/dueOn");
        NOTHING.when(new AssembleBid(DEAL, "kim", "T-7", LocalDate.parse("9999-01-01"), PARTS))
                .thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
        NOTHING.when(new AssembleBid(DEAL, " ", "T-7", DUE, PARTS)).thenRefused(OWNER_MISSING, "/owner");
        var silent = new BidParts(PARTS.solutionId(), PARTS.quotationId(), " ", null, null, null);
        NOTHING.when(new AssembleBid(DEAL, "kim", "T-7", DUE, silent)).thenRefused(TEXT_MISSING, "/parts/delivery");
        NOTHING.when(ASSEMBLE)
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED, "/opportunityId");
        Scenario.of(BID)
                .recording(REACHED)
                .reading(new SolutionPart(DEAL, true, 2))
                .reading(new CommercialPart(DEAL, true, 3))
                .when(ASSEMBLE)
                .thenRefused(PursuedDeal.No.OPPORTUNITY_UNKNOWN, "/opportunityId");
        var changed = new BidParts(PARTS.solutionId(), PARTS.quotationId(), "in one step", null, null, null);
        PREPARING.when(new ReassembleBid(PARTS)).thenNothing();
        PREPARING.when(new ReassembleBid(changed)).then(new BidReassembled(DEAL, changed));
        SUBMITTED.when(new ReassembleBid(changed)).thenRefused(BID_SUBMITTED);
    }

    @Test
    @DisplayName("R-094: it is handed in in time, once, with parts that the customer may see, and cites their versions")
    void is_handed_in_when_its_parts_are_ready() {
        PREPARING.when(new SubmitBid()).on(DUE).then(new BidSubmitted(DEAL, "T-7", 2, 3, DUE));
        PREPARING.when(new SubmitBid()).on(DUE.plusDays(1)).thenRefused(BID_LATE);
        PREPARING
                .when(new SubmitBid())
                .reading(new SolutionPart(DEAL, false, 2))
                .thenRefused(SOLUTION_NOT_READY);
        PREPARING
                .when(new SubmitBid())
                .reading(new CommercialPart(DEAL, false, 3))
                .thenRefused(QUOTATION_NOT_READY);
        PREPARING.when(new SubmitBid()).reading(new PursuedDeal(false)).thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED);
        PREPARING
                .when(new SubmitBid())
                .reading(new AskedOfDeal(List.of(), false, true))
                .thenRefused(Proposable.OPPORTUNITY_ON_HOLD);
        PREPARING
                .when(new SubmitBid())
                .reading(new AskedOfDeal(List.of(Asked.CUSTOMER_SURVEY), false))
                .thenRefused(Proposable.CUSTOMER_NOT_SURVEYED);
        SUBMITTED.when(new SubmitBid()).thenNothing();
    }

    @Test
    @DisplayName("R-094: the customer shortlists it, and awards it or does not")
    void the_customer_decides() {
        PREPARING.when(new RecordShortlisting("letter 1", null)).thenRefused(BID_NOT_SUBMITTED);
        var listed = SUBMITTED
                .when(new RecordShortlisting("letter 1", null))
                .then(new BidShortlisted(DEAL, "letter 1", TODAY))
                .when(new RecordShortlisting("letter 1", null))
                .thenNothing();
        for (var open : List.of(SUBMITTED, listed)) {
            open.when(new RecordAward("letter 2", null))
                    .then(new BidAwarded(DEAL, "letter 2", TODAY))
                    .when(new RecordAward("letter 2", null))
                    .thenNothing()
                    .when(new RecordBidLost("price", null))
                    .thenRefused(BID_DECIDED);
            open.when(new RecordBidLost("price", null))
                    .then(new BidNotAwarded(DEAL, "price", TODAY))
                    .when(new RecordBidLost("price", null))
                    .thenNothing()
                    .when(new RecordShortlisting("letter 1", null))
                    .thenRefused(BID_DECIDED);
        }
        SUBMITTED.when(new RecordAward(" ", null)).thenRefused(TEXT_MISSING, "/evidence");
        SUBMITTED.when(new RecordAward("x", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        SUBMITTED.when(new RecordAward("x", TODAY.minusDays(1))).thenRefused(RESULT_TOO_EARLY, "/on");
        assertThat(View.of(listed.state()).status()).isEqualTo("SHORTLISTED");
        assertThat(View.of(listed.state()).result()).isEqualTo(new BidResult("letter 1", TODAY));
    }
}
