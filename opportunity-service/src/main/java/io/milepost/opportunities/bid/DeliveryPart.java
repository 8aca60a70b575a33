package io.milepost.opportunities.bid;

import static io.milepost.opportunities.bid.Bid.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;

import io.milepost.opportunities.bid.Bid.*;
import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Occasion;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The delivery part of a bid: what it rests on, and who answers for it. */
final class DeliveryPart {
    private static final String FEASIBILITY = "delivery-feasibility";
    private static final String SPECIFICATION = "project-specification";

    private DeliveryPart() {}

    /** The delivery feasibility report that a bid names. */
    record Feasibility(NeededDocument document) {}

    /** The project specification that it names. */
    record Specification(NeededDocument document) {}

    /** What is named has to be in effect; where the sales process asks for the delivery part, both are named and it is confirmed. */
    static Checks check(Checks checks, Bid bid, Occasion occasion) {
        var parts = bid.parts();
        var deal = bid.assembled().opportunityId();
        boolean asked = AskedOfDeal.isAsked(occasion, Asked.DELIVERY_PART);
        return checks.that(
                        holds(
                                parts.feasibilityReportId(),
                                occasion.read(Feasibility.class).map(Feasibility::document),
                                FEASIBILITY,
                                deal,
                                asked),
                        "/parts/feasibilityReportId",
                        DOCUMENT_NOT_IN_EFFECT)
                .that(
                        holds(
                                parts.specificationId(),
                                occasion.read(Specification.class).map(Specification::document),
                                SPECIFICATION,
                                deal,
                                asked),
                        "/parts/specificationId",
                        DOCUMENT_NOT_IN_EFFECT)
                .that(!asked || bid.delivery() != null, DELIVERY_NOT_CONFIRMED);
    }

    private static boolean holds(
            @Nullable UUID named, Optional<NeededDocument> document, String kind, UUID deal, boolean asked) {
        return named == null
                ? !asked
                : document.filter(read ->
                                read.kind().equals(kind) && deal.equals(read.subjectId()) && read.inEffect() != null)
                        .isPresent();
    }

    /** As it stands: a bid that is put together anew is confirmed anew. */
    static Decision<Event> confirm(Bid bid, Occasion occasion) {
        if (bid.submitted() != null) {
            return refused(BID_SUBMITTED);
        }
        return bid.delivery() != null
                ? unchanged()
                : accepted(new BidDeliveryConfirmed(
                        bid.assembled().opportunityId(), occasion.who().name(), occasion.today()));
    }
}
