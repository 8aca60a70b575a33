package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_NEEDS_APPROVAL;
import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_PENDING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_ALREADY_ACCEPTED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_ALREADY_DRAFTED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_ALREADY_REJECTED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_EXPIRED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_NOT_ISSUED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_UNKNOWN;
import static io.milepost.opportunities.quotation.domain.SuccessionRefusal.QUOTATION_SUPERSEDED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.quotation.domain.QuotationCommand.AcceptQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DecideDiscount;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DraftQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ExpireQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.IssueQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RecordNegotiationRound;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RejectQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RequestDiscountApproval;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ReviseQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.SupersedeQuotation;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountApprovalRequested;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountApproved;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountRefused;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRejected;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRevised;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationSuperseded;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;

/** An offer to a customer, from its draft until it is accepted, rejected, superseded or out of date. */
public sealed interface Quotation {

    record Unknown() implements Quotation {}

    /** Every quotation that was drafted. */
    sealed interface Known extends Quotation {
        Proposal proposal();
    }

    /** Nobody outside has seen it as it stands. */
    sealed interface Unissued extends Known {}

    record Draft(Proposal proposal) implements Unissued {}

    /** Its discount is more than a seller may give, and nobody has decided yet. */
    record PendingApproval(Proposal proposal, DiscountApprovalRequested request) implements Unissued {}

    record Approved(Proposal proposal, DiscountApprovalRequested request, DiscountApproved approval)
            implements Unissued {}

    /** In the customer's hands, negotiated as soon as there is a round. */
    record Issued(Proposal proposal, QuotationIssued issued) implements Known {}

    /** Nothing more happens to it, but that an acceptance in time is noted when it has expired already. */
    sealed interface Ended extends Known {
        Issued offer();

        @Override
        default Proposal proposal() {
            return offer().proposal();
        }
    }

    record Accepted(Issued offer, QuotationAccepted end) implements Ended {}

    record Rejected(Issued offer, QuotationRejected end) implements Ended {}

    record Expired(Issued offer, QuotationExpired end) implements Ended {}

    record Superseded(Issued offer, QuotationSuperseded end) implements Ended {}

    static Decision<QuotationEvent> decide(Quotation state, QuotationCommand command, Occasion occasion) {
        var today = occasion.today();
        return switch (state) {
            case Unknown _ ->
                command instanceof DraftQuotation draft ? Drafting.draft(draft, occasion) : refused(QUOTATION_UNKNOWN);
            case Known quotation ->
                switch (command) {
                    case DraftQuotation _ -> refused(QUOTATION_ALREADY_DRAFTED);
                    case ReviseQuotation revise -> Drafting.revise(quotation, revise, today);
                    case RequestDiscountApproval(var reason) ->
                        Discounting.request(quotation, reason, occasion.actor());
                    case DecideDiscount decide -> Discounting.decide(quotation, decide, occasion.actor());
                    case IssueQuotation _ -> issue(quotation, today);
                    case RecordNegotiationRound round -> negotiate(quotation, round, today);
                    case AcceptQuotation accept -> accept(quotation, accept, today);
                    case RejectQuotation reject -> reject(quotation, reject);
                    case SupersedeQuotation supersede -> supersede(quotation, supersede, occasion);
                    case ExpireQuotation _ -> expire(quotation, today);
                };
        };
    }

    static Quotation evolve(Quotation state, QuotationEvent event) {
        return switch (event) {
            case QuotationDrafted draft -> new Draft(Proposal.of(draft));
            case QuotationRevised revised -> new Draft(proposal(state).after(revised));
            case DiscountApprovalRequested request -> new PendingApproval(proposal(state), request);
            case DiscountApproved approval ->
                new Approved(proposal(state), ((PendingApproval) state).request(), approval);
            case DiscountRefused _ -> new Draft(proposal(state));
            case QuotationIssued issued -> new Issued(proposal(state).after(issued), issued);
            case NegotiationRoundRecorded round -> new Issued(proposal(state).after(round), ((Issued) state).issued());
            case QuotationAccepted end ->
                new Accepted(state instanceof Expired(var offer, var _) ? offer : (Issued) state, end);
            case QuotationRejected end -> new Rejected((Issued) state, end);
            case QuotationExpired end -> new Expired((Issued) state, end);
            case QuotationSuperseded end -> new Superseded((Issued) state, end);
        };
    }

    private static Decision<QuotationEvent> issue(Known quotation, LocalDate today) {
        return switch (quotation) {
            case PendingApproval _ -> refused(DISCOUNT_PENDING);
            case Draft(var proposal) ->
                DiscountAuthority.newest().covers(proposal.lines())
                        ? issue(proposal, today)
                        : refused(DISCOUNT_NEEDS_APPROVAL);
            case Approved(var proposal, var _, var _) -> issue(proposal, today);
            case Issued _ -> unchanged();
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> issue(Proposal proposal, LocalDate today) {
        return proposal.validUntil().isBefore(today)
                ? refused(QUOTATION_EXPIRED)
                : accepted(new QuotationIssued(
                        proposal.opportunityId(),
                        proposal.validUntil(),
                        today,
                        proposal.revision(),
                        proposal.replaces()));
    }

    private static Decision<QuotationEvent> negotiate(Known quotation, RecordNegotiationRound round, LocalDate today) {
        return switch (quotation) {
            case Issued offer -> Offer.negotiate(offer, round, today);
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> accept(Known quotation, AcceptQuotation accept, LocalDate today) {
        return switch (quotation) {
            case Issued offer -> Offer.accept(offer, accept.acceptedOn(), today);
            case Expired(var offer, var _) -> Offer.accept(offer, accept.acceptedOn(), today);
            case Accepted(var _, var end)
            when accept.acceptedOn() == null || accept.acceptedOn().equals(end.acceptedOn()) -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> reject(Known quotation, RejectQuotation reject) {
        return switch (quotation) {
            case Issued offer -> Offer.reject(offer, reject.reason());
            case Rejected(var _, var end) when reject.reason().equals(end.reason()) -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> supersede(
            Known quotation, SupersedeQuotation supersede, Occasion occasion) {
        return switch (quotation) {
            case Issued offer -> Offer.supersede(offer, supersede, occasion.id());
            case Superseded(var _, var end)
            when end.successorId().equals(supersede.successorId())
                    && end.opportunityId().equals(supersede.opportunityId()) -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> expire(Known quotation, LocalDate today) {
        return switch (quotation) {
            case Issued offer -> Offer.expire(offer, today);
            case Expired _ -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    /** Why nothing more happens to it. */
    static Refusal end(Ended quotation) {
        return switch (quotation) {
            case Accepted _ -> QUOTATION_ALREADY_ACCEPTED;
            case Rejected _ -> QUOTATION_ALREADY_REJECTED;
            case Expired _ -> QUOTATION_EXPIRED;
            case Superseded _ -> QUOTATION_SUPERSEDED;
        };
    }

    private static Proposal proposal(Quotation state) {
        return ((Known) state).proposal();
    }

    private static Refused<QuotationEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
