package io.milepost.leads.salesmeeting;

import static io.milepost.leads.kernel.StaffRefusal.*;
import static io.milepost.leads.salesmeeting.SalesMeeting.No.*;
import static io.milepost.leads.salesmeeting.SalesMeetingCatalogue.SALES_MEETING;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.salesmeeting.SalesMeeting.*;
import io.milepost.leads.salesmeeting.SalesMeetingCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SalesMeetingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SALES_MEETING);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID KIM = new UUID(1, 1);
    private static final UUID LEE = new UUID(1, 2);
    private static final List<Share> WORK = List.of(new Share("kim", "the stand"), new Share("kim", "the tour"));
    private static final SalesMeetingHeld RESULT =
            new SalesMeetingHeld(TODAY, "all said", List.of("kim"), List.of("lee"), null, List.of());

    private static final Scenario<SalesMeeting, Command, Event> NOTHING =
            Scenario.of(SALES_MEETING).recording(REACHED);
    private static final Scenario<SalesMeeting, Command, Event> REGULAR = NOTHING.given(called(MeetingKind.REGULAR));
    private static final Scenario<SalesMeeting, Command, Event> OPENING =
            NOTHING.given(called(MeetingKind.PRE_OPENING));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-016: a meeting of a known kind is called for known members")
    void is_called(MeetingKind kind) {
        var schedule = schedule(kind, "Week 10", "Harbour", "kim", "lee");
        NOTHING.when(schedule).holding("code=KIM", KIM).holding("code=LEE", LEE).then(called(kind));
        NOTHING.when(schedule).holding("code=KIM", KIM).thenRefused(MEMBER_UNKNOWN, "/invited/1");
    }

    @Test
    @DisplayName("R-016: a meeting that was held has minutes, attendance and who was absent")
    void is_held_with_minutes_and_attendance() {
        REGULAR.when(hold("all said", List.of("kim"), null, List.of())).then(RESULT);
        REGULAR.when(new HoldMeeting(TODAY.minusDays(1), "m", List.of("lee", "ann"), null, List.of()))
                .holding("code=ANN", KIM)
                .then(new SalesMeetingHeld(
                        TODAY.minusDays(1), "m", List.of("lee", "ann"), List.of("kim"), null, List.of()));
        REGULAR.when(hold(" ", List.of("kim"), null, List.of())).thenRefused(TEXT_MISSING, "/minutes");
        REGULAR.when(hold("m", List.of(), null, List.of())).thenRefused(ATTENDANCE_MISSING, "/attendees");
        REGULAR.when(hold("m", List.of("kim", "ann"), null, List.of())).thenRefused(MEMBER_UNKNOWN, "/attendees/1");
        REGULAR.when(hold("m", List.of("kim", "KIM"), null, List.of())).thenRefused(MEMBER_REPEATED, "/attendees/1");
        REGULAR.when(new HoldMeeting(TODAY.plusDays(1), "m", List.of("kim"), null, List.of()))
                .thenRefused(DAY_IN_FUTURE, "/on");
        REGULAR.when(new HoldMeeting(TODAY.minusYears(6), "m", List.of("kim"), null, List.of()))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
    }

    @Test
    @DisplayName("R-016: a pre-opening meeting fixes goals and division of work, another may")
    void a_pre_opening_meeting_fixes_goals_and_work() {
        OPENING.when(hold("m", List.of("kim"), null, WORK))
                .holding("code=KIM", KIM)
                .thenRefused(GOALS_MISSING, "/goals");
        OPENING.when(hold("m", List.of("kim"), " ", WORK))
                .holding("code=KIM", KIM)
                .thenRefused(GOALS_MISSING, "/goals");
        OPENING.when(hold("m", List.of("kim"), "ten units", List.of())).thenRefused(WORK_NOT_DIVIDED, "/division");
        OPENING.when(hold("m", List.of("kim"), "ten units", WORK)).thenRefused(MEMBER_UNKNOWN, "/division/0/member");
        OPENING.when(hold("m", List.of("kim"), "ten units", List.of(new Share("kim", " "))))
                .holding("code=KIM", KIM)
                .thenRefused(TEXT_MISSING, "/division/0/work");
        OPENING.when(hold("m", List.of("kim"), "ten units", WORK))
                .holding("code=KIM", KIM)
                .then(new SalesMeetingHeld(TODAY, "m", List.of("kim"), List.of("lee"), "ten units", WORK));
        REGULAR.when(hold("m", List.of("kim"), "ten units", WORK))
                .holding("code=KIM", KIM)
                .then(new SalesMeetingHeld(TODAY, "m", List.of("kim"), List.of("lee"), "ten units", WORK));
    }

    @Test
    @DisplayName("R-016: what was said of a meeting that was held stands")
    void is_held_once() {
        var held = REGULAR.given(RESULT);
        held.when(hold("all said", List.of("kim"), null, List.of())).thenNothing();
        held.when(new HoldMeeting(TODAY, "all said", List.of("kim"), null, List.of()))
                .thenNothing();
        held.when(hold("more", List.of("kim"), null, List.of())).thenRefused(MEETING_HELD);
        held.when(new CancelMeeting("fire")).thenRefused(MEETING_HELD);
        REGULAR.when(new CancelMeeting("")).thenRefused(REASON_MISSING, "/reason");
        REGULAR.when(new CancelMeeting("fire"))
                .then(new SalesMeetingCancelled("fire"))
                .when(new CancelMeeting("fire"))
                .thenNothing()
                .when(new CancelMeeting("flood"))
                .thenRefused(MEETING_CANCELLED)
                .when(hold("m", List.of("kim"), null, List.of()))
                .thenRefused(MEETING_CANCELLED);
    }

    @Test
    void says_what_it_is_about() {
        NOTHING.when(schedule(MeetingKind.REGULAR, " ", null, "kim")).thenRefused(TEXT_MISSING, "/subject");
        NOTHING.when(schedule(MeetingKind.REGULAR, "s", " ", "kim")).thenRefused(TEXT_MISSING, "/site");
        NOTHING.when(schedule(MeetingKind.REGULAR, "s", null)).thenRefused(INVITATION_MISSING, "/invited");
        NOTHING.when(new ScheduleMeeting(MeetingKind.REGULAR, "s", TODAY.plusYears(6), null, List.of("kim")))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
    }

    @Test
    void claims_everybody_whom_it_names() {
        var hold = hold("m", List.of("KIM"), null, List.of(new Share("LEE", "w")));
        assertThat(SALES_MEETING.command(HoldMeeting.class).claimed(Scenario.ID, REGULAR.state(), hold))
                .containsExactlyInAnyOrder(new Tag("code", "KIM"), new Tag("code", "LEE"));
        assertThat(SALES_MEETING
                        .command(ScheduleMeeting.class)
                        .claimed(Scenario.ID, null, schedule(MeetingKind.REGULAR, "s", null, "KIM")))
                .containsExactly(new Tag("code", "KIM"));
    }

    @Test
    void shows_all_of_it() {
        var call = called(MeetingKind.REGULAR);
        assertThat(View.of(REGULAR.state())).isEqualTo(new View("SCHEDULED", call, null, null));
        assertThat(View.of(REGULAR.given(RESULT).state())).isEqualTo(new View("HELD", call, RESULT, null));
        assertThat(View.of(REGULAR.given(new SalesMeetingCancelled("fire")).state()))
                .isEqualTo(new View("CANCELLED", call, null, "fire"));
    }

    private static ScheduleMeeting schedule(
            MeetingKind kind, String subject, @Nullable String site, String... invited) {
        return new ScheduleMeeting(kind, subject, TODAY, site, List.of(invited));
    }

    private static SalesMeetingScheduled called(MeetingKind kind) {
        return new SalesMeetingScheduled(kind, "Week 10", TODAY, "Harbour", List.of("kim", "lee"));
    }

    private static HoldMeeting hold(
            String minutes, List<String> attendees, @Nullable String goals, List<Share> division) {
        return new HoldMeeting(null, minutes, attendees, goals, division);
    }
}
