package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.Campaign.No.*;
import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;
import static io.milepost.leads.campaign.Campaigns.*;
import static io.milepost.leads.kernel.StaffRefusal.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.leads.campaign.Plan.Activity;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a campaign's plan has to say. */
class CampaignPlanTest {
    static final List<Refusal> REFUSALS = List.of(
            OWNER_UNKNOWN,
            SEGMENT_UNKNOWN,
            OWNER_MISSING,
            MEMBER_UNKNOWN,
            MEMBER_REPEATED,
            PERIOD_REVERSED,
            STAFF_MISSING,
            STAFF_NOT_ASSIGNED,
            ACTIVITIES_MISSING,
            ACTIVITY_OUTSIDE,
            CAMPAIGN_APPROVED,
            CAMPAIGN_CANCELLED,
            AMOUNT_NEGATIVE,
            TEXT_MISSING,
            DAY_IMPLAUSIBLE);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final Scenario<Campaign, Command, CampaignEvent> NEW = NOTHING.recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-010: a campaign of a known kind is planned in detail, with days and staff of the directory")
    void is_planned_with_activities_and_staff(CampaignKind kind) {
        NEW.when(new PlanCampaign(kind, "kim", PLAN))
                .holding("code=KIM", KIM)
                .holding("code=LEE", KIM)
                .then(new CampaignPlanned(kind, "kim", PLAN));
        NEW.when(new PlanCampaign(kind, "kim", PLAN))
                .holding("code=KIM", KIM)
                .thenRefused(MEMBER_UNKNOWN, "/plan/staff/1");
    }

    @Test
    @DisplayName("R-010: somebody of the directory is responsible for it")
    void has_an_owner() {
        NEW.when(new PlanCampaign(CampaignKind.PROMOTION, "ann", PLAN))
                .holding("code=KIM", KIM)
                .holding("code=LEE", KIM)
                .thenRefused(OWNER_UNKNOWN, "/owner");
        NEW.when(new PlanCampaign(CampaignKind.PROMOTION, " ", PLAN)).thenRefused(OWNER_MISSING, "/owner");
        assertThat(CAMPAIGN.command(PlanCampaign.class)
                        .claimed(Scenario.ID, null, new PlanCampaign(CampaignKind.PROMOTION, "ANN", PLAN)))
                .contains(new Tag("code", "ANN"), new Tag("code", "KIM"), new Tag("code", "LEE"));
        assertThat(CAMPAIGN.ownerOf(planned(NEW).state())).isEqualTo("kim");
    }

    @Test
    @DisplayName("R-010: each activity has staff who are assigned to the campaign, on a day of it")
    void activities_have_staff_and_days() {
        refused(plan(List.of()), STAFF_MISSING, "/plan/staff");
        refused(plan(List.of("kim", "KIM "), activity(TODAY, "kim")), MEMBER_REPEATED, "/plan/staff/1");
        refused(plan(List.of("kim")), ACTIVITIES_MISSING, "/plan/activities");
        refused(plan(List.of("kim"), activity(TODAY)), STAFF_MISSING, "/plan/activities/0/staff");
        refused(
                plan(List.of("kim"), activity(TODAY, "kim"), activity(TODAY, "kim", "lee")),
                STAFF_NOT_ASSIGNED,
                "/plan/activities/1/staff/1");
        refused(plan(List.of("kim"), activity(TODAY, "kim", " Kim")), MEMBER_REPEATED, "/plan/activities/0/staff/1");
        refused(plan(List.of("kim"), activity(TODAY.minusDays(1), "kim")), ACTIVITY_OUTSIDE, "/plan/activities/0/on");
        refused(plan(List.of("kim"), activity(TODAY.plusDays(3), "kim")), ACTIVITY_OUTSIDE, "/plan/activities/0/on");
        accepted(plan(List.of("kim"), activity(TODAY, "kim"), activity(TODAY.plusDays(2), "kim")));
    }

