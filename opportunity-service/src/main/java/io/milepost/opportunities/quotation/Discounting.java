package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.quotation.Proposal.PricedLine;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Who;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Gate G11: a discount beyond the seller's authority needs somebody else's approval before the quotation is issued. */
final class Discounting {

    private Discounting() {}

    /**
     * One version of how much a seller may take off a line without asking. The guides name no limit; the one of version 1 is
     * this product's proposal. A quotation is held against the newest version when it is issued.
     *
     * @param limitPercent of a line, itself allowed
     */
    record DiscountAuthority(int version, BigDecimal limitPercent) {
        private static final List<DiscountAuthority> ALL = List.of(new DiscountAuthority(1, new BigDecimal("15")));

        static DiscountAuthority newest() {
            return ALL.getLast();
        }

        boolean covers(List<PricedLine> lines) {
            return largestDiscount(lines).compareTo(limitPercent) <= 0;
        }
    }

    static Decision<QuotationEvent> request(Quotation quotation, String reason, Who who) {
        return switch (quotation) {
            case Draft(var proposal) -> request(proposal, reason, who);
            case PendingApproval(var _, var request) ->
                request.reason().equals(reason) ? unchanged() : refused(DISCOUNT_PENDING);
            case Approved(var _, var request, var _) ->
                request.reason().equals(reason) ? unchanged() : refused(DISCOUNT_ALREADY_APPROVED);
            case Issued _ -> refused(QUOTATION_ALREADY_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> request(Proposal proposal, String reason, Who who) {
        var authority = DiscountAuthority.newest();
        var lines = proposal.terms().lines();
        return authority.covers(lines)
                ? refused(DISCOUNT_WITHIN_AUTHORITY)
                : check().reason("/reason", reason)
                        .accept(() -> new DiscountApprovalRequested(
                                proposal.opportunityId(),
                                largestDiscount(lines),
                                authority.limitPercent(),
                                who.name(),
                                reason));
    }

    static Decision<QuotationEvent> decide(Quotation quotation, DecideDiscount decide, Who who) {
        return switch (quotation) {
            case PendingApproval pending -> decide(pending, decide, who);
            case Approved(var _, var _, var approval)
            when decide.approved() ->
                decide.reason() == null || decide.reason().equals(approval.reason())
                        ? unchanged()
                        : refused(DISCOUNT_ALREADY_APPROVED);
            case Draft _, Approved _ -> refused(DISCOUNT_NOT_PENDING);
            case Issued _ -> refused(QUOTATION_ALREADY_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> decide(PendingApproval pending, DecideDiscount decide, Who who) {
        var opportunity = pending.proposal().opportunityId();
        if (who.is(pending.request().requestedBy())) {
            return refused(DECIDER_IS_REQUESTER);
        }
        if (decide.approved()) {
            return accepted(new DiscountApproved(opportunity, who.name(), decide.reason()));
        }
        var reason = Objects.requireNonNullElse(decide.reason(), "");
        return check().reason("/reason", reason).accept(() -> new DiscountRefused(opportunity, who.name(), reason));
    }

    /** Of any line, zero where there is none. */
    private static BigDecimal largestDiscount(List<PricedLine> lines) {
        return lines.stream()
                .map(PricedLine::discountPercent)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}
