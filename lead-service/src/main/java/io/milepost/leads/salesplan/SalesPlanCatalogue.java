package io.milepost.leads.salesplan;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.salesplan.SalesPlan.*;
import io.milepost.leads.salestarget.SalesTarget;
import io.milepost.leads.salestarget.SalesTargetCatalogue;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a sales plan, which belongs to whoever answers for its target. */
public final class SalesPlanCatalogue {

    public static final Catalogue<SalesPlan, Command, Event> SALES_PLAN = Catalogue.of(
                    "sales-plan", "sales-plans", SalesPlan.DECIDER)
            .creates(DraftSalesPlan.class, SalesPlan::draft, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(DraftSalesPlan.class, MemberCode.TAG, (_, _, draft) -> members(draft.outline()))
            .reads(
                    DraftSalesPlan.class,
                    () -> SalesTargetCatalogue.SALES_TARGET,
                    (_, draft) -> draft.targetId(),
                    Aim.class,
                    SalesPlanCatalogue::aim)
            .command(ReviseSalesPlan.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(ReviseSalesPlan.class, MemberCode.TAG, (_, _, revise) -> members(revise.outline()))
            .reads(
                    ReviseSalesPlan.class,
                    () -> SalesTargetCatalogue.SALES_TARGET,
                    (plan, _) -> targetOf(plan),
                    Aim.class,
                    SalesPlanCatalogue::aim)
            .command(ApproveSalesPlan.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .reads(
                    ApproveSalesPlan.class,
                    () -> SalesTargetCatalogue.SALES_TARGET,
                    (plan, _) -> targetOf(plan),
                    Aim.class,
                    SalesPlanCatalogue::aim)
            .event(SalesPlanDrafted.class, "sales-plan.drafted", 1)
            .event(SalesPlanRevised.class, "sales-plan.revised", 1)
            .event(SalesPlanApproved.class, "sales-plan.approved", 1)
            .ownedBy(SalesPlan::owner)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private SalesPlanCatalogue() {}

    private static List<String> members(Outline outline) {
        return MemberCode.spellings(outline.team().toArray(String[]::new));
    }

    private static UUID targetOf(@Nullable SalesPlan plan) {
        return Objects.requireNonNull(plan).targetId();
    }

    private static Aim aim(SalesTarget target) {
        var task = target.details().task();
        return new Aim(target.isApproved(), task.accountable(), task.to());
    }

    /**
     * What a read shows.
     *
     * @param status DRAFT or APPROVED, of the latest version
     * @param revisedFor the reason of the latest version; null for the first
     */
    public record View(
            String status,
            UUID targetId,
            String owner,
            int version,
            Outline outline,
            @Nullable String revisedFor,
            String writtenBy,
            @Nullable SalesPlanApproved approval) {
        static View of(SalesPlan plan) {
            return new View(
                    plan.approval() == null ? "DRAFT" : "APPROVED",
                    plan.targetId(),
                    plan.owner(),
                    plan.version(),
                    plan.outline(),
                    plan.reason(),
                    plan.writtenBy(),
                    plan.approval());
        }
    }
}
