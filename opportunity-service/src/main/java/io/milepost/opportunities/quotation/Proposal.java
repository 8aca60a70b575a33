package io.milepost.opportunities.quotation;

import static java.math.RoundingMode.DOWN;

import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.opportunities.quotation.Sources.AgreedItem;
import io.milepost.opportunities.quotation.Sources.LineSource;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is offered, as it stands now.
 *
 * @param draft with which it began
 * @param terms of the latest revision, which is 1 as drafted
 * @param rounds of all revisions, in their order
 * @param firstIssuedOn whatever the revision was; absent before
 * @param promotion applied to the terms as they stand; absent where none is
 * @param competitors against whom it is offered
 */
public record Proposal(
        QuotationDrafted draft,
        QuotationRevised terms,
        List<NegotiationRoundRecorded> rounds,
        @Nullable LocalDate firstIssuedOn,
        @Nullable PromotionApplied promotion,
        List<UUID> competitors) {
    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * A product as it is to be offered.
     *
     * @param unitPrice before the discount
     * @param discountPercent off the line, 0 to 100; none when absent
     * @param source what of the agreed solution it offers; absent where it is none of it
     */
    public record OfferedLine(
            String product,
            @Nullable @Limit(Limit.NOTE) String description,
            BigDecimal quantity,
            Money unitPrice,
            @Nullable BigDecimal discountPercent,
            @Nullable LineSource source) {
        /** One that is of no solution. */
        public OfferedLine(
                String product,
                @Nullable String description,
                BigDecimal quantity,
                Money unitPrice,
                @Nullable BigDecimal discountPercent) {
            this(product, description, quantity, unitPrice, discountPercent, null);
        }

        /** Quantity times price less discount, rounded once (HALF_UP), beside the price that a list has for one. */
        PricedLine priced(@Nullable Money listPrice) {
            return priced(listPrice, List.of(), null);
        }

        PricedLine priced(@Nullable Money listPrice, List<Concern> concerns, @Nullable AgreedItem agreed) {
            var gross = quantity.multiply(unitPrice.amount());
            var discount = discountPercent == null ? BigDecimal.ZERO : discountPercent;
            var net = gross.multiply(WHOLE.subtract(discount)).movePointLeft(2);
            return new PricedLine(
                    product,
                    description,
                    quantity,
                    unitPrice,
                    discountPercent,
                    Money.rounded(net, unitPrice.currency()),
                    listPrice,
                    concerns,
                    agreed);
        }

        /** What one brings after the discount, not rounded. */
        BigDecimal netOfOne() {
            var discount = discountPercent == null ? BigDecimal.ZERO : discountPercent;
            return unitPrice.amount().multiply(WHOLE.subtract(discount)).movePointLeft(2);
        }
    }

    /** Why a price needs an approval, however small its discount is. */
    public enum Concern {
        /** No price list stands behind it. */
        NOT_LISTED,
        /** It brings less than the cost, or than the rules of the list want over the cost; only finance approves that. */
        BELOW_COST,
        /** It is further below the market than the rules of the list allow. */
        BELOW_MARKET
    }

    /**
     * A product as it was offered.
     *
     * @param amount what the line costs after its discount
     * @param listPrice of one in the cited price list; absent where no list is cited or it does not have the product
     * @param concerns absent where there are none, and in events from before they were looked for
     * @param source what of the agreed solution it is; absent where it is none of it, and before that was said
     */
    public record PricedLine(
            String product,
            @Nullable String description,
            BigDecimal quantity,
            Money unitPrice,
            @Nullable BigDecimal discountPercent,
            Money amount,
            @Nullable Money listPrice,
            @Nullable List<Concern> concerns,
            @Nullable AgreedItem source) {
        public PricedLine {
            concerns = concerns == null || concerns.isEmpty() ? null : List.copyOf(concerns);
        }

        /** One that is of no solution. */
        public PricedLine(
                String product,
                @Nullable String description,
                BigDecimal quantity,
                Money unitPrice,
                @Nullable BigDecimal discountPercent,
                Money amount,
                @Nullable Money listPrice,
                @Nullable List<Concern> concerns) {
            this(product, description, quantity, unitPrice, discountPercent, amount, listPrice, concerns, null);
        }

        boolean raises(Concern concern) {
            return concerns != null && concerns.contains(concern);
        }

        /** What is taken off, in percent: of the offered price, or of the list's where that is more. Rounded up to cents of a percent. */
        BigDecimal reduction() {
            var discount = discountPercent == null ? BigDecimal.ZERO : discountPercent;
            if (listPrice == null || listPrice.amount().signum() == 0) {
                return discount;
            }
            var asked = unitPrice.amount().multiply(WHOLE.subtract(discount)).divide(listPrice.amount(), 2, DOWN);
            return discount.max(WHOLE.subtract(asked));
        }
    }

    /**
     * One of the payments that are offered.
     *
     * @param percent of the value
     * @param dueOn the day, for trigger DATE
     * @param milestone code of the delivery milestone, for trigger MILESTONE
     * @param daysAfter days to pay, counted from its trigger; due at once when absent
     * @param method how it is paid; as the offer says when absent
     * @param endOfMonth whether it may be paid until the end of the month in which those days end
     */
    public record PaymentTerm(
            String label,
            BigDecimal percent,
            PaymentTrigger trigger,
            @Nullable LocalDate dueOn,
            @Nullable String milestone,
            @Nullable Integer daysAfter,
            @Nullable @Limit(Limit.NOTE) String method,
            @Nullable Boolean endOfMonth) {

        /** Paid as the offer says, by the very day. */
        public PaymentTerm(
                String label,
                BigDecimal percent,
                PaymentTrigger trigger,
                @Nullable LocalDate dueOn,
                @Nullable String milestone,
                @Nullable Integer daysAfter) {
            this(label, percent, trigger, dueOn, milestone, daysAfter, null, null);
        }
    }

    /** What makes a payment fall due. */
    public enum PaymentTrigger {
        DATE,
        SIGNATURE,
        MILESTONE,
        ACCEPTANCE
    }

    /** With whom. */
    public enum Counterpart {
        CUSTOMER,
        /** Somebody who delivers or sells with us, and is named. */
        PARTNER
    }

    /** What is negotiated. */
    public enum NegotiationTopic {
        PRICE,
        DELIVERY,
        PAYMENT,
        CLAUSES,
        RIGHTS_AND_DUTIES
    }

    /** What a quotation has to know of another that takes its place. */
    public record Successor(UUID opportunityId, boolean issued) {}

    public Proposal {
        rounds = List.copyOf(rounds);
        competitors = List.copyOf(competitors);
    }

    UUID opportunityId() {
        return draft.opportunityId();
    }

    static Proposal of(QuotationDrafted draft) {
        var terms = new QuotationRevised(
                draft.opportunityId(),
                1,
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
                draft.priceListVersion());
        return new Proposal(draft, terms, List.of(), null, null, List.of());
    }

    Proposal after(QuotationRevised revised) {
        return new Proposal(draft, revised, rounds, firstIssuedOn, null, competitors);
    }

    Proposal after(NegotiationRoundRecorded round) {
        var more = Stream.concat(rounds.stream(), Stream.of(round)).toList();
        return new Proposal(draft, terms, more, firstIssuedOn, promotion, competitors);
    }

    Proposal after(QuotationIssued issued) {
        return firstIssuedOn == null
                ? new Proposal(draft, terms, rounds, issued.issuedOn(), promotion, competitors)
                : this;
    }

    Proposal after(PromotionApplied applied) {
        return new Proposal(draft, terms, rounds, firstIssuedOn, applied, competitors);
    }

    Proposal after(OfferCompetitorsNamed named) {
        return new Proposal(draft, terms, rounds, firstIssuedOn, promotion, named.competitorIds());
    }
}
