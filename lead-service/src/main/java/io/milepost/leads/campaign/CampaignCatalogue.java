package io.milepost.leads.campaign;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.leads.kernel.Duties;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.kernel.Staff;
import io.milepost.leads.kernel.StaffRefusal;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Checklist;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Waiver;
import io.milepost.platform.value.Evidence;
import io.milepost.platform.value.Money;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The campaign's commands and events. Sellers report what is done; managers plan, approve, waive, start, end and review. */
public final class CampaignCatalogue {
    private static final String CREW = "the owner and the staff of the campaign, or a sales manager";

    public static final Catalogue<Campaign, Command, CampaignEvent> CAMPAIGN = Catalogue.of(
                    "campaign", "campaigns", Campaign.DECIDER)
            .creates(PlanCampaign.class, Planning::plan, SALES_MANAGER, IMPORTER)
            .claims(
                    PlanCampaign.class,
                    MemberCode.TAG,
                    (_, _, plan) -> Staff.spellings(Stream.concat(Stream.of(plan.owner()), plan.plan().staff().stream())
                            .toList()))
            .claims(
                    PlanCampaign.class,
                    SegmentCode.TAG,
                    (_, _, plan) -> SegmentCode.claimed(plan.plan().segment()))
            .command(ReviseCampaign.class, SALES_MANAGER)
            .claims(
                    ReviseCampaign.class,
                    MemberCode.TAG,
                    (_, _, revise) -> Staff.spellings(revise.plan().staff()))
            .claims(
                    ReviseCampaign.class,
                    SegmentCode.TAG,
                    (_, _, revise) -> SegmentCode.claimed(revise.plan().segment()))
            .command(ApproveCampaign.class, SALES_MANAGER, IMPORTER)
            .command(CompleteReadinessItem.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(CompleteReadinessItem.class, CREW, CampaignCatalogue::crew)
            .command(WaiveReadinessItem.class, SALES_MANAGER)
            .command(ConfirmSiteReadiness.class, SALES_MANAGER, IMPORTER)
            .command(StartCampaign.class, SALES_MANAGER, IMPORTER)
            .command(IssueAdvertisement.class, SALES_MANAGER, IMPORTER)
            .command(RecordSpending.class, SALES_REP, SALES_MANAGER, FINANCE, IMPORTER)
            .command(ReverseSpending.class, SALES_MANAGER, FINANCE)
            .command(ChangeBudget.class, SALES_MANAGER)
            .command(RecordOutcome.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(RecordOutcome.class, CREW, CampaignCatalogue::crew)
            .command(CompleteCampaign.class, SALES_MANAGER, IMPORTER)
            .command(ReviewCampaign.class, SALES_MANAGER, IMPORTER)
            .command(CancelCampaign.class, SALES_MANAGER)
            .event(CampaignPlanned.class, "campaign.planned", 1)
            .event(CampaignRevised.class, "campaign.revised", 1)
            .event(CampaignApproved.class, "campaign.approved", 1)
            .event(ReadinessItemCompleted.class, "campaign.readiness-item-completed", 1)
            .event(ReadinessItemWaived.class, "campaign.readiness-item-waived", 1)
            .event(SiteReadinessConfirmed.class, "campaign.site-readiness-confirmed", 1)
            .event(SiteReadinessBlocked.class, "campaign.site-readiness-blocked", 1)
            .event(CampaignStarted.class, "campaign.started", 1)
            .event(AdvertisementIssued.class, "campaign.advertisement-issued", 1)
            .event(CampaignSpendingRecorded.class, "campaign.spending-recorded", 1)
            .event(CampaignSpendingReversed.class, "campaign.spending-reversed", 1)
            .event(CampaignBudgetChanged.class, "campaign.budget-changed", 1)
            .event(CampaignOutcomeRecorded.class, "campaign.outcome-recorded", 1)
            .event(CampaignCompleted.class, "campaign.completed", 1)
            .event(CampaignReviewed.class, "campaign.reviewed", 1)
            .event(CampaignCancelled.class, "campaign.cancelled", 1)
            .ownedBy(campaign -> campaign.planned().owner())
            .refusals(Checklist.No.class)
            .refusals(StaffRefusal.class)
            .refusals(
                    No.class,
                    TEXT_MISSING,
                    REASON_MISSING,
                    OWNER_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    AMOUNT_NEGATIVE)
            .view(View.class, View::of);

    private CampaignCatalogue() {}

    private static Collection<String> crew(@Nullable Campaign campaign, Occasion occasion) {
        return campaign == null
                ? List.of()
                : Duties.orManager(
                        Stream.concat(Stream.of(campaign.planned().owner()), campaign.plan().staff().stream())
                                .toList(),
                        occasion);
    }

    /**
     * What a read shows.
     *
     * @param status PLANNED, APPROVED, READY, RUNNING, COMPLETED, REVIEWED or CANCELLED
     * @param money what may be spent now, has been, and is left
     */
    public record View(
            String status,
            CampaignKind kind,
            String owner,
            Plan plan,
            Figures money,
            List<Books.Entry> spending,
            List<ItemView> readiness,
            List<AdvertisementIssued> advertisements,
            @Nullable CampaignOutcomeRecorded outcome,
            @Nullable CampaignReviewed review,
            @Nullable String cancellation) {
        static View of(Campaign campaign) {
            var books = campaign.books();
            var checklist = campaign.readiness();
            return new View(
                    campaign.stage().name(),
                    campaign.planned().kind(),
                    campaign.planned().owner(),
                    campaign.plan(),
                    new Figures(books.budget(), books.spent(), books.left()),
                    books.entries(),
                    checklist.items().stream()
                            .map(item -> ItemView.of(checklist, item))
                            .toList(),
                    campaign.advertisements(),
                    campaign.outcome(),
                    campaign.review(),
                    campaign.cancellation());
        }
    }

    public record Figures(Money budget, Money spent, Money left) {}

    /**
     * One thing that the site needs.
     *
     * @param status OPEN, DONE or WAIVED
     * @param evidence what shows that it is there
     */
    public record ItemView(
            ReadinessItem item,
            String status,
            @Nullable Evidence evidence,
            @Nullable Waiver waiver) {
        private static ItemView of(Checklist<ReadinessItem, ReadinessItemCompleted> checklist, ReadinessItem item) {
            return new ItemView(
                    item,
                    checklist.statusOf(item),
                    checklist.evidence(item).orElse(null),
                    checklist.waiver(item).orElse(null));
        }
    }
}
