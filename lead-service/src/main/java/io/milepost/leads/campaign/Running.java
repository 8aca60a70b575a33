package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.Campaign.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.function.Supplier;

/** How a campaign goes from its approval to its review. Its site opens, and it starts, only when all that it needs is there. */
final class Running {

    private Running() {}

    static Decision<CampaignEvent> decide(Campaign campaign, Command command, Occasion occasion) {
        var books = campaign.books();
        return switch (command) {
            case ReviseCampaign(var plan) -> Planning.revise(campaign, plan, occasion);
            case ApproveCampaign _ -> approve(campaign, occasion);
            case CompleteReadinessItem complete -> ready(campaign, () -> complete(campaign, complete));
            case WaiveReadinessItem waive -> ready(campaign, () -> waive(campaign, waive, occasion));
            case ConfirmSiteReadiness _ ->
                ready(
                        campaign,
                        () -> campaign.readiness()
                                .close(() -> new SiteReadinessConfirmed(occasion.today()), SiteReadinessBlocked::new));
            case StartCampaign _ -> start(campaign, occasion);
            case IssueAdvertisement issue -> advertise(campaign, issue, occasion);
            case RecordSpending spend -> spend(campaign, () -> books.book(spend, occasion));
            case ReverseSpending(var receipt, var reason) -> spend(campaign, () -> books.reverse(receipt, reason));
            case ChangeBudget(var budget, var reason) ->
                spend(
                        campaign,
                        () -> books.change(budget, reason, occasion.who().name()));
            case RecordOutcome outcome -> record(campaign, outcome);
            case CompleteCampaign _ -> complete(campaign, occasion);
            case ReviewCampaign review -> review(campaign, review, occasion);
            case CancelCampaign(var reason) -> cancel(campaign, reason);
        };
    }

