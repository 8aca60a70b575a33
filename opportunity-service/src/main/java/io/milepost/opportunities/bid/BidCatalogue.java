package io.milepost.opportunities.bid;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.bid.Bid.*;
import io.milepost.opportunities.bid.DeliveryPart.*;
import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.quotation.Quotation;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.solution.Solution;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bid's commands and events. */
public final class BidCatalogue {

    public static final Catalogue<Bid, Command, Event> BID = Catalogue.of("bid", "bids", Bid.DECIDER)
            .creates(AssembleBid.class, Bid::assemble, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    AssembleBid.class,
                    () -> OPPORTUNITY,
                    (_, assemble) -> assemble.opportunityId(),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    AssembleBid.class,
                    () -> SOLUTION,
                    (_, assemble) -> assemble.parts().solutionId(),
                    SolutionPart.class,
                    BidCatalogue::solution)
            .reads(
                    AssembleBid.class,
                    () -> QUOTATION,
                    (_, assemble) -> assemble.parts().quotationId(),
                    CommercialPart.class,
                    BidCatalogue::quotation)
            .command(ReassembleBid.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    ReassembleBid.class,
                    () -> OPPORTUNITY,
                    (bid, _) -> dealOf(bid),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    ReassembleBid.class,
                    () -> SOLUTION,
                    (_, reassemble) -> reassemble.parts().solutionId(),
                    SolutionPart.class,
                    BidCatalogue::solution)
            .reads(
                    ReassembleBid.class,
                    () -> QUOTATION,
                    (_, reassemble) -> reassemble.parts().quotationId(),
                    CommercialPart.class,
                    BidCatalogue::quotation)
            .command(SubmitBid.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    SubmitBid.class,
                    () -> OPPORTUNITY,
                    (bid, _) -> dealOf(bid),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    SubmitBid.class,
                    () -> SOLUTION,
                    (bid, _) -> bid == null ? null : bid.parts().solutionId(),
                    SolutionPart.class,
                    BidCatalogue::solution)
            .reads(
                    SubmitBid.class,
                    () -> QUOTATION,
                    (bid, _) -> bid == null ? null : bid.parts().quotationId(),
                    CommercialPart.class,
                    BidCatalogue::quotation)
            .reads(
                    SubmitBid.class,
                    () -> OPPORTUNITY,
                    (bid, _) -> dealOf(bid),
                    AskedOfDeal.class,
                    OpportunityCatalogue::asked)
            .reads(
                    SubmitBid.class,
                    () -> DOCUMENT,
                    (bid, _) -> bid == null ? null : bid.parts().feasibilityReportId(),
                    Feasibility.class,
                    document -> new Feasibility(document.needed()))
            .reads(
                    SubmitBid.class,
                    () -> DOCUMENT,
                    (bid, _) -> bid == null ? null : bid.parts().specificationId(),
                    Specification.class,
                    document -> new Specification(document.needed()))
            .command(ConfirmDelivery.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .duty(
                    ConfirmDelivery.class,
                    "the fulfilment responsible (FR) of the sales project",
                    () -> SALES_PROJECT,
                    (_, bid, _) -> Objects.requireNonNull(bid).assembled().opportunityId(),
                    project -> project.holders(TeamRole.FR))
            .command(RecordShortlisting.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordAward.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordBidLost.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .event(BidAssembled.class, "bid.assembled", 1)
            .event(BidReassembled.class, "bid.reassembled", 1)
            .event(BidDeliveryConfirmed.class, "bid.delivery-confirmed", 1)
            .event(BidSubmitted.class, "bid.submitted", 1)
            .event(BidShortlisted.class, "bid.shortlisted", 1)
            .event(BidAwarded.class, "bid.awarded", 1)
            .event(BidNotAwarded.class, "bid.not-awarded", 1)
            .rootedBy(Event::opportunityId)
            .ownedBy(bid -> bid.assembled().owner())
            .refusals(PursuedDeal.No.class)
            .refusals(Proposable.class)
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE, DOCUMENT_NOT_IN_EFFECT)
            .view(View.class, View::of);

    private BidCatalogue() {}

    private static @Nullable UUID dealOf(@Nullable Bid bid) {
        return bid == null ? null : bid.assembled().opportunityId();
    }

    private static SolutionPart solution(Solution solution) {
        boolean ready = switch (solution.standing()) {
            case SUBMITTED, DEMONSTRATED, CONFIRMED -> true;
            case DRAFT, EVALUATED, REVISION_REQUESTED -> false;
        };
        return new SolutionPart(
                solution.opportunityId(), ready, solution.versions().getLast().version());
    }

    private static CommercialPart quotation(Quotation quotation) {
        return new CommercialPart(
                quotation.proposal().draft().opportunityId(),
                quotation instanceof Quotation.Issued,
                quotation.proposal().terms().revision());
    }

    /**
     * What a read shows.
     *
     * @param status PREPARING, SUBMITTED, SHORTLISTED, AWARDED or NOT_AWARDED
     */
    public record View(
            String status,
            UUID opportunityId,
            String owner,
            String tender,
            LocalDate dueOn,
            BidParts parts,
            @Nullable BidSubmitted submitted,
            @Nullable BidResult result,
            @Nullable BidDeliveryConfirmed delivery) {
        static View of(Bid bid) {
            var assembled = bid.assembled();
            return new View(
                    bid.standing().name(),
                    assembled.opportunityId(),
                    assembled.owner(),
                    assembled.tender(),
                    assembled.dueOn(),
                    bid.parts(),
                    bid.submitted(),
                    bid.result(),
                    bid.delivery());
        }
    }
}
