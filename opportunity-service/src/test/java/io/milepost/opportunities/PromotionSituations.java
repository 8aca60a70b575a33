package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.quote;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.promotion.Promotion.ApprovePromotion;
import io.milepost.opportunities.promotion.Promotion.Eligibility;
import io.milepost.opportunities.promotion.Promotion.EndPromotion;
import io.milepost.opportunities.promotion.Promotion.PlanPromotion;
import io.milepost.opportunities.promotion.Promotion.PromotionKind;
import io.milepost.opportunities.promotion.Promotion.PromotionScheme;
import io.milepost.opportunities.promotion.Promotion.RevisePromotion;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.ApplyPromotion;
import io.milepost.opportunities.quotation.Quotation.DecideDiscount;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.NameOfferCompetitors;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Promotions made over HTTP, and offers beside others. */
final class PromotionSituations {

    private PromotionSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(PlanPromotion.class, client -> new Situation(null, plan("5")))
                .accepted(
                        RevisePromotion.class,
                        client -> new Situation(
                                client.create(plan("5")),
                                new RevisePromotion(plan("6").scheme())))
                .accepted(ApprovePromotion.class, client -> new Situation(planned(client), new ApprovePromotion("go")))
                .accepted(EndPromotion.class, client -> {
                    var promotion = planned(client);
                    client.accept(promotion, new ApprovePromotion(null));
                    return new Situation(promotion, new EndPromotion("sold out"));
                })
                .accepted(
                        ApplyPromotion.class,
                        client -> new Situation(
                                client.create(quote(client, client.create(IDENTIFY), far())),
                                new ApplyPromotion(approved(client), null)))
                .accepted(
                        NameOfferCompetitors.class,
                        client -> new Situation(
                                client.create(quote(client, client.create(IDENTIFY), far())),
                                new NameOfferCompetitors(List.of(UUID.randomUUID()))))
                .refused("OTHER_QUOTATION_ACCEPTED", client -> {
                    var opportunity = client.create(IDENTIFY);
                    var offers = List.of(
                            client.create(quote(client, opportunity, far())),
                            client.create(quote(client, opportunity, far())));
                    offers.forEach(offer -> client.accept(offer, new IssueQuotation()));
                    client.accept(offers.getFirst(), new AcceptQuotation(null));
                    return new Situation(offers.getLast(), new AcceptQuotation(null));
                })
                .refused(
                        "DECIDER_MISSAID",
                        client -> new Situation(
                                OpportunitySituations.pending(client), new DecideDiscount(true, "go", null, "ann")))
                .refused(
                        "PROMOTION_NOT_VALID",
                        client -> new Situation(
                                client.create(quote(client, client.create(IDENTIFY), far())),
                                new ApplyPromotion(client.create(plan("5")), null)))
                .refused(
                        "PROMOTION_NOT_APPROVED",
                        client -> new Situation(client.create(plan("5")), new EndPromotion("sold out")));
    }

    private static UUID approved(SuiteClient client) {
        var promotion = planned(client);
        client.accept(promotion, new ApprovePromotion(null));
        return promotion;
    }

    private static PlanPromotion plan(String percent) {
        return new PlanPromotion(
                "Spring",
                "kim",
                new PromotionScheme(
                        PromotionKind.DISCOUNT,
                        new BigDecimal(percent),
                        null,
                        far().minusYears(4),
                        far(),
                        new Eligibility(List.of("GTX Pro"), List.of(), null)));
    }

    /** By somebody else than the usual caller. */
    private static UUID planned(SuiteClient client) {
        var token = SuiteParts.shared().issuer().tokenFor("author", SALES_REP);
        return UUID.fromString(client.send(null, plan("5"), Map.of("Authorization", "Bearer " + token))
                .json()
                .path("id")
                .asString());
    }
}
