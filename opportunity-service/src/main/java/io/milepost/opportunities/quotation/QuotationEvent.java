package io.milepost.opportunities.quotation;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a quotation. Every event names the opportunity, whose messages keep one order. */
public sealed interface QuotationEvent {
    UUID opportunityId();

    /**
     * An offer was written.
     *
     * @param value the sum of the lines' amounts
     * @param replaces the quotation that is superseded once this is issued
     * @param priceListVersion first day of the version of the price list that is cited; absent where none is, and before that was kept
     */
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
            List<PaymentTerm> payments,
            @Nullable UUID replaces,
            @Nullable LocalDate priceListVersion)
            implements QuotationEvent {
        public QuotationDrafted {
            lines = List.copyOf(lines);
            payments = List.copyOf(payments);
        }
    }

    /** {@code percent} off the products, or the {@code benefit}, is given by the promotion; both as it was then. */
    record PromotionApplied(
            UUID opportunityId,
            UUID promotionId,
            @Nullable String segment,
            @Nullable BigDecimal percent,
            @Nullable String benefit,
            List<String> products)
            implements QuotationEvent {
        public PromotionApplied {
            products = List.copyOf(products);
        }
    }

    record OfferCompetitorsNamed(UUID opportunityId, List<UUID> competitorIds) implements QuotationEvent {
        public OfferCompetitorsNamed {
            competitorIds = List.copyOf(competitorIds);
        }
    }

    /** Lines and terms as they are from now on; {@code revision} is 2 for the first. */
    record QuotationRevised(
            UUID opportunityId,
            int revision,
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
            @Nullable LocalDate priceListVersion)
            implements QuotationEvent {
        public QuotationRevised {
            lines = List.copyOf(lines);
            payments = List.copyOf(payments);
        }
    }

    /** {@code discountPercent} is the most that is taken off any line, also off its list price, {@code limitPercent} what the seller may give alone. */
    record DiscountApprovalRequested(
            UUID opportunityId, BigDecimal discountPercent, BigDecimal limitPercent, String requestedBy, String reason)
            implements QuotationEvent {}

    record DiscountApproved(
            UUID opportunityId, String decidedBy, @Nullable String reason) implements QuotationEvent {}

    record DiscountRefused(UUID opportunityId, String decidedBy, String reason) implements QuotationEvent {}

    /** {@code revision} and {@code replaces} are absent in events from before there were any. */
    record QuotationIssued(
            UUID opportunityId,
            LocalDate validUntil,
            LocalDate issuedOn,
            @Nullable Integer revision,
            @Nullable UUID replaces)
            implements QuotationEvent {}

    /** {@code with} is absent where it was the customer; {@code partner} names the firm where it was not. */
    record NegotiationRoundRecorded(
            UUID opportunityId,
            NegotiationTopic topic,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String agreed,
            LocalDate on,
            @Nullable Counterpart with,
            @Nullable String partner)
            implements QuotationEvent {}

    /** All that a contract is drafted from. {@code template} names the sales process of the deal; absent in events from before it was recorded. */
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
            LocalDate acceptedOn,
            @Nullable String template,
            @Nullable Integer templateVersion)
            implements QuotationEvent {
        public QuotationAccepted {
            lines = List.copyOf(lines);
            payments = List.copyOf(payments);
        }
    }

    record QuotationRejected(UUID opportunityId, String reason) implements QuotationEvent {}

    record QuotationSuperseded(UUID opportunityId, UUID successorId) implements QuotationEvent {}

    /** Its last day is near, and the customer has not answered. */
    record QuotationExpiryAnnounced(UUID opportunityId, LocalDate validUntil) implements QuotationEvent {}

    record QuotationExpired(UUID opportunityId, LocalDate validUntil) implements QuotationEvent {}
}
