package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.Campaign.No.*;
import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;
import static io.milepost.leads.campaign.Campaigns.*;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignCatalogue.Figures;
import io.milepost.leads.campaign.CampaignCatalogue.ItemView;
import io.milepost.leads.campaign.CampaignCatalogue.View;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.Waiver;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Evidence;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A campaign from its approval to its review or cancellation. */
class CampaignTest {
    private static final Set<Refusal> ALSO_HERE = Set.of(
            CAMPAIGN_NOT_APPROVED,
            CAMPAIGN_REVIEWED,
            CAMPAIGN_CANCELLED,
            TEXT_MISSING,
            REASON_MISSING,
            DAY_IMPLAUSIBLE);
    private static final List<Refusal> ELSEWHERE = Stream.concat(
                    CampaignPlanTest.REFUSALS.stream(), CampaignSpendingTest.REFUSALS.stream())
            .filter(refusal -> !ALSO_HERE.contains(refusal))
            .toList();
    private static final ReachedRefusals REACHED = ReachedRefusals.without(CAMPAIGN, ELSEWHERE);
    private static final Scenario<Campaign, Command, CampaignEvent> NEW = NOTHING.recording(REACHED);
    private static final IssueAdvertisement SPOT = spot(Issuer.COMPANY, Medium.RADIO);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-010: a campaign is approved, made ready, started, completed with an outcome and reviewed")
    void goes_from_plan_to_review() {
        var ready = approved(NEW)
                .given(Stream.of(ReadinessItem.values())
                        .map(item -> new ReadinessItemCompleted(item, null))
                        .toArray(CampaignEvent[]::new));
        planned(NEW)
                .when(new ApproveCampaign())
                .byMember("ANN")
                .then(new CampaignApproved(List.of(ReadinessItem.values()), "ANN", TODAY));
        ready.when(new ConfirmSiteReadiness())
                .then(new SiteReadinessConfirmed(TODAY))
                .when(new StartCampaign())
                .then(new CampaignStarted(TODAY))
                .when(new RecordOutcome(300, 20, 2))
                .then(OUTCOME)
                .when(new CompleteCampaign())
                .then(new CampaignCompleted(TODAY))
                .when(new ReviewCampaign("good place", "come earlier"))
                .byMember("ANN")
                .then(REVIEWED);
    }

    @Test
    @DisplayName("R-010: each step needs the one before it, and one that is done stands")
    void takes_its_steps_in_order() {
        planned(NEW).when(new StartCampaign()).thenRefused(CAMPAIGN_NOT_APPROVED);
        planned(NEW).when(new ConfirmSiteReadiness()).thenRefused(CAMPAIGN_NOT_APPROVED);
        planned(NEW).when(done(ReadinessItem.STAND)).thenRefused(CAMPAIGN_NOT_APPROVED);
        planned(NEW).when(SPOT).thenRefused(CAMPAIGN_NOT_APPROVED);
        for (var before : List.of(planned(NEW), approved(NEW), ready(NEW))) {
            before.when(new RecordOutcome(1, 1, 1)).thenRefused(CAMPAIGN_NOT_STARTED);
            before.when(new CompleteCampaign()).thenRefused(CAMPAIGN_NOT_STARTED);
            before.when(new ReviewCampaign("x", null)).thenRefused(CAMPAIGN_NOT_COMPLETED);
        }
        running(NEW).when(new ReviewCampaign("x", null)).thenRefused(CAMPAIGN_NOT_COMPLETED);
        running(NEW).when(new CompleteCampaign()).thenRefused(OUTCOME_MISSING);
        running(NEW).when(new StartCampaign()).thenNothing();
        for (var after : List.of(approved(NEW), ready(NEW), running(NEW), completed(NEW), reviewed(NEW))) {
            after.when(new ApproveCampaign()).thenNothing();
        }
        for (var over : List.of(completed(NEW), reviewed(NEW))) {
            over.when(new StartCampaign()).thenRefused(CAMPAIGN_COMPLETED);
            over.when(SPOT).thenRefused(CAMPAIGN_COMPLETED);
            over.when(new CompleteCampaign()).thenNothing();
        }
    }

    @Test
    @DisplayName("R-012: a campaign does not start before its site is confirmed ready, and starts afterwards")
    void does_not_start_before_the_site_is_ready() {
        approved(NEW).when(new StartCampaign()).thenRefused(SITE_NOT_READY);
        ready(NEW).when(new StartCampaign()).then(new CampaignStarted(TODAY));
    }

