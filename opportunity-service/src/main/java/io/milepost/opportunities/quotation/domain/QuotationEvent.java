package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a quotation. Every event names the opportunity, whose messages keep one order. */
public sealed interface QuotationEvent {
    UUID opportunityId();

    /** {@code value} is the sum of the lines' amounts. */
    record QuotationDrafted(
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
            List<PaymentTerm> payments)
            implements QuotationEvent {
        public QuotationDrafted {
            lines = List.copyOf(lines);
            payments = List.copyOf(payments);
        }
    }

    record QuotationIssued(UUID opportunityId, LocalDate validUntil, LocalDate issuedOn) implements QuotationEvent {}

    record NegotiationRoundRecorded(
            UUID opportunityId,
            NegotiationTopic topic,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String agreed,
            LocalDate on)
            implements QuotationEvent {}

    /** All that a contract is drafted from. */
    record QuotationAccepted(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<PricedLine> lines,
            @Nullable String paymentMethod,
            @Nullable LocalDate deliveryDeadline,
            @Nullable String qualityStandard,
            @Nullable String scope,
            @Nullable String duration,
            List<PaymentTerm> payments,
            LocalDate acceptedOn)
            implements QuotationEvent {
        public QuotationAccepted {
            lines = List.copyOf(lines);
            payments = List.copyOf(payments);
        }
    }

    record QuotationRejected(UUID opportunityId, String reason) implements QuotationEvent {}

    record QuotationExpired(UUID opportunityId, LocalDate validUntil) implements QuotationEvent {}
}
