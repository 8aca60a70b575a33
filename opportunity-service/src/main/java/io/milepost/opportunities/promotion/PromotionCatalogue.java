package io.milepost.opportunities.promotion;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.promotion.Promotion.*;
import io.milepost.platform.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

/** The promotion's commands and events; whoever sells may know of it. */
public final class PromotionCatalogue {

    public static final Catalogue<Promotion, Command, Event> PROMOTION = Catalogue.of(
                    "promotion", "promotions", Promotion.DECIDER)
            .creates(PlanPromotion.class, Promotion::plan, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RevisePromotion.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ApprovePromotion.class, SALES_MANAGER, FINANCE, IMPORTER)
            .command(EndPromotion.class, SALES_MANAGER, FINANCE, IMPORTER)
            .event(PromotionPlanned.class, "promotion.planned", 1)
            .event(PromotionRevised.class, "promotion.revised", 1)
            .event(PromotionApproved.class, "promotion.approved", 1)
            .event(PromotionEnded.class, "promotion.ended", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, OWNER_MISSING, DAY_IMPLAUSIBLE, AMOUNT_NEGATIVE)
            .view(View.class, View::of);

    private PromotionCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status PLANNED, APPROVED or ENDED; it is given from its first to its last day only
     */
    public record View(
            String status,
            String name,
            String owner,
            PromotionScheme scheme,
            @Nullable PromotionApproved approval,
            @Nullable PromotionEnded end) {
        static View of(Promotion promotion) {
            var planned = promotion.planned();
            var status = promotion.end() != null ? "ENDED" : promotion.approval() != null ? "APPROVED" : "PLANNED";
            return new View(
                    status, planned.name(), planned.owner(), planned.scheme(), promotion.approval(), promotion.end());
        }
    }
}
