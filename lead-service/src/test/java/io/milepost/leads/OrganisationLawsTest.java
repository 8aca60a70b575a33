package io.milepost.leads;

import static io.milepost.leads.appraisal.AppraisalCatalogue.APPRAISAL;
import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;
import static io.milepost.leads.guestlist.GuestListCatalogue.GUEST_LIST;
import static io.milepost.leads.launchprogramme.LaunchProgrammeCatalogue.LAUNCH_PROGRAMME;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.ACTION_OVERDUE;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.MEETING_ACTION;
import static io.milepost.leads.salesmeeting.SalesMeetingCatalogue.SALES_MEETING;
import static io.milepost.leads.supervisionnote.SupervisionNoteCatalogue.SUPERVISION_NOTE;
import static io.milepost.leads.training.TrainingCatalogue.TRAINING;

import io.milepost.leads.appraisal.Appraisal.Figure;
import io.milepost.leads.campaign.Campaign;
import io.milepost.leads.campaign.CampaignEvent;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.leads.campaign.CampaignKind;
import io.milepost.leads.campaign.Plan;
import io.milepost.leads.campaign.Plan.Activity;
import io.milepost.leads.campaign.ReadinessItem;
import io.milepost.leads.launchprogramme.LaunchProgramme.PhasePlan;
import io.milepost.leads.launchprogramme.LaunchProgramme.Targets;
import io.milepost.leads.salesmeeting.SalesMeeting.Share;
import io.milepost.leads.supervisionnote.SupervisionNote.CorrectSupervisionNote;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The laws of the aggregates of sales organisation and campaigns. */
class OrganisationLawsTest {
    /** The aggregates of sales organisation and campaigns. */
    static final List<Catalogue<?, ?, ?>> ORGANISATION = List.of(
            TRAINING,
            SALES_MEETING,
            MEETING_ACTION,
            SUPERVISION_NOTE,
            CAMPAIGN,
            GUEST_LIST,
            LAUNCH_PROGRAMME,
            APPRAISAL);

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Plan PLAN = plan("Spring drive");

    private static final List<String> KIM = List.of("kim");

    @Test
    void laws_of_the_training() {
        Laws.of(TRAINING)
                .suggesting("participants", KIM)
                .suggesting("attended", List.of(), KIM)
                .suggesting("reason", "alpha", "beta")
                .terminal("CANCELLED")
                .check();
    }

    @Test
    void laws_of_the_sales_meeting() {
        Laws.of(SALES_MEETING)
                .suggesting("invited", KIM)
                .suggesting("attendees", KIM)
                .suggesting("division", List.of(), List.of(new Share("kim", "the stand")))
                .suggesting("reason", "alpha", "beta")
                .terminal("HELD", "CANCELLED")
                .check();
    }

    @Test
    void laws_of_the_meeting_action() {
        Laws.of(MEETING_ACTION)
                .suggesting("owner", "kim")
                .waits(ACTION_OVERDUE)
                .terminal("COMPLETED")
                .check();
    }

    @Test
    void laws_of_the_supervision_note() {
        Laws.of(SUPERVISION_NOTE)
                .suggesting("member", "kim")
                .repeating(CorrectSupervisionNote.class)
                .check();
    }

    @Test
    void laws_of_the_campaign() {
        campaign()
                .rare(SiteReadinessConfirmed.class)
                .rare(CampaignStarted.class)
                .rare(CampaignOutcomeRecorded.class)
                .rare(CampaignCompleted.class)
                .rare(CampaignReviewed.class)
                .check();
    }

    @Test
    void laws_of_a_campaign_that_is_started() {
        campaign()
                .after(
                        new CampaignPlanned(CampaignKind.PROMOTION, "kim", PLAN),
                        new CampaignApproved(List.of(ReadinessItem.MATERIALS), "ann", TODAY),
                        new ReadinessItemCompleted(ReadinessItem.MATERIALS, null))
                .rare(CampaignPlanned.class)
                .rare(CampaignRevised.class)
                .rare(CampaignApproved.class)
                .rare(ReadinessItemCompleted.class)
                .rare(ReadinessItemWaived.class)
                .rare(SiteReadinessBlocked.class)
                .check();
    }

    private static Plan plan(String title) {
        return new Plan(
                title,
                null,
                TODAY,
                TODAY,
                null,
                Money.of("1000.00", "USD"),
                List.of("kim"),
                List.of(new Activity("leaflets", TODAY, null, List.of("kim"))));
    }

    private static Laws<Campaign, Campaign.Command, CampaignEvent> campaign() {
        return Laws.of(CAMPAIGN)
                .suggesting("kind", CampaignKind.PROMOTION)
                .suggesting("owner", "kim")
                .suggesting("plan", PLAN, plan("Autumn drive"))
                .suggesting("receipt", "T-1", "t-1", "T-2")
                .suggesting("reason", "alpha", "beta")
                .suggesting("visitors", 10, 2000)
                .suggesting("leads", 10)
                .suggesting("orders", 1, 2)
                .suggesting("findings", "alpha")
                .suggesting("lessons", "beta")
                .always(
                        "the budget is not overdrawn",
                        campaign -> !campaign.books().left().isNegative())
                .terminal("REVIEWED", "CANCELLED");
    }

    @Test
    void laws_of_the_guest_list() {
        Laws.of(GUEST_LIST)
                .suggesting("event", "day", "night")
                .suggesting("campaignId", new UUID(1, 1))
                .suggesting("on", TODAY)
                .suggesting("from", TODAY.minusDays(9))
                .suggesting("to", TODAY.plusDays(9))
                .terminal("CLOSED")
                .check();
    }

    @Test
    void laws_of_the_launch_programme() {
        var plan = new PhasePlan(TODAY, TODAY, "gather", List.of("open days"), new Targets(500, null, null));
        Laws.of(LAUNCH_PROGRAMME)
                .suggesting("plan", plan)
                .suggesting("code", "harbour", "Harbour ", "lake")
                .terminal("CLOSED")
                .check();
    }

    @Test
    void laws_of_the_appraisal() {
        Laws.of(APPRAISAL)
                .suggesting("period", "2025", "2026-01")
                .suggesting("memberId", new UUID(1, 1), new UUID(1, 2))
                .suggesting("figures", List.of(new Figure("signed", BigDecimal.ONE, "sales-by-member", TODAY, 4711)))
                .suggesting("score", 80, 100)
                .suggesting("assessment", "alpha")
                .suggesting("reason", "alpha", "beta")
                .terminal("SIGNED_OFF")
                .check();
    }
}