    @Test
    @DisplayName("R-010: a plan has a title, days in order and a budget")
    void says_what_it_is() {
        refused(of(" ", null, TODAY, TODAY, null, BUDGET), TEXT_MISSING, "/plan/title");
        refused(of("t", " ", TODAY, TODAY, null, BUDGET), TEXT_MISSING, "/plan/segment");
        refused(of("t", null, TODAY, TODAY, " ", BUDGET), TEXT_MISSING, "/plan/site");
        refused(of("t", null, TODAY, TODAY.minusDays(1), null, BUDGET), PERIOD_REVERSED, "/plan/to");
        refused(of("t", null, TODAY.minusYears(6), TODAY, null, BUDGET), DAY_IMPLAUSIBLE, "/plan/from");
        refused(of("t", null, TODAY, TODAY.plusYears(6), null, BUDGET), DAY_IMPLAUSIBLE, "/plan/to");
        refused(of("t", null, TODAY, TODAY, null, Money.of("-0.01", "USD")), AMOUNT_NEGATIVE, "/plan/budget");
        var blank = new Activity(" ", TODAY, null, List.of("kim"));
        refused(plan(List.of("kim"), blank), TEXT_MISSING, "/plan/activities/0/title");
        refused(
                plan(List.of("kim"), new Activity("t", TODAY, "", List.of("kim"))),
                TEXT_MISSING,
                "/plan/activities/0/place");
        accepted(of("t", null, TODAY, TODAY, null, Money.of("0.00", "USD")));
    }

    @Test
    @DisplayName("R-010: a plan is revised until it is approved; who was in it before is known still")
    void is_revised_until_it_is_approved() {
        var next = plan(List.of("kim"), activity(TODAY, "kim"));
        planned(NEW)
                .when(new ReviseCampaign(next))
                .then(new CampaignRevised(next))
                .when(new ReviseCampaign(next))
                .thenNothing();
        planned(NEW)
                .when(new ReviseCampaign(plan(List.of("ann"), activity(TODAY, "ann"))))
                .thenRefused(MEMBER_UNKNOWN, "/plan/staff/0");
        for (var later : List.of(approved(NEW), ready(NEW), running(NEW), completed(NEW), reviewed(NEW))) {
            later.when(new ReviseCampaign(next)).thenRefused(CAMPAIGN_APPROVED);
        }
        cancelled(NEW).when(new ReviseCampaign(next)).thenRefused(CAMPAIGN_CANCELLED);
        assertThat(planned(NEW).given(new CampaignRevised(next)).state().plan()).isEqualTo(next);
        assertThat(CAMPAIGN.command(ReviseCampaign.class)
                        .claimed(Scenario.ID, planned(NEW).state(), new ReviseCampaign(next)))
                .contains(new Tag("code", "KIM"));
    }

    @Test
    @DisplayName(
            "R-003: a campaign is for a segment that is defined, in any spelling of its code; a revision may keep the one it had")
    void is_for_a_segment_that_is_known() {
        var sme = of("t", "sme", TODAY, TODAY, null, BUDGET);
        refused(sme, SEGMENT_UNKNOWN, "/plan/segment");
        NEW.when(new PlanCampaign(CampaignKind.PROMOTION, "kim", sme))
                .holding("code=KIM", KIM)
                .holding("segment-code=SME", KIM)
                .then(new CampaignPlanned(CampaignKind.PROMOTION, "kim", sme));
        var later = of("next", "SME ", TODAY, TODAY, null, BUDGET);
        NEW.given(new CampaignPlanned(CampaignKind.PROMOTION, "kim", sme))
                .when(new ReviseCampaign(later))
                .then(new CampaignRevised(later));
        planned(NEW).when(new ReviseCampaign(later)).thenRefused(SEGMENT_UNKNOWN, "/plan/segment");
        assertThat(CAMPAIGN.command(PlanCampaign.class)
                        .claimed(Scenario.ID, null, new PlanCampaign(CampaignKind.PROMOTION, "kim", sme)))
                .contains(new Tag("segment-code", "SME"));
        assertThat(CAMPAIGN.command(ReviseCampaign.class)
                        .claimed(Scenario.ID, planned(NEW).state(), new ReviseCampaign(later)))
                .contains(new Tag("segment-code", "SME"));
    }

    private static void accepted(Plan plan) {
        NEW.when(new PlanCampaign(CampaignKind.PROMOTION, "kim", plan))
                .holding("code=KIM", KIM)
                .then(new CampaignPlanned(CampaignKind.PROMOTION, "kim", plan));
    }

    private static void refused(Plan plan, Refusal reason, String pointer) {
        NEW.when(new PlanCampaign(CampaignKind.PROMOTION, "kim", plan))
                .holding("code=KIM", KIM)
                .thenRefused(reason, pointer);
    }

    private static Plan of(
            String title, @Nullable String segment, LocalDate from, LocalDate to, @Nullable String site, Money budget) {
        return new Plan(title, segment, from, to, site, budget, List.of("kim"), List.of(activity(TODAY, "kim")));
    }
}