    @Test
    @DisplayName("R-012: a site is ready when every item is there or waived; an open one blocks it, on record")
    void a_site_is_ready_when_nothing_is_open() {
        var open = approved(NEW)
                .when(new CompleteReadinessItem(ReadinessItem.STAND, "photo 7"))
                .then(new ReadinessItemCompleted(ReadinessItem.STAND, "photo 7"))
                .when(done(ReadinessItem.MATERIALS))
                .then(new ReadinessItemCompleted(ReadinessItem.MATERIALS, null))
                .when(done(ReadinessItem.TIME_AND_PLACE))
                .then(new ReadinessItemCompleted(ReadinessItem.TIME_AND_PLACE, null))
                .when(new ConfirmSiteReadiness())
                .thenRefusedOnRecord(
                        ITEMS_OPEN, new SiteReadinessBlocked(List.of(ReadinessItem.SHOW_UNIT, ReadinessItem.STAFF)));
        open.when(new StartCampaign()).thenRefused(SITE_NOT_READY);
        var ready = open.when(new WaiveReadinessItem(ReadinessItem.SHOW_UNIT, "next year"))
                .byMember("ANN")
                .then(new ReadinessItemWaived(ReadinessItem.SHOW_UNIT, "next year", "ANN"))
                .when(done(ReadinessItem.STAFF))
                .then(new ReadinessItemCompleted(ReadinessItem.STAFF, null))
                .when(new ConfirmSiteReadiness())
                .then(new SiteReadinessConfirmed(TODAY));
        ready.when(new ConfirmSiteReadiness()).thenNothing();
        ready.when(done(ReadinessItem.SHOW_UNIT)).thenRefused(PROJECT_CLOSED);
        assertThat(View.of(ready.state()).readiness())
                .contains(
                        new ItemView(ReadinessItem.STAND, "DONE", Evidence.word("photo 7"), null),
                        new ItemView(ReadinessItem.SHOW_UNIT, "WAIVED", null, new Waiver("next year", "ANN")));
    }

