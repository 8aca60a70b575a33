package io.milepost.opportunities.quotation.domain;

import io.milepost.opportunities.quotation.domain.Quotation.Accepted;
import io.milepost.opportunities.quotation.domain.Quotation.Draft;
import io.milepost.opportunities.quotation.domain.Quotation.Ended;
import io.milepost.opportunities.quotation.domain.Quotation.Expired;
import io.milepost.opportunities.quotation.domain.Quotation.Issued;
import io.milepost.opportunities.quotation.domain.Quotation.Known;
import io.milepost.opportunities.quotation.domain.Quotation.Rejected;
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
 * @param status DRAFT, ISSUED, NEGOTIATING, ACCEPTED, REJECTED or EXPIRED
 * @param reason of a rejection
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
        @Nullable String reason) {
    public QuotationView {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        rounds = List.copyOf(rounds);
    }

    public static @Nullable QuotationView of(Quotation state) {
        return switch (state) {
            case Unknown _ -> null;
            case Draft draft -> view("DRAFT", draft, null, null, null);
            case Issued offer -> view(offer.rounds().isEmpty() ? "ISSUED" : "NEGOTIATING", offer, offer, null, null);
            case Accepted accepted -> ended("ACCEPTED", accepted, accepted.end().acceptedOn(), null);
            case Rejected rejected ->
                ended("REJECTED", rejected, null, rejected.end().reason());
            case Expired expired -> ended("EXPIRED", expired, null, null);
        };
    }

    private static QuotationView ended(
            String status, Ended quotation, @Nullable LocalDate acceptedOn, @Nullable String reason) {
        return view(status, quotation, quotation.offer(), acceptedOn, reason);
    }

    private static QuotationView view(
            String status,
            Known quotation,
            @Nullable Issued offer,
            @Nullable LocalDate acceptedOn,
            @Nullable String reason) {
        var draft = quotation.draft();
        return new QuotationView(
                status,
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                draft.priceListId(),
                draft.lines(),
                draft.value(),
                draft.validUntil(),
                draft.paymentMethod(),
                draft.deliveryDeadline(),
                draft.qualityStandard(),
                draft.scope(),
                draft.duration(),
                draft.payments(),
                offer == null ? null : offer.issued().issuedOn(),
                offer == null ? List.of() : offer.rounds(),
                acceptedOn,
                reason);
    }
}
