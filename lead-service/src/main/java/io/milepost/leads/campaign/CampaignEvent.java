package io.milepost.leads.campaign;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a campaign, refusals on record included. */
public sealed interface CampaignEvent {

    record CampaignPlanned(CampaignKind kind, String owner, Plan plan) implements CampaignEvent {}

    record CampaignRevised(Plan plan) implements CampaignEvent {}

    /** {@code needs} is what its site has to have before it opens. */
    record CampaignApproved(List<ReadinessItem> needs, String approvedBy, LocalDate approvedOn)
            implements CampaignEvent {
        public CampaignApproved {
            needs = List.copyOf(needs);
        }
    }

    record ReadinessItemCompleted(
            ReadinessItem item, @Nullable String reference) implements CampaignEvent {}

    /** {@code approvedBy} is whoever waived it, in one of the roles that may. */
    record ReadinessItemWaived(ReadinessItem item, String reason, String approvedBy) implements CampaignEvent {}

    record SiteReadinessConfirmed(LocalDate on) implements CampaignEvent {}

    /** On record: somebody tried to confirm a site while these items are open. */
    record SiteReadinessBlocked(List<ReadinessItem> open) implements CampaignEvent {
        public SiteReadinessBlocked {
            open = List.copyOf(open);
        }
    }

    record CampaignStarted(LocalDate on) implements CampaignEvent {}

    record AdvertisementIssued(Medium medium, String outlet, String message, LocalDate on) implements CampaignEvent {}

    record CampaignSpendingRecorded(String receipt, Money amount, LocalDate spentOn, String purpose, String recordedBy)
            implements CampaignEvent {}

    record CampaignSpendingReversed(String receipt, String reason) implements CampaignEvent {}

    record CampaignBudgetChanged(Money budget, String reason, String changedBy) implements CampaignEvent {}

    /** {@code cost} is what had been spent by then. */
    record CampaignOutcomeRecorded(int visitors, int leads, int orders, Money cost) implements CampaignEvent {}

    record CampaignCompleted(LocalDate on) implements CampaignEvent {}

    /** {@code cost} is what had been spent by then, with which the books are closed. */
    record CampaignReviewed(String findings, @Nullable String lessons, Money cost, String reviewedBy)
            implements CampaignEvent {}

    record CampaignCancelled(String reason) implements CampaignEvent {}
}
