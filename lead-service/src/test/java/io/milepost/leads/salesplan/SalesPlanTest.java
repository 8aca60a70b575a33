package io.milepost.leads.salesplan;

import static io.milepost.leads.salesplan.SalesPlan.No.*;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.salesplan.SalesPlan.*;
import io.milepost.leads.salesplan.SalesPlanCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesPlanTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SALES_PLAN);
    private static final Scenario<SalesPlan, Command, Event> NONE =
            Scenario.of(SALES_PLAN).recording(REACHED);
    private static final UUID TARGET = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-00000000000b");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate END = LocalDate.parse("2026-06-30");
    private static final Aim APPROVED = new Aim(true, "kim", END);
    private static final Aim NOT_APPROVED = new Aim(false, "kim", END);
    private static final Activity FAIR = new Activity("stand at the fair", TODAY.plusDays(40), "lee", "fairs");
    private static final Activity CALLS = new Activity("call old customers", END, "KIM", null);
    private static final Outline OUTLINE = outline(List.of("fairs"), List.of("kim", "lee"), FAIR, CALLS);
    private static final Outline NEXT = outline(List.of("web"), List.of("kim"), CALLS);
    private static final SalesPlanDrafted DRAFTED = new SalesPlanDrafted(TARGET, "kim", OUTLINE, "someone");
    private static final SalesPlanRevised REVISED = new SalesPlanRevised(2, NEXT, "no fair", "someone");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-009: a plan follows an approved target and belongs to whoever answers for that; without approval it is refused")
    void follows_an_approved_target() {
        draft(OUTLINE, APPROVED).then(DRAFTED);
        draft(OUTLINE, NOT_APPROVED).thenRefused(TARGET_NOT_APPROVED);
        draft(OUTLINE, null).thenRefused(TARGET_NOT_APPROVED);
        assertThat(SALES_PLAN.ownerOf(NONE.given(DRAFTED).state())).isEqualTo("kim");
    }

    @Test
    @DisplayName("R-009: a plan has strategy, channels, a team of known members and activities, each once")
    void what_is_missing_or_double_is_refused() {
        draft(new Outline(" ", List.of("fairs"), List.of("kim"), List.of(CALLS)), APPROVED)
                .thenRefused(TEXT_MISSING, "/outline/strategy");
        draft(outline(List.of(), List.of("kim"), CALLS), APPROVED).thenRefused(CHANNELS_MISSING, "/outline/channels");
        draft(outline(List.of(" "), List.of("kim"), CALLS), APPROVED).thenRefused(TEXT_MISSING, "/outline/channels/0");
        draft(outline(List.of("fairs", "Fairs"), List.of("kim"), CALLS), APPROVED)
                .thenRefused(CHANNEL_REPEATED, "/outline/channels/1");
        draft(outline(List.of("fairs"), List.of(), CALLS), APPROVED).thenRefused(TEAM_MISSING, "/outline/team");
        draft(outline(List.of("fairs"), List.of("kim", "KIM "), CALLS), APPROVED)
                .thenRefused(MEMBER_REPEATED, "/outline/team/1");
        draft(outline(List.of("fairs"), List.of("kim", "joe"), CALLS), APPROVED)
                .thenRefused(MEMBER_UNKNOWN, "/outline/team/1");
        draft(outline(List.of("fairs"), List.of("kim")), APPROVED)
                .thenRefused(ACTIVITIES_MISSING, "/outline/activities");
    }

    @Test
    @DisplayName(
            "R-009: an activity has a day within the target's period, somebody of the team and a channel of the plan")
    void an_activity_fits_the_plan() {
        one(new Activity(" ", END, "kim", null)).thenRefused(TEXT_MISSING, "/outline/activities/0/name");
        one(new Activity("call", END.plusDays(1), "kim", null))
                .thenRefused(ACTIVITY_TOO_LATE, "/outline/activities/0/by");
        one(new Activity("call", TODAY.minusYears(6), "kim", null))
                .thenRefused(DAY_IMPLAUSIBLE, "/outline/activities/0/by");
        one(new Activity("call", END, "lee", null)).thenRefused(NOT_IN_TEAM, "/outline/activities/0/member");
        one(new Activity("call", END, "kim", "web")).thenRefused(CHANNEL_UNKNOWN, "/outline/activities/0/channel");
        var call = new Activity("call", END, "Kim", "Fairs");
        one(call).then(new SalesPlanDrafted(TARGET, "kim", outline(List.of("fairs"), List.of("kim"), call), "someone"));
    }

    @Test
    @DisplayName(
            "R-009: a plan is approved in its latest version, by somebody who did not write it, while the target is")
    void is_approved_by_somebody_else() {
        var drafted = NONE.given(DRAFTED);
        var approved = new SalesPlanApproved(1, "boss", TODAY);
        drafted.when(new ApproveSalesPlan(1)).by("someone").reading(APPROVED).thenRefused(APPROVER_IS_AUTHOR);
        drafted.when(new ApproveSalesPlan(1)).by("boss").reading(NOT_APPROVED).thenRefused(TARGET_NOT_APPROVED);
        drafted.when(new ApproveSalesPlan(1))
                .by("boss")
                .reading(APPROVED)
                .then(approved)
                .when(new ApproveSalesPlan(1))
                .by("another")
                .thenNothing();
        drafted.given(REVISED).when(new ApproveSalesPlan(1)).by("boss").thenRefused(VERSION_NOT_LATEST, "/version");
    }

    @Test
    @DisplayName("R-009: a revised plan says why and is approved anew")
    void a_revised_plan_is_approved_anew() {
        var approved = NONE.given(DRAFTED, new SalesPlanApproved(1, "boss", TODAY));
        assertThat(View.of(approved.state()).status()).isEqualTo("APPROVED");
        var revised = revise(approved, NEXT, "no fair").reading(APPROVED).then(REVISED);
        assertThat(View.of(revised.state()))
                .isEqualTo(new View("DRAFT", TARGET, "kim", 2, NEXT, "no fair", "someone", null));
        revise(revised, NEXT, "no fair").thenNothing();
        revise(revised, NEXT, "another reason").thenRefused(PLAN_NOT_CHANGED, "/outline");
        revise(approved, NEXT, " ").reading(APPROVED).thenRefused(REASON_MISSING, "/reason");
        revise(approved, NEXT, "no fair").reading(NOT_APPROVED).thenRefused(TARGET_NOT_APPROVED);
    }

    private static Scenario.Attempt<SalesPlan, Command, Event> draft(Outline outline, @Nullable Aim aim) {
        var attempt = NONE.when(new DraftSalesPlan(TARGET, outline))
                .holding("code=KIM", OTHER)
                .holding("code=LEE", OTHER);
        return aim == null ? attempt : attempt.reading(aim);
    }

    private static Scenario.Attempt<SalesPlan, Command, Event> one(Activity activity) {
        return draft(outline(List.of("fairs"), List.of("kim"), activity), APPROVED);
    }

    private static Scenario.Attempt<SalesPlan, Command, Event> revise(
            Scenario<SalesPlan, Command, Event> plan, Outline outline, String reason) {
        return plan.when(new ReviseSalesPlan(outline, reason)).holding("code=KIM", OTHER);
    }

    private static Outline outline(List<String> channels, List<String> team, Activity... activities) {
        return new Outline("sell to those who know us", channels, team, List.of(activities));
    }
}
