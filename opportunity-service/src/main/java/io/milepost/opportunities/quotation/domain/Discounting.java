package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DECIDER_IS_REQUESTER;
import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_ALREADY_APPROVED;
import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_NOT_PENDING;
import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_PENDING;
import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_WITHIN_AUTHORITY;
import static io.milepost.opportunities.quotation.domain.DiscountRefusal.QUOTATION_ALREADY_ISSUED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.REASON_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.quotation.domain.Quotation.Approved;
import io.milepost.opportunities.quotation.domain.Quotation.Draft;
import io.milepost.opportunities.quotation.domain.Quotation.Ended;
import io.milepost.opportunities.quotation.domain.Quotation.Issued;
import io.milepost.opportunities.quotation.domain.Quotation.Known;
import io.milepost.opportunities.quotation.domain.Quotation.PendingApproval;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DecideDiscount;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountApprovalRequested;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountApproved;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountRefused;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Refusal;

/** Gate G11: more off than a seller may give needs somebody else's yes before the quotation is issued. */
final class Discounting {

    private Discounting() {}

    static Decision<QuotationEvent> request(Known quotation, String reason, String actor) {
        return switch (quotation) {
            case Draft(var proposal) -> {
                var authority = DiscountAuthority.newest();
                if (authority.covers(proposal.lines())) {
                    yield refused(DISCOUNT_WITHIN_AUTHORITY);
                }
                yield reason.isBlank()
                        ? refused(REASON_MISSING).at("/reason")
                        : accepted(new DiscountApprovalRequested(
                                proposal.opportunityId(),
                                DiscountAuthority.largest(proposal.lines()),
                                authority.limitPercent(),
                                actor,
                                reason));
            }
            case PendingApproval(var _, var request) ->
                request.reason().equals(reason) ? unchanged() : refused(DISCOUNT_PENDING);
            case Approved(var _, var request, var _) ->
                request.reason().equals(reason) ? unchanged() : refused(DISCOUNT_ALREADY_APPROVED);
            case Issued _ -> refused(QUOTATION_ALREADY_ISSUED);
            case Ended ended -> refused(Quotation.end(ended));
        };
    }

    static Decision<QuotationEvent> decide(Known quotation, DecideDiscount decide, String actor) {
        return switch (quotation) {
            case PendingApproval pending -> decide(pending, decide, actor);
            case Approved(var _, var _, var approval)
            when decide.approved() ->
                decide.reason() == null || decide.reason().equals(approval.reason())
                        ? unchanged()
                        : refused(DISCOUNT_ALREADY_APPROVED);
            case Draft _, Approved _ -> refused(DISCOUNT_NOT_PENDING);
            case Issued _ -> refused(QUOTATION_ALREADY_ISSUED);
            case Ended ended -> refused(Quotation.end(ended));
        };
    }

    private static Decision<QuotationEvent> decide(PendingApproval pending, DecideDiscount decide, String actor) {
        var opportunity = pending.proposal().opportunityId();
        if (actor.equals(pending.request().requestedBy())) {
            return refused(DECIDER_IS_REQUESTER);
        }
        if (decide.approved()) {
            return accepted(new DiscountApproved(opportunity, actor, decide.reason()));
        }
        return decide.reason() == null || decide.reason().isBlank()
                ? refused(REASON_MISSING).at("/reason")
                : accepted(new DiscountRefused(opportunity, actor, decide.reason()));
    }

    private static Refused<QuotationEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