    @Test
    @DisplayName("R-012: an item is done or waived once; a time and a place are never waived")
    void items_are_done_or_waived_once() {
        var stand = approved(NEW).given(new ReadinessItemCompleted(ReadinessItem.STAND, null));
        stand.when(done(ReadinessItem.STAND)).thenNothing();
        stand.when(new CompleteReadinessItem(ReadinessItem.STAND, "photo 7")).thenRefused(ITEM_ALREADY_DONE);
        stand.when(new WaiveReadinessItem(ReadinessItem.STAND, "no room")).thenRefused(ITEM_ALREADY_DONE);
        stand.when(new CompleteReadinessItem(ReadinessItem.STAFF, " ")).thenRefused(TEXT_MISSING, "/reference");
        stand.when(new WaiveReadinessItem(ReadinessItem.TIME_AND_PLACE, "none"))
                .thenRefused(ITEM_NOT_WAIVABLE, "/item");
        stand.when(new WaiveReadinessItem(ReadinessItem.STAFF, " ")).thenRefused(REASON_MISSING, "/reason");
        var waived = stand.given(new ReadinessItemWaived(ReadinessItem.STAFF, "machines", "ANN"));
        waived.when(new WaiveReadinessItem(ReadinessItem.STAFF, "machines")).thenNothing();
        waived.when(new WaiveReadinessItem(ReadinessItem.STAFF, "robots")).thenRefused(ITEM_ALREADY_WAIVED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROMOTION", "VISIT_DRIVE"})
    @DisplayName("R-012: what has no site of its own needs neither stand nor show unit")
    void needs_no_stand_without_a_site(CampaignKind kind) {
        var needs = List.of(ReadinessItem.MATERIALS, ReadinessItem.TIME_AND_PLACE, ReadinessItem.STAFF);
        var approved = NEW.given(new CampaignPlanned(kind, "kim", PLAN))
                .when(new ApproveCampaign())
                .byMember("ANN")
                .then(new CampaignApproved(needs, "ANN", TODAY));
        approved.when(done(ReadinessItem.STAND)).thenRefused(ITEM_NOT_NEEDED, "/item");
        approved.when(new WaiveReadinessItem(ReadinessItem.SHOW_UNIT, "none")).thenRefused(ITEM_NOT_NEEDED, "/item");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-011: advertising in each medium is recorded of a campaign, issued by the company alone")
    void advertising_is_issued_by_the_company(Medium medium) {
        for (var campaign : List.of(approved(NEW), ready(NEW), running(NEW))) {
            campaign.when(spot(Issuer.COMPANY, medium))
                    .then(new AdvertisementIssued(medium, "Radio 7", "come", TODAY))
                    .when(spot(Issuer.COMPANY, medium))
                    .thenNothing();
            campaign.when(spot(Issuer.SITE, medium)).thenRefused(ISSUER_NOT_COMPANY, "/issuer");
            campaign.when(spot(Issuer.TEAM, medium)).thenRefused(ISSUER_NOT_COMPANY, "/issuer");
        }
    }

    @Test
    void advertising_says_where_what_and_when() {
        var campaign = approved(NEW);
        campaign.when(new IssueAdvertisement(Issuer.COMPANY, Medium.TV, " ", "m", TODAY))
                .thenRefused(TEXT_MISSING, "/outlet");
        campaign.when(new IssueAdvertisement(Issuer.COMPANY, Medium.TV, "o", " ", TODAY))
                .thenRefused(TEXT_MISSING, "/message");
        campaign.when(new IssueAdvertisement(Issuer.COMPANY, Medium.TV, "o", "m", TODAY.plusYears(6)))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
        var full = campaign.given(Stream.iterate(0, i -> i + 1)
                .limit(Campaign.MOST_ADVERTISEMENTS)
                .map(i -> new AdvertisementIssued(Medium.TV, "o" + i, "m", TODAY))
                .toArray(CampaignEvent[]::new));
        full.when(SPOT).thenRefused(ADVERTISEMENTS_FULL);
        full.when(new IssueAdvertisement(Issuer.COMPANY, Medium.TV, "o1", "m", TODAY))
                .thenNothing();
    }

    @Test
    @DisplayName(
            "R-010: the outcome counts visitors, leads and orders beside the cost, and is corrected until the review")
    void has_an_outcome() {
        var next = new CampaignOutcomeRecorded(310, 20, 2, Money.of("0.00", "USD"));
        completed(NEW)
                .when(new RecordOutcome(300, 20, 2))
                .thenNothing()
                .when(new RecordOutcome(310, 20, 2))
                .then(next);
        running(NEW).when(new RecordOutcome(-1, 0, 0)).thenRefused(COUNT_IMPLAUSIBLE, "/visitors");
        running(NEW).when(new RecordOutcome(0, 1_000_001, 0)).thenRefused(COUNT_IMPLAUSIBLE, "/leads");
        running(NEW).when(new RecordOutcome(0, 0, Integer.MAX_VALUE)).thenRefused(COUNT_IMPLAUSIBLE, "/orders");
        running(NEW)
                .when(new RecordOutcome(1_000_000, 0, 0))
                .then(new CampaignOutcomeRecorded(1_000_000, 0, 0, Money.of("0.00", "USD")));
        reviewed(NEW).when(new RecordOutcome(310, 20, 2)).thenRefused(CAMPAIGN_REVIEWED);
    }

    @Test
    @DisplayName("R-010: a review is said once")
    void is_reviewed_once() {
        completed(NEW).when(new ReviewCampaign(" ", null)).thenRefused(TEXT_MISSING, "/findings");
        completed(NEW).when(new ReviewCampaign("x", " ")).thenRefused(TEXT_MISSING, "/lessons");
        reviewed(NEW).when(new ReviewCampaign("good place", "come earlier")).thenNothing();
        reviewed(NEW).when(new ReviewCampaign("bad place", "come earlier")).thenRefused(CAMPAIGN_REVIEWED);
    }

    @Test
    @DisplayName(
            "R-010: a campaign is cancelled with a reason at any stage before its review, and then nothing happens")
    void is_cancelled() {
        for (var before : List.of(planned(NEW), approved(NEW), ready(NEW), running(NEW), completed(NEW))) {
            before.when(new CancelCampaign("rain")).then(new CampaignCancelled("rain"));
        }
        running(NEW).when(new CancelCampaign(" ")).thenRefused(REASON_MISSING, "/reason");
        reviewed(NEW).when(new CancelCampaign("rain")).thenRefused(CAMPAIGN_REVIEWED);
        var cancelled = cancelled(NEW);
        cancelled.when(new CancelCampaign("rain")).thenNothing();
        for (var command : List.of(
                new CancelCampaign("snow"),
                new ApproveCampaign(),
                done(ReadinessItem.STAND),
                new ConfirmSiteReadiness(),
                new StartCampaign(),
                SPOT,
                new RecordOutcome(1, 1, 1),
                new CompleteCampaign(),
                new ReviewCampaign("x", null))) {
            cancelled.when(command).thenRefused(CAMPAIGN_CANCELLED);
        }
        assertThat(View.of(cancelled.state()).cancellation()).isEqualTo("rain");
    }

    @Test
    void shows_all_of_it() {
        var view = View.of(reviewed(NEW).state());
        assertThat(view.status()).isEqualTo("REVIEWED");
        assertThat(view.kind()).isEqualTo(CampaignKind.EXHIBITION);
        assertThat(view.owner()).isEqualTo("kim");
        assertThat(view.plan()).isEqualTo(PLAN);
        assertThat(view.money()).isEqualTo(new Figures(BUDGET, Money.of("0.00", "USD"), BUDGET));
        assertThat(view.outcome()).isEqualTo(OUTCOME);
        assertThat(view.review()).isEqualTo(REVIEWED);
        assertThat(view.cancellation()).isNull();
    }

    private static CompleteReadinessItem done(ReadinessItem item) {
        return new CompleteReadinessItem(item, null);
    }

    private static IssueAdvertisement spot(Issuer issuer, Medium medium) {
        return new IssueAdvertisement(issuer, medium, "Radio 7", "come", TODAY);
    }

    @Test
    @DisplayName("R-010, R-012, R-189: a campaign is prepared by its owner and staff, or a sales manager")
    void is_its_crews() {
        var work = approved(NOTHING).when(new CompleteReadinessItem(ReadinessItem.STAND, "photo 7"));
        work.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(work.byMember("LEE").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.byMember("boss").inRole(SALES_MANAGER).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.unbound().decision()).isInstanceOf(Decision.Accepted.class);
        var outcome = running(NOTHING).when(new RecordOutcome(1, 1, 1));
        outcome.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(outcome.byMember("KIM").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
    }
}