    private static Decision<CampaignEvent> approve(Campaign campaign, Occasion occasion) {
        return switch (campaign.stage()) {
            case PLANNED ->
                accepted(new CampaignApproved(
                        campaign.planned().kind().needs(), occasion.who().name(), occasion.today()));
            case APPROVED, READY, RUNNING, COMPLETED, REVIEWED -> unchanged();
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    /** The checklist itself knows when it is closed. */
    private static Decision<CampaignEvent> ready(Campaign campaign, Supplier<Decision<CampaignEvent>> decision) {
        return switch (campaign.stage()) {
            case PLANNED -> refused(CAMPAIGN_NOT_APPROVED);
            case APPROVED, READY, RUNNING, COMPLETED, REVIEWED -> decision.get();
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    private static Decision<CampaignEvent> complete(Campaign campaign, CompleteReadinessItem complete) {
        var item = complete.item();
        return check().text("/reference", complete.reference())
                .that(campaign.readiness().items().contains(item), "/item", ITEM_NOT_NEEDED)
                .then(() ->
                        campaign.readiness().tickOnce(item, new ReadinessItemCompleted(item, complete.reference())));
    }

    private static Decision<CampaignEvent> waive(Campaign campaign, WaiveReadinessItem waive, Occasion occasion) {
        var item = waive.item();
        var reason = waive.reason();
        return check().that(campaign.readiness().items().contains(item), "/item", ITEM_NOT_NEEDED)
                .then(() -> campaign.readiness()
                        .waive(
                                item,
                                reason,
                                () -> new ReadinessItemWaived(
                                        item, reason, occasion.who().name())));
    }

    private static Decision<CampaignEvent> start(Campaign campaign, Occasion occasion) {
        return switch (campaign.stage()) {
            case PLANNED -> refused(CAMPAIGN_NOT_APPROVED);
            case APPROVED -> refused(SITE_NOT_READY);
            case READY -> accepted(new CampaignStarted(occasion.today()));
            case RUNNING -> unchanged();
            case COMPLETED, REVIEWED -> refused(CAMPAIGN_COMPLETED);
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    private static Decision<CampaignEvent> advertise(Campaign campaign, IssueAdvertisement issue, Occasion occasion) {
        var issued = new AdvertisementIssued(issue.medium(), issue.outlet(), issue.message(), issue.on());
        return switch (campaign.stage()) {
            case PLANNED -> refused(CAMPAIGN_NOT_APPROVED);
            case APPROVED, READY, RUNNING ->
                check().that(issue.issuer() == Issuer.COMPANY, "/issuer", ISSUER_NOT_COMPANY)
                        .text("/outlet", issue.outlet())
                        .text("/message", issue.message())
                        .within(NEAR, "/on", issue.on(), occasion.today())
                        .then(() -> {
                            if (campaign.advertisements().contains(issued)) {
                                return unchanged();
                            }
                            return campaign.advertisements().size() < Campaign.MOST_ADVERTISEMENTS
                                    ? accepted(issued)
                                    : refused(ADVERTISEMENTS_FULL);
                        });
            case COMPLETED, REVIEWED -> refused(CAMPAIGN_COMPLETED);
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    /** Receipts come late: the books are open until the review. */
    private static Decision<CampaignEvent> spend(Campaign campaign, Supplier<Decision<CampaignEvent>> decision) {
        return switch (campaign.stage()) {
            case PLANNED -> refused(CAMPAIGN_NOT_APPROVED);
            case APPROVED, READY, RUNNING, COMPLETED -> decision.get();
            case REVIEWED -> refused(CAMPAIGN_REVIEWED);
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    private static Decision<CampaignEvent> record(Campaign campaign, RecordOutcome record) {
        return switch (campaign.stage()) {
            case PLANNED, APPROVED, READY -> refused(CAMPAIGN_NOT_STARTED);
            case RUNNING, COMPLETED -> {
                var outcome = new CampaignOutcomeRecorded(
                        record.visitors(),
                        record.leads(),
                        record.orders(),
                        campaign.books().spent());
                yield outcome.equals(campaign.outcome())
                        ? unchanged()
                        : check().that(isCount(record.visitors()), "/visitors", COUNT_IMPLAUSIBLE)
                                .that(isCount(record.leads()), "/leads", COUNT_IMPLAUSIBLE)
                                .that(isCount(record.orders()), "/orders", COUNT_IMPLAUSIBLE)
                                .accept(() -> outcome);
            }
            case REVIEWED -> refused(CAMPAIGN_REVIEWED);
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    private static boolean isCount(int number) {
        return number >= 0 && number <= Campaign.MOST_COUNTED;
    }

    private static Decision<CampaignEvent> complete(Campaign campaign, Occasion occasion) {
        return switch (campaign.stage()) {
            case PLANNED, APPROVED, READY -> refused(CAMPAIGN_NOT_STARTED);
            case RUNNING ->
                campaign.outcome() == null
                        ? refused(OUTCOME_MISSING)
                        : accepted(new CampaignCompleted(occasion.today()));
            case COMPLETED, REVIEWED -> unchanged();
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    private static Decision<CampaignEvent> review(Campaign campaign, ReviewCampaign review, Occasion occasion) {
        return switch (campaign.stage()) {
            case PLANNED, APPROVED, READY, RUNNING -> refused(CAMPAIGN_NOT_COMPLETED);
            case COMPLETED ->
                check().text("/findings", review.findings())
                        .text("/lessons", review.lessons())
                        .accept(() -> new CampaignReviewed(
                                review.findings(),
                                review.lessons(),
                                campaign.books().spent(),
                                occasion.who().name()));
            case REVIEWED -> says(campaign, review) ? unchanged() : refused(CAMPAIGN_REVIEWED);
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    private static boolean says(Campaign campaign, ReviewCampaign review) {
        var said = campaign.review();
        return said != null && review.equals(new ReviewCampaign(said.findings(), said.lessons()));
    }

    private static Decision<CampaignEvent> cancel(Campaign campaign, String reason) {
        return switch (campaign.stage()) {
            case PLANNED, APPROVED, READY, RUNNING, COMPLETED ->
                check().reason("/reason", reason).accept(() -> new CampaignCancelled(reason));
            case REVIEWED -> refused(CAMPAIGN_REVIEWED);
            case CANCELLED -> reason.equals(campaign.cancellation()) ? unchanged() : refused(CAMPAIGN_CANCELLED);
        };
    }
}
