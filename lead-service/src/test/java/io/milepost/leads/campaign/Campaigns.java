package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.leads.campaign.Plan.Activity;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Campaigns as they stand at each stage. */
final class Campaigns {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final UUID KIM = new UUID(1, 1);
    static final Money BUDGET = Money.of("1000.00", "USD");
    static final Plan PLAN = plan(List.of("kim", "lee"), activity(TODAY, "kim"), activity(TODAY.plusDays(1), "Lee "));
    static final CampaignOutcomeRecorded OUTCOME = new CampaignOutcomeRecorded(300, 20, 2, Money.of("0.00", "USD"));
    static final CampaignReviewed REVIEWED =
            new CampaignReviewed("good place", "come earlier", Money.of("0.00", "USD"), "ANN");

    static final Scenario<Campaign, Command, CampaignEvent> NOTHING = Scenario.of(CAMPAIGN);

    private Campaigns() {}

    static Scenario<Campaign, Command, CampaignEvent> planned(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return nothing.given(new CampaignPlanned(CampaignKind.EXHIBITION, "kim", PLAN));
    }

    static Scenario<Campaign, Command, CampaignEvent> approved(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return planned(nothing).given(new CampaignApproved(List.of(ReadinessItem.values()), "ANN", TODAY));
    }

    static Scenario<Campaign, Command, CampaignEvent> ready(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return approved(nothing)
                .given(Arrays.stream(ReadinessItem.values())
                        .map(item -> new ReadinessItemCompleted(item, null))
                        .toArray(CampaignEvent[]::new))
                .given(new SiteReadinessConfirmed(TODAY));
    }

    static Scenario<Campaign, Command, CampaignEvent> running(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return ready(nothing).given(new CampaignStarted(TODAY));
    }

    static Scenario<Campaign, Command, CampaignEvent> completed(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return running(nothing).given(OUTCOME, new CampaignCompleted(TODAY));
    }

    static Scenario<Campaign, Command, CampaignEvent> reviewed(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return completed(nothing).given(REVIEWED);
    }

    static Scenario<Campaign, Command, CampaignEvent> cancelled(Scenario<Campaign, Command, CampaignEvent> nothing) {
        return approved(nothing).given(new CampaignCancelled("rain"));
    }

    static Plan plan(List<String> staff, Activity... activities) {
        return new Plan("Spring fair", null, TODAY, TODAY.plusDays(2), "Harbour", BUDGET, staff, List.of(activities));
    }

    static Activity activity(LocalDate on, String... staff) {
        return new Activity("stand", on, "hall 3", List.of(staff));
    }
}
