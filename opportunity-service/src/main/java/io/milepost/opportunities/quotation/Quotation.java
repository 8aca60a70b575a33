package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer to a customer, from its draft until it is accepted, rejected, superseded or out of date. */
public sealed interface Quotation {
    Decider<Quotation, Command, QuotationEvent> DECIDER =
            new Decider<>(Quotation::decide, Quotation::begin, Quotation::evolve);

    /**
     * Prepares an offer for an opportunity.
     *
     * @param owner code of the team member who answers for it
     * @param priceListId the price list whose prices hold on this day; a price below it is a discount
     * @param validUntil the last day on which it may be accepted
     * @param payments shares that make up the whole value; left open when absent
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
            @Nullable UUID replaces) {
        public DraftQuotation {
            lines = List.copyOf(lines);
        }
    }

    /** What may be asked of a quotation that was drafted. */
    sealed interface Command {}

    /** Offers something else: all lines and terms as they are from now on, in a draft again. */
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
            implements Command {
        public ReviseQuotation {
            lines = List.copyOf(lines);
        }
    }

    /** Asks for a discount that the seller may not give alone. */
    record RequestDiscountApproval(@Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * Gate G11, decided by somebody other than the requester; turning it down needs a reason.
     *
     * @param as whose limit covers the discount; may be left out where every approver's does
     * @param decidedBy who decided, where an import repeats it; absent everywhere else
     */
    record DecideDiscount(
            boolean approved,
            @Nullable @Limit(Limit.NOTE) String reason,
            @Nullable Approver as,
            @Nullable String decidedBy)
            implements Command {}

    /**
     * Gives what a promotion gives; the share of a discount needs no approval then. Whoever revises the offer applies it again.
     *
     * @param segment of the customer, where the promotion is for some only
     */
    record ApplyPromotion(UUID promotionId, @Nullable String segment) implements Command {}

    /** Against whom it is offered, by their files in lead-service; in place of those named before. */
    record NameOfferCompetitors(List<UUID> competitorIds) implements Command {
        public NameOfferCompetitors {
            competitorIds = List.copyOf(competitorIds);
        }
    }

    /** Hands it to the customer. */
    record IssueQuotation() implements Command {}

    /**
     * Records a round of negotiation, held today unless {@code on} says otherwise; at least one of the three texts is there. They may
     * not contain personal data.
     *
     * @param ours what we offered
     * @param theirs what the customer or partner asked for
     * @param agreed what both agreed upon
     * @param with the other side; the customer when absent
     * @param partner name of the firm, where it is a partner
     */
    record RecordNegotiationRound(
            NegotiationTopic topic,
            @Nullable @Limit(Limit.NOTE) String ours,
            @Nullable @Limit(Limit.NOTE) String theirs,
            @Nullable @Limit(Limit.NOTE) String agreed,
            @Nullable LocalDate on,
            @Nullable Counterpart with,
            @Nullable String partner)
            implements Command {}

    /** The customer agreed, today unless {@code acceptedOn} says otherwise; an acceptance in time may be recorded after expiry. */
    record AcceptQuotation(@Nullable LocalDate acceptedOn) implements Command {}

    /** The customer declined. */
    record RejectQuotation(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Another quotation of the same opportunity replaces it, also where it was accepted: until the other one is, nothing is agreed. */
    record SupersedeQuotation(UUID successorId, UUID opportunityId) implements Command {}

    /** Sent by the timer alone, when its validity is about to end. */
    record AnnounceExpiry() implements Command {}

    /** Sent by the timer alone, when its validity has ended. */
    record ExpireQuotation() implements Command {}

    enum No implements Refusal {
        QUOTATION_NOT_ISSUED(
                state("a quotation must be issued before it is negotiated, accepted, rejected, superseded or expires")),
        QUOTATION_EXPIRED(state("the validity of the quotation has ended")),
        QUOTATION_STILL_VALID(state("a quotation expires only after the last day of its validity")),
        QUOTATION_ALREADY_ACCEPTED(state("the quotation has been accepted")),
        QUOTATION_ALREADY_REJECTED(state("the quotation has been rejected")),
        QUOTATION_SUPERSEDED(state("another quotation has replaced this one")),
        OPPORTUNITY_UNKNOWN(state("there is no opportunity with this id")),
        OPPORTUNITY_ENDED(state("the opportunity has been won, rejected, lost or withdrawn")),
        SALES_PROJECT_ENDED(state("the sales project of the opportunity has been turned down, terminated or closed")),
        PRICE_LIST_UNKNOWN(state("there is no price list with this id")),
        PRICE_LIST_NOT_VALID(state("the price list has no version that is valid on this day")),
        LINES_MISSING(rule("a quotation must offer at least one product")),
        LINE_REPEATED(rule("a product can be on one line only, or on several that are described differently")),
        PRODUCT_MISSING(rule("every line must name its product")),
        QUANTITY_NOT_POSITIVE(rule("a quantity must be above zero")),
        PRICE_NEGATIVE(rule("a price cannot be negative")),
        DISCOUNT_OUT_OF_RANGE(rule("a discount must be between 0 and 100 percent")),
        VALIDITY_OVER(rule("a quotation must be valid at least until today")),
        PAYMENT_INCOMPLETE(rule("a payment needs a label, a share above zero and what its trigger requires")),
        PAYMENTS_NOT_WHOLE(rule("payments must add up to 100 percent of the value")),
        CURRENCY_CHANGED(rule("a quotation keeps the currency in which it was drafted")),
        DAY_PAST(rule("a day of delivery or payment cannot be in the past")),
        ROUND_BEFORE_ISSUED(rule("a round cannot be held before the quotation is first issued")),
        PARTNER_MISNAMED(rule("a round with a partner names the partner, and no other round does")),
        ROUND_EMPTY(rule("a round must state our offer, theirs or what was agreed")),
        ACCEPTED_BEFORE_ISSUED(rule("a quotation cannot be accepted before it is issued")),
        QUOTATION_ALREADY_ISSUED(state("an issued quotation must be revised before its discount can change")),
        DISCOUNT_NEEDS_APPROVAL(
                state(
                        "a discount or price beyond the seller's authority must be approved first: below the list, below cost or market, or on no list")),
        DISCOUNT_WITHIN_AUTHORITY(state("the seller may give this discount without approval")),
        DISCOUNT_PENDING(state("the requested discount has not been decided yet")),
        DISCOUNT_ALREADY_APPROVED(state("the discount has already been approved, with another reason")),
        DISCOUNT_NOT_PENDING(state("there is no discount to decide on")),
        DISCOUNT_BEYOND_APPROVER(rule("the sales process of the deal does not let this approver give so much")),
        DECIDER_MISSAID(rule("an import says who decided, and nobody else does")),
        DECIDER_IS_REQUESTER(sender("whoever requested a discount cannot decide on it")),
        PROMOTION_NOT_VALID(state("a promotion is approved, and given on this day")),
        PROMOTION_NOT_ELIGIBLE(rule("the promotion is not for this customer, these products or this value")),
        COMPETITOR_REPEATED(rule("a competitor can be named only once")),
        OTHER_QUOTATION_ACCEPTED(state("another quotation of the opportunity has been accepted")),
        SUCCESSOR_IS_ITSELF(rule("a quotation cannot replace itself")),
        SUCCESSOR_UNKNOWN(state("there is no quotation with the id of the successor")),
        SUCCESSOR_NOT_ISSUED(state("a quotation must be issued before it can replace another")),
        OTHER_OPPORTUNITY(rule("a quotation can be superseded only by one of the same opportunity"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    Proposal proposal();

    /** In the same state; what has ended stays as it ended. */
    private Quotation with(Proposal changed) {
        return switch (this) {
            case Draft _ -> new Draft(changed);
            case PendingApproval(var _, var request) -> new PendingApproval(changed, request);
            case Approved(var _, var request, var approval) -> new Approved(changed, request, approval);
            case Issued(var _, var issued, var expiring) -> new Issued(changed, issued, expiring);
            case Ended _ -> this;
        };
    }

    /** Nobody outside has seen it as it stands. */
    sealed interface Unissued extends Quotation {}

    record Draft(Proposal proposal) implements Unissued {}

    /** Its discount is more than a seller may give, and nobody has decided yet. */
    record PendingApproval(Proposal proposal, DiscountApprovalRequested request) implements Unissued {}

    record Approved(Proposal proposal, DiscountApprovalRequested request, DiscountApproved approval)
            implements Unissued {}

    /** In the customer's hands, negotiated as soon as there is a round; {@code expiring} once its last day was announced. */
    record Issued(
            Proposal proposal,
            QuotationIssued issued,
            @Nullable QuotationExpiryAnnounced expiring) implements Quotation {}

    /** Nothing more happens to it, except that an acceptance in time may still be recorded after expiry. */
    sealed interface Ended extends Quotation {
        Issued offer();

        @Override
        default Proposal proposal() {
            return offer().proposal();
        }

        /** Why nothing more happens to it. */
        default No reason() {
            return switch (this) {
                case Accepted _ -> QUOTATION_ALREADY_ACCEPTED;
                case Rejected _ -> QUOTATION_ALREADY_REJECTED;
                case Expired _ -> QUOTATION_EXPIRED;
                case Superseded _ -> QUOTATION_SUPERSEDED;
            };
        }
    }

    record Accepted(Issued offer, QuotationAccepted end) implements Ended {}

    record Rejected(Issued offer, QuotationRejected end) implements Ended {}

    record Expired(Issued offer, QuotationExpired end) implements Ended {}

    record Superseded(Issued offer, QuotationSuperseded end) implements Ended {}

    static Decision<QuotationEvent> decide(Quotation quotation, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseQuotation revise -> Drafting.revise(quotation, revise, occasion);
            case RequestDiscountApproval(var reason) -> Discounting.request(quotation, reason, occasion);
            case DecideDiscount decide -> Discounting.decide(quotation, decide, occasion);
            case ApplyPromotion apply -> Promoting.apply(quotation, apply, occasion);
            case NameOfferCompetitors(var competitors) -> Promoting.name(quotation, competitors);
            case IssueQuotation _ -> Offering.issue(quotation, occasion);
            case RecordNegotiationRound round -> Offering.negotiate(quotation, round, occasion);
            case AcceptQuotation(var on) -> Offering.accept(quotation, on, occasion);
            case RejectQuotation(var reason) -> Offering.reject(quotation, reason);
            case SupersedeQuotation supersede -> Offering.supersede(quotation, supersede, occasion);
            case AnnounceExpiry _ -> Offering.announce(quotation);
            case ExpireQuotation _ -> Offering.expire(quotation, occasion.today());
        };
    }

    static Quotation begin(QuotationEvent first) {
        return new Draft(Proposal.of((QuotationDrafted) first));
    }

    static Quotation evolve(Quotation quotation, QuotationEvent event) {
        var proposal = quotation.proposal();
        return switch (event) {
            case QuotationDrafted _ -> quotation;
            case QuotationRevised revised -> new Draft(proposal.after(revised));
            case DiscountApprovalRequested request -> new PendingApproval(proposal, request);
            case DiscountApproved approval -> new Approved(proposal, ((PendingApproval) quotation).request(), approval);
            case DiscountRefused _ -> new Draft(proposal);
            case PromotionApplied applied -> new Draft(proposal.after(applied));
            case OfferCompetitorsNamed named -> quotation.with(proposal.after(named));
            case QuotationIssued issued -> new Issued(proposal.after(issued), issued, null);
            case NegotiationRoundRecorded round -> quotation.with(proposal.after(round));
            case QuotationAccepted end ->
                new Accepted(quotation instanceof Expired(var offer, var _) ? offer : (Issued) quotation, end);
            case QuotationRejected end -> new Rejected((Issued) quotation, end);
            case QuotationExpired end -> new Expired((Issued) quotation, end);
            case QuotationSuperseded end ->
                new Superseded(quotation instanceof Accepted(var offer, var _) ? offer : (Issued) quotation, end);
            case QuotationExpiryAnnounced soon -> new Issued(proposal, ((Issued) quotation).issued(), soon);
        };
    }
}
