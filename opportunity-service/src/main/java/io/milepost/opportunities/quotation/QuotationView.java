package io.milepost.opportunities.quotation;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.QuotationEvent.PromotionApplied;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a quotation.
 *
 * @param status DRAFT, PENDING_APPROVAL, APPROVED, ISSUED, NEGOTIATING, ACCEPTED, REJECTED, SUPERSEDED or EXPIRED
 * @param issuedOn the revision that is shown; absent before
 * @param rounds of all revisions
 * @param reason of a rejection
 * @param successorId of a superseded one
 * @param promotion that it applies; absent where it applies none
 * @param competitorIds against whom it is offered
 * @param priceListVersion first day of the version of the price list whose prices are cited
 */
public record QuotationView(
        String status,
        UUID opportunityId,
        UUID accountId,
        String owner,
        @Nullable UUID priceListId,
        List<PricedLine> lines,
        Money value,
        LocalDate validUntil,
        @Nullable String paymentMethod,
        @Nullable LocalDate deliveryDeadline,
        @Nullable String qualityStandard,
        @Nullable String scope,
        @Nullable String duration,
        List<PaymentTerm> payments,
        @Nullable LocalDate issuedOn,
        List<NegotiationRoundRecorded> rounds,
        @Nullable LocalDate acceptedOn,
        @Nullable String reason,
        int revision,
        @Nullable UUID replaces,
        @Nullable UUID successorId,
        @Nullable LocalDate priceListVersion,
        @Nullable PromotionApplied promotion,
        List<UUID> competitorIds) {
    public QuotationView {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        rounds = List.copyOf(rounds);
        competitorIds = List.copyOf(competitorIds);
    }

    static QuotationView of(Quotation quotation) {
        var proposal = quotation.proposal();
        var draft = proposal.draft();
        var terms = proposal.terms();
        return new QuotationView(
                status(quotation),
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                terms.priceListId(),
                terms.lines(),
                terms.value(),
                terms.validUntil(),
                terms.paymentMethod(),
                terms.deliveryDeadline(),
                terms.qualityStandard(),
                terms.scope(),
                terms.duration(),
                terms.payments(),
                issuedOn(quotation),
                proposal.rounds(),
                quotation instanceof Accepted accepted ? accepted.end().acceptedOn() : null,
                quotation instanceof Rejected rejected ? rejected.end().reason() : null,
                terms.revision(),
                draft.replaces(),
                quotation instanceof Superseded superseded ? superseded.end().successorId() : null,
                terms.priceListVersion(),
                proposal.promotion(),
                proposal.competitors());
    }

    private static String status(Quotation quotation) {
        return switch (quotation) {
            case Draft _ -> "DRAFT";
            case PendingApproval _ -> "PENDING_APPROVAL";
            case Approved _ -> "APPROVED";
            case Issued offer -> offer.proposal().rounds().isEmpty() ? "ISSUED" : "NEGOTIATING";
            case Accepted _ -> "ACCEPTED";
            case Rejected _ -> "REJECTED";
            case Superseded _ -> "SUPERSEDED";
            case Expired _ -> "EXPIRED";
        };
    }

    private static @Nullable LocalDate issuedOn(Quotation quotation) {
        return switch (quotation) {
            case Unissued _ -> null;
            case Issued offer -> offer.issued().issuedOn();
            case Ended ended -> ended.offer().issued().issuedOn();
        };
    }
}
