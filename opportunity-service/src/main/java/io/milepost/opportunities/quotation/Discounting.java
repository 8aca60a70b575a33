package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.quotation.Grounds.Binding;
import io.milepost.opportunities.quotation.Proposal.Concern;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gate G11: a discount beyond the seller's limit needs the approval of somebody else, whose limit covers it, before the quotation is
 * issued. The limits are those of the sales process that binds the deal; of the standard one where the deal is not known. An
 * import repeats the approval that was given, by whom it was given and whatever they might give.
 */
final class Discounting {

    private Discounting() {}

    /**
     * Whether the seller may give the discounts of an offer alone; a price below the one of the cited list is as much a discount as one
     * that is called so. A price that raises a concern is nobody's to give alone; an import repeats what was decided elsewhere.
     */
    static boolean covers(Proposal proposal, Occasion occasion) {
        return isWithin(limits(occasion), Approver.SELLER, largestReduction(proposal))
                && (!occasion.who().bound()
                        || proposal.terms().lines().stream().allMatch(line -> line.concerns() == null));
    }

    static Decision<QuotationEvent> request(Quotation quotation, String reason, Occasion occasion) {
        return switch (quotation) {
            case Draft(var proposal) -> request(proposal, reason, occasion);
            case PendingApproval(var _, var request) ->
                request.reason().equals(reason) ? unchanged() : refused(DISCOUNT_PENDING);
            case Approved(var _, var request, var _) ->
                request.reason().equals(reason) ? unchanged() : refused(DISCOUNT_ALREADY_APPROVED);
            case Issued _ -> refused(QUOTATION_ALREADY_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> request(Proposal proposal, String reason, Occasion occasion) {
        return covers(proposal, occasion)
                ? refused(DISCOUNT_WITHIN_AUTHORITY)
                : check().reason("/reason", reason)
                        .accept(() -> new DiscountApprovalRequested(
                                proposal.opportunityId(),
                                largestReduction(proposal),
                                limitOf(limits(occasion), Approver.SELLER),
                                occasion.who().name(),
                                reason));
    }

    static Decision<QuotationEvent> decide(Quotation quotation, DecideDiscount decide, Occasion occasion) {
        return switch (quotation) {
            case PendingApproval pending -> decide(pending, decide, occasion);
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

    private static Decision<QuotationEvent> decide(PendingApproval pending, DecideDiscount decide, Occasion occasion) {
        var opportunity = pending.proposal().opportunityId();
        var request = pending.request();
        var who = occasion.who();
        var by = Objects.requireNonNullElse(decide.decidedBy(), who.name());
        if (who.bound() == (decide.decidedBy() != null) || by.isBlank()) {
            return refusedAt("/decidedBy", DECIDER_MISSAID);
        }
        if (who.bound() ? who.is(request.requestedBy()) : Codes.same(by, request.requestedBy())) {
            return refused(DECIDER_IS_REQUESTER);
        }
        if (decide.approved()) {
            return !who.bound() || mayGive(decide.as(), pending, limits(occasion))
                    ? accepted(new DiscountApproved(opportunity, by, decide.reason()))
                    : refusedAt("/as", DISCOUNT_BEYOND_APPROVER);
        }
        var reason = Objects.requireNonNullElse(decide.reason(), "");
        return check().reason("/reason", reason).accept(() -> new DiscountRefused(opportunity, by, reason));
    }

    /** Whoever does not say as whom may be any of those who have the command, so each of them must be allowed. What is below cost finance alone may give. */
    private static boolean mayGive(@Nullable Approver as, PendingApproval pending, List<DiscountLimit> limits) {
        var percent = pending.request().discountPercent();
        var belowCost = pending.proposal().terms().lines().stream().anyMatch(line -> line.raises(Concern.BELOW_COST));
        if (belowCost && as != Approver.FINANCE) {
            return false;
        }
        return as == null
                ? isWithin(limits, Approver.SALES_MANAGER, percent) && isWithin(limits, Approver.FINANCE, percent)
                : isWithin(limits, as, percent);
    }

    private static boolean isWithin(List<DiscountLimit> limits, Approver approver, BigDecimal percent) {
        return percent.compareTo(limitOf(limits, approver)) <= 0;
    }

    private static BigDecimal limitOf(List<DiscountLimit> limits, Approver approver) {
        return limits.stream()
                .filter(limit -> limit.by() == approver)
                .map(DiscountLimit::upToPercent)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static List<DiscountLimit> limits(Occasion occasion) {
        return occasion.read(Binding.class).map(Binding::discountLimits).orElseGet(SalesProcesses::standardLimits);
    }

    /** Of any line, zero where there is none. */
    private static BigDecimal largestReduction(Proposal proposal) {
        return proposal.terms().lines().stream()
                .map(line -> Promoting.reduction(proposal, line))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}
