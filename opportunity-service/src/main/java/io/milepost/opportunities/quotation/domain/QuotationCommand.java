package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a quotation. */
public sealed interface QuotationCommand {

    /**
     * Prepares an offer for an opportunity.
     *
     * @param owner code of the team member who answers for it
     * @param priceListId the price list that the prices are taken from
     * @param validUntil the last day on which it may be accepted
     * @param payments shares that make up the whole value; how it is paid is left open when absent
     * @param replaces another quotation of the same opportunity, superseded as soon as this one is issued
     */
    record DraftQuotation(
            UUID opportunityId,
            UUID accountId,
            String owner,
            @Nullable UUID priceListId,
            List<OfferedLine> lines,
            LocalDate validUntil,
            @Nullable @Limit(Limit.NOTE) String paymentMethod,
            @Nullable LocalDate deliveryDeadline,
            @Nullable @Limit(Limit.NOTE) String qualityStandard,
            @Nullable @Limit(Limit.TEXT) String scope,
            @Nullable String duration,
            @Nullable List<PaymentTerm> payments,
            @Nullable UUID replaces)
            implements QuotationCommand {
        public DraftQuotation {
            lines = List.copyOf(lines);
        }
    }

    /** Offers something else in its place: all lines and terms as they are to be from now on, in a draft again. */
    record ReviseQuotation(
            @Nullable UUID priceListId,
            List<OfferedLine> lines,
            LocalDate validUntil,
            @Nullable @Limit(Limit.NOTE) String paymentMethod,
            @Nullable LocalDate deliveryDeadline,
            @Nullable @Limit(Limit.NOTE) String qualityStandard,
            @Nullable @Limit(Limit.TEXT) String scope,
            @Nullable String duration,
            @Nullable List<PaymentTerm> payments)
            implements QuotationCommand {
        public ReviseQuotation {
            lines = List.copyOf(lines);
        }
    }

    /** Asks for a discount that the seller may not give alone. */
    record RequestDiscountApproval(@Limit(Limit.NOTE) String reason) implements QuotationCommand {}

    /** Gate G11, decided by somebody else than who asked; a refusal needs a reason. */
    record DecideDiscount(
            boolean approved, @Nullable @Limit(Limit.NOTE) String reason) implements QuotationCommand {}

    /** Hands it to the customer. */
    record IssueQuotation() implements QuotationCommand {}

    /**
     * Notes a round of negotiation, {@code on} that day or today; at least one of the three texts is there. Nothing about a person
     * belongs there.
     *
     * @param ours what we offered
     * @param theirs what the customer or partner asked for
     * @param agreed what both agreed upon
     */
    record RecordNegotiationRound(
            NegotiationTopic topic,
            @Nullable @Limit(Limit.NOTE) String ours,
            @Nullable @Limit(Limit.NOTE) String theirs,
            @Nullable @Limit(Limit.NOTE) String agreed,
            @Nullable LocalDate on)
            implements QuotationCommand {}

    /** The customer agreed, {@code acceptedOn} that day or today; one that came in time is noted when the offer has expired as well. */
    record AcceptQuotation(@Nullable LocalDate acceptedOn) implements QuotationCommand {}

    /** The customer declined. */
    record RejectQuotation(@Limit(Limit.NOTE) String reason) implements QuotationCommand {}

    /** Another quotation of the same opportunity stands in its place. */
    record SupersedeQuotation(UUID successorId, UUID opportunityId) implements QuotationCommand {}

    /** Sent when its validity has ended, by nobody but the clock. */
    record ExpireQuotation() implements QuotationCommand {}
}
