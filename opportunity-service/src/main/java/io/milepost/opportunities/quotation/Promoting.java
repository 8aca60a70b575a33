package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.PromotionGrant;
import io.milepost.opportunities.quotation.Proposal.PricedLine;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** What an offer rests on besides lines and terms: a promotion that it applies, and the competitors it is made against. */
final class Promoting {

    private Promoting() {}

    /** To a draft, as it stands: whatever is offered anew is looked at anew. */
    static Decision<QuotationEvent> apply(Quotation quotation, ApplyPromotion apply, Occasion occasion) {
        return switch (quotation) {
            case Draft(var proposal) -> apply(proposal, apply, occasion);
            case PendingApproval _, Approved _ -> refused(DISCOUNT_PENDING);
            case Issued _ -> refused(QUOTATION_ALREADY_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> apply(Proposal proposal, ApplyPromotion apply, Occasion occasion) {
        var grant = occasion.read(PromotionGrant.class).orElse(null);
        if (grant == null || !grant.isGivenOn(occasion.today())) {
            return refusedAt("/promotionId", PROMOTION_NOT_VALID);
        }
        var terms = proposal.terms();
        var products = terms.lines().stream().map(PricedLine::product).toList();
        var applied = new PromotionApplied(
                proposal.opportunityId(),
                apply.promotionId(),
                apply.segment(),
                grant.percent(),
                grant.benefit(),
                products.stream().filter(grant::covers).toList());
        return check().that(
                        grant.isFor(products, apply.segment(), terms.value()), "/promotionId", PROMOTION_NOT_ELIGIBLE)
                .then(() -> applied.equals(proposal.promotion()) ? unchanged() : accepted(applied));
    }

    /** Whether the promotion that is applied, if any, is still given when the customer gets the offer. */
    static boolean holds(Proposal proposal, Occasion occasion) {
        return proposal.promotion() == null
                || !occasion.who().bound()
                || occasion.read(PromotionGrant.class)
                        .filter(grant -> grant.isGivenOn(occasion.today()))
                        .isPresent();
    }

    /** What a line takes off beyond what the promotion gives to everybody. */
    static BigDecimal reduction(Proposal proposal, PricedLine line) {
        var promotion = proposal.promotion();
        return promotion == null
                        || promotion.percent() == null
                        || promotion.products().stream().noneMatch(code -> Codes.same(code, line.product()))
                ? line.reduction()
                : line.reduction().subtract(promotion.percent()).max(BigDecimal.ZERO);
    }

    static Decision<QuotationEvent> name(Quotation quotation, List<UUID> competitors) {
        return switch (quotation) {
            case Unissued _, Issued _ ->
                check().that(
                                new HashSet<>(competitors).size() == competitors.size(),
                                "/competitorIds",
                                COMPETITOR_REPEATED)
                        .then(() -> competitors.equals(quotation.proposal().competitors())
                                ? unchanged()
                                : accepted(new OfferCompetitorsNamed(
                                        quotation.proposal().opportunityId(), competitors)));
            case Ended ended -> refused(ended.reason());
        };
    }
}
