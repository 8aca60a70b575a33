package io.milepost.leads.campaign;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.platform.decision.Checklist;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Evidence;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sales activity in the field: planned in detail, staffed, approved, made ready, run and reviewed.
 *
 * @param plan as planned or revised last
 * @param books what may be spent and has been
 * @param readiness what the site needs before it opens; it has items once the campaign is approved
 * @param advertisements in the order in which they were recorded
 * @param outcome as said last; null until then
 */
public record Campaign(
        CampaignPlanned planned,
        Plan plan,
        Stage stage,
        Books books,
        Checklist<ReadinessItem, ReadinessItemCompleted> readiness,
        List<AdvertisementIssued> advertisements,
        @Nullable CampaignOutcomeRecorded outcome,
        @Nullable CampaignReviewed review,
        @Nullable String cancellation) {
    static final Decider<Campaign, Command, CampaignEvent> DECIDER =
            new Decider<>(Running::decide, Campaign::begin, Campaign::evolve);

    /** How many advertisements one campaign keeps. */
    static final int MOST_ADVERTISEMENTS = 500;

    /** How many leads, visitors or orders one campaign can have led to. */
    static final int MOST_COUNTED = 1_000_000;

    /**
     * Plans a campaign.
     *
     * @param owner code of the member who is responsible for it
     */
    public record PlanCampaign(CampaignKind kind, String owner, Plan plan) {}

    /** What may be asked of a planned campaign. Nothing about customers' people belongs in its texts. */
    public sealed interface Command {}

    /** Plans it anew, as long as nobody has approved it. */
    public record ReviseCampaign(Plan plan) implements Command {}

    public record ApproveCampaign() implements Command {}

    /**
     * Something that the site needs is there.
     *
     * @param reference where the proof is kept, such as a photo or a delivery note
     */
    public record CompleteReadinessItem(
            ReadinessItem item, @Nullable String reference) implements Command {}

    /** The site opens without it, for a reason that stays on record with whoever gave it. */
    public record WaiveReadinessItem(
            ReadinessItem item, @Limit(Limit.NOTE) String reason) implements Command {}

    /** All that the site needs is there or waived: it may open. */
    public record ConfirmSiteReadiness() implements Command {}

    public record StartCampaign() implements Command {}

    /**
     * Records an advertisement, which the company alone issues.
     *
     * @param outlet the station, paper or site
     * @param on the day on which it appeared or will appear
     */
    public record IssueAdvertisement(
            Issuer issuer,
            Medium medium,
            String outlet,
            @Limit(Limit.NOTE) String message,
            LocalDate on) implements Command {}

    /**
     * Books money that was spent on the campaign; what does not fit waits until the budget is changed.
     *
     * @param receipt number of the voucher, which is booked once in whatever spelling
     */
    public record RecordSpending(
            String receipt,
            Money amount,
            LocalDate spentOn,
            @Limit(Limit.NOTE) String purpose) implements Command {}

    /** Takes spending back, so that its receipt may be booked anew. */
    public record ReverseSpending(
            String receipt, @Limit(Limit.NOTE) String reason) implements Command {}

    /** In the same currency, and never below what has been spent. */
    public record ChangeBudget(
            Money budget, @Limit(Limit.NOTE) String reason) implements Command {}

    /** What it led to so far; said again, it replaces what was said before. */
    public record RecordOutcome(int visitors, int leads, int orders) implements Command {}

    public record CompleteCampaign() implements Command {}

    /** What was good and bad about it. */
    public record ReviewCampaign(
            @Limit(Limit.NOTE) String findings,
            @Nullable @Limit(Limit.NOTE) String lessons) implements Command {}

    public record CancelCampaign(@Limit(Limit.NOTE) String reason) implements Command {}

    public enum No implements Refusal {
        OWNER_UNKNOWN(state("no team member has the code of the owner, or the one that had it has left")),
        SEGMENT_UNKNOWN(state("no market segment has this code")),
        CAMPAIGN_NOT_APPROVED(state("the campaign is not approved")),
        CAMPAIGN_APPROVED(state("the plan of an approved campaign stands")),
        SITE_NOT_READY(state("a campaign cannot start before its site is confirmed ready")),
        CAMPAIGN_NOT_STARTED(state("the campaign has not been started")),
        CAMPAIGN_COMPLETED(state("the campaign is completed")),
        CAMPAIGN_NOT_COMPLETED(state("only a completed campaign is reviewed")),
        CAMPAIGN_REVIEWED(state("the campaign is reviewed, and so are its books")),
        CAMPAIGN_CANCELLED(state("the campaign is cancelled")),
        OUTCOME_MISSING(state("a campaign is completed with an outcome")),
        ADVERTISEMENTS_FULL(state("the campaign holds as many advertisements as it can")),
        RECEIPT_ALREADY_BOOKED(state("this receipt has been booked, with other data")),
        RECEIPT_UNKNOWN(state("nothing is booked with this receipt")),
        SPENDING_FULL(state("the campaign holds as many receipts as it can")),
        PERIOD_REVERSED(rule("a campaign cannot end before it begins")),
        STAFF_MISSING(rule("a campaign and each of its activities need at least one member")),
        STAFF_NOT_ASSIGNED(rule("whoever works in an activity is assigned to the campaign")),
        ACTIVITIES_MISSING(rule("a plan has at least one activity")),
        ACTIVITY_OUTSIDE(rule("an activity lies within the days of its campaign")),
        ITEM_NOT_NEEDED(rule("a campaign of this kind does not need the item")),
        ISSUER_NOT_COMPANY(rule("advertising is issued by the company alone, not by a site or a team")),
        SPENDING_NOT_POSITIVE(rule("spending must be more than nothing")),
        BUDGET_EXCEEDED(rule("the amount is more than what is left of the budget")),
        BUDGET_BELOW_SPENDING(rule("a budget cannot be less than what has been spent")),
        BUDGET_CURRENCY_CHANGED(rule("a budget keeps its currency, and is spent in it")),
        COUNT_IMPLAUSIBLE(rule("a count is from 0 to 1000000"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Who issues an advertisement. */
    public enum Issuer {
        COMPANY,
        SITE,
        TEAM
    }

    public enum Medium {
        TV,
        RADIO,
        PRESS,
        WEB
    }

    /** Where a campaign stands. */
    public enum Stage {
        PLANNED,
        APPROVED,
        READY,
        RUNNING,
        COMPLETED,
        REVIEWED,
        CANCELLED
    }

    public Campaign {
        advertisements = List.copyOf(advertisements);
    }

    static Campaign begin(CampaignEvent first) {
        var planned = (CampaignPlanned) first;
        return planned(planned, planned.plan());
    }

    private static Campaign planned(CampaignPlanned planned, Plan plan) {
        return new Campaign(
                planned,
                plan,
                Stage.PLANNED,
                new Books(plan.budget(), List.of()),
                Checklist.of(List.of(), List.of()),
                List.of(),
                null,
                null,
                null);
    }

    static Campaign evolve(Campaign campaign, CampaignEvent event) {
        return switch (event) {
            case CampaignPlanned _, SiteReadinessBlocked _ -> campaign;
            case CampaignRevised(var plan) -> planned(campaign.planned, plan);
            case CampaignApproved approved ->
                campaign.at(Stage.APPROVED).with(Checklist.of(approved.needs(), ReadinessItem.WAIVABLE));
            case ReadinessItemCompleted done ->
                campaign.with(campaign.readiness.withDone(done.item(), Evidence.word(done.reference()), done));
            case ReadinessItemWaived(var item, var reason, var by) ->
                campaign.with(campaign.readiness.withWaived(item, reason, by));
            case SiteReadinessConfirmed(var on) -> campaign.at(Stage.READY).with(campaign.readiness.withClosed(on));
            case CampaignStarted _ -> campaign.at(Stage.RUNNING);
            case AdvertisementIssued advertisement ->
                campaign.with(
                        campaign.books,
                        Stream.concat(campaign.advertisements.stream(), Stream.of(advertisement))
                                .toList());
            case CampaignSpendingRecorded spent -> campaign.with(campaign.books.with(spent), campaign.advertisements);
            case CampaignSpendingReversed(var receipt, var reason) ->
                campaign.with(campaign.books.without(receipt, reason), campaign.advertisements);
            case CampaignBudgetChanged changed ->
                campaign.with(new Books(changed.budget(), campaign.books.entries()), campaign.advertisements);
            case CampaignOutcomeRecorded outcome -> campaign.with(campaign.stage, outcome, campaign.review, null);
            case CampaignCompleted _ -> campaign.at(Stage.COMPLETED);
            case CampaignReviewed review -> campaign.with(Stage.REVIEWED, campaign.outcome, review, null);
            case CampaignCancelled(var reason) ->
                campaign.with(Stage.CANCELLED, campaign.outcome, campaign.review, reason);
        };
    }

    /** Whether it has been started, and not cancelled. */
    public boolean hasStarted() {
        return stage == Stage.RUNNING || stage == Stage.COMPLETED || stage == Stage.REVIEWED;
    }

    private Campaign at(Stage next) {
        return with(next, outcome, review, cancellation);
    }

    private Campaign with(Checklist<ReadinessItem, ReadinessItemCompleted> changed) {
        return new Campaign(planned, plan, stage, books, changed, advertisements, outcome, review, cancellation);
    }

    private Campaign with(Books changed, List<AdvertisementIssued> issued) {
        return new Campaign(planned, plan, stage, changed, readiness, issued, outcome, review, cancellation);
    }

    private Campaign with(
            Stage next,
            @Nullable CampaignOutcomeRecorded result,
            @Nullable CampaignReviewed reviewed,
            @Nullable String cancelled) {
        return new Campaign(planned, plan, next, books, readiness, advertisements, result, reviewed, cancelled);
    }
}
