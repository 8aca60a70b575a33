package io.milepost.opportunities.bid;

import static io.milepost.opportunities.bid.Bid.No.*;
import static io.milepost.opportunities.bid.BidCatalogue.BID;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.bid.Bid.*;
import io.milepost.opportunities.bid.DeliveryPart.*;
import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the delivery part of a bid rests on, where its sales process asks for that. */
class DeliveryPartTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID REPORT = new UUID(5, 1);
    private static final UUID SPECIFIED = new UUID(5, 2);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final BidDeliveryConfirmed CONFIRMED = new BidDeliveryConfirmed(DEAL, "someone", TODAY);
    private static final BidSubmitted HANDED_IN = new BidSubmitted(DEAL, "T-7", 2, 3, TODAY);
    private static final Scenario<Bid, Command, Event> NOTHING = Scenario.of(BID)
            .reading(new PursuedDeal(true))
            .reading(new SolutionPart(DEAL, true, 2))
            .reading(new CommercialPart(DEAL, true, 3));
    private static final Scenario<Bid, Command, Event> BARE = NOTHING.given(assembled(null, null));
    private static final Scenario<Bid, Command, Event> PROVED = NOTHING.given(assembled(REPORT, SPECIFIED))
            .reading(new Feasibility(document("delivery-feasibility", DEAL, 1)))
            .reading(new Specification(document("project-specification", DEAL, 4)));
    private static final AskedOfDeal ASKED = new AskedOfDeal(List.of(Asked.DELIVERY_PART), false);

    @Test
    @DisplayName(
            "R-067, R-085: where it is asked for, report and specification are in effect and delivery is confirmed before a bid is handed in")
    void the_delivery_part_is_proved() {
        BARE.when(new SubmitBid()).then(HANDED_IN);
        BARE.when(new SubmitBid())
                .reading(new AskedOfDeal(List.of(Asked.EVIDENCE), false))
                .then(HANDED_IN);
        BARE.when(new SubmitBid()).reading(ASKED).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/parts/feasibilityReportId");
        PROVED.when(new SubmitBid()).reading(ASKED).thenRefused(DELIVERY_NOT_CONFIRMED);
        PROVED.given(CONFIRMED).when(new SubmitBid()).reading(ASKED).then(HANDED_IN);
        // An import repeats what was handed in elsewhere.
        BARE.when(new SubmitBid()).reading(ASKED).unbound().then(HANDED_IN);
    }

    @Test
    @DisplayName(
            "R-085: a document that is named is of its kind, about this deal and in effect, also where none is asked for")
    void named_documents_are_in_effect() {
        PROVED.when(new SubmitBid()).then(HANDED_IN);
        for (var other : List.of(
                document("project-charter", DEAL, 1),
                document("delivery-feasibility", REPORT, 1),
                document("delivery-feasibility", DEAL, null))) {
            PROVED.when(new SubmitBid())
                    .reading(new Feasibility(other))
                    .thenRefused(DOCUMENT_NOT_IN_EFFECT, "/parts/feasibilityReportId");
        }
        PROVED.when(new SubmitBid())
                .reading(new Specification(document("delivery-feasibility", DEAL, 1)))
                .thenRefused(DOCUMENT_NOT_IN_EFFECT, "/parts/specificationId");
        NOTHING.given(assembled(null, SPECIFIED))
                .when(new SubmitBid())
                .thenRefused(DOCUMENT_NOT_IN_EFFECT, "/parts/specificationId");
    }

    @Test
    @DisplayName(
            "R-067: the delivery part is confirmed by who answers for delivery, and again when the bid is put together anew")
    void the_fulfilment_responsible_confirms() {
        var fulfilment = new Holders(Set.of("RAY"));
        PROVED.when(new ConfirmDelivery()).reading(fulfilment).byMember("kim").thenNotYourDuty();
        var confirmed = PROVED.when(new ConfirmDelivery())
                .reading(fulfilment)
                .byMember("ray")
                .then(new BidDeliveryConfirmed(DEAL, "ray", TODAY));
        confirmed.when(new ConfirmDelivery()).thenNothing();
        assertThat(confirmed.state().delivery()).isNotNull();
        var changed = new BidParts(REPORT, SPECIFIED, "in one step", null, REPORT, SPECIFIED);
        assertThat(confirmed.given(new BidReassembled(DEAL, changed)).state().delivery())
                .isNull();
        confirmed.given(HANDED_IN).when(new ConfirmDelivery()).thenRefused(BID_SUBMITTED);
        assertThat(confirmed.given(HANDED_IN).state().delivery()).isNotNull();
    }

    private static BidAssembled assembled(@Nullable UUID report, @Nullable UUID specification) {
        return new BidAssembled(
                DEAL,
                "kim",
                "T-7",
                TODAY.plusDays(10),
                new BidParts(REPORT, SPECIFIED, "in two steps", null, report, specification));
    }

    private static NeededDocument document(String kind, UUID subject, @Nullable Integer version) {
        return new NeededDocument(kind, "D-1", subject, version, "lee");
    }
}
