package io.milepost.opportunities.quotation.domain;

import io.milepost.opportunities.quotation.domain.Quotation.Accepted;
import io.milepost.opportunities.quotation.domain.Quotation.Approved;
import io.milepost.opportunities.quotation.domain.Quotation.Draft;
import io.milepost.opportunities.quotation.domain.Quotation.Ended;
import io.milepost.opportunities.quotation.domain.Quotation.Expired;
import io.milepost.opportunities.quotation.domain.Quotation.Issued;
import io.milepost.opportunities.quotation.domain.Quotation.Known;
import io.milepost.opportunities.quotation.domain.Quotation.PendingApproval;
import io.milepost.opportunities.quotation.domain.Quotation.Rejected;
import io.milepost.opportunities.quotation.domain.Quotation.Superseded;
import io.milepost.opportunities.quotation.domain.Quotation.Unissued;
import io.milepost.opportunities.quotation.domain.Quotation.Unknown;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
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
        @Nullable UUID successorId) {
    public QuotationView {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        rounds = List.copyOf(rounds);
    }

    public static @Nullable QuotationView of(Quotation state) {
        return switch (state) {
            case Unknown _ -> null;
            case Known quotation -> of(quotation);
        };
    }

    private static QuotationView of(Known quotation) {
        var proposal = quotation.proposal();
        return new QuotationView(
                status(quotation),
                proposal.opportunityId(),
                proposal.accountId(),
                proposal.owner(),
                proposal.priceListId(),
                proposal.lines(),
                proposal.value(),
                proposal.validUntil(),
                proposal.paymentMethod(),
                proposal.deliveryDeadline(),
                proposal.qualityStandard(),
                proposal.scope(),
                proposal.duration(),
                proposal.payments(),
                issuedOn(quotation),
                proposal.rounds(),
                quotation instanceof Accepted accepted ? accepted.end().acceptedOn() : null,
                quotation instanceof Rejected rejected ? rejected.end().reason() : null,
                proposal.revision(),
                proposal.replaces(),
                quotation instanceof Superseded superseded ? superseded.end().successorId() : null);
    }

    private static String status(Known quotation) {
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

    private static @Nullable LocalDate issuedOn(Known quotation) {
        return switch (quotation) {
            case Unissued _ -> null;
            case Issued offer -> offer.issued().issuedOn();
            case Ended ended -> ended.offer().issued().issuedOn();
        };
    }
}
