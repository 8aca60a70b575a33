package io.milepost.leads.administration.reportschedule;

import static io.milepost.leads.administration.reportschedule.ReportSchedule.No.*;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.ENDED_NOTICE;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.REPORT_SCHEDULE;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.RUN_DUE;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.RUN_DUE_NOTICE;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.administration.reportschedule.ReportSchedule.*;
import io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.View;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Today is Monday, 2 March 2026. */
class ReportScheduleTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REPORT_SCHEDULE);
    private static final Scenario<ReportSchedule, Command, Event> NOTHING =
            Scenario.of(REPORT_SCHEDULE).recording(REACHED);
    private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate NEXT_MONDAY = LocalDate.parse("2026-03-09");
    private static final List<Condition> EAST = List.of(new Condition("region", "East"));
    private static final ReportScheduled WEEKLY = new ReportScheduled(
            "weekly-roll-up",
            List.of("owner", "due_on"),
            EAST,
            "BOSS",
            Access.SUBTREE,
            Rhythm.WEEKLY,
            1,
            Format.XLSX,
            "someone",
            TODAY);
    private static final ReportRunDue RUN = new ReportRunDue(
            "weekly-roll-up",
            List.of("owner", "due_on"),
            EAST,
            "BOSS",
            Access.SUBTREE,
            Format.XLSX,
            NEXT_MONDAY,
            TODAY,
            LocalDate.parse("2026-03-08"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-206: a report of the mart is scheduled for a member, with what it is told apart by and what its rows are")
    void is_scheduled() {
        var scheduled = scheduling("weekly-roll-up", List.of("owner", "due_on"), EAST, null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .then(WEEKLY);
        assertThat(View.of(scheduled.state()))
                .extracting(View::status, View::nextOn, View::recipient)
                .containsExactly("SCHEDULED", NEXT_MONDAY, "BOSS");
        assertThat(REPORT_SCHEDULE.ownerOf(scheduled.state())).isEqualTo("BOSS");
    }

    @Test
    @DisplayName("R-206: what cannot be asked of a report is refused when it is scheduled, not when it is made")
    void refuses_what_cannot_be_made() {
        scheduling("profit-and-glory", List.of(), List.of(), null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .thenRefused(REPORT_UNKNOWN, "/report");
        for (var by : List.of("colour", "", "owner,region", "owner; drop table")) {
            scheduling("won", List.of("region", by), List.of(), null, Rhythm.WEEKLY, 1)
                    .holding("code=BOSS", MEMBER)
                    .thenRefused(GROUPING_UNKNOWN, "/by/1");
        }
        scheduling("won", List.of("region", "region"), List.of(), null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .thenRefused(GROUPING_REPEATED, "/by/1");
        scheduling("won", List.of("month", "year"), List.of(), null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .thenRefused(GROUPINGS_TOO_MANY, "/by");
        scheduling("won", List.of(), List.of(new Condition("colour", "red")), null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .thenRefused(CONDITION_UNKNOWN, "/where/0/column");
        scheduling("won", List.of(), List.of(EAST.getFirst(), EAST.getFirst()), null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .thenRefused(CONDITION_REPEATED, "/where/1/column");
        scheduling("won", List.of(), List.of(new Condition("region", " ")), null, Rhythm.WEEKLY, 1)
                .holding("code=BOSS", MEMBER)
                .thenRefused(VALUE_MISSING, "/where/0/value");
        for (int day : List.of(0, 8, -1, Integer.MAX_VALUE)) {
            scheduling("won", List.of(), List.of(), null, Rhythm.WEEKLY, day)
                    .holding("code=BOSS", MEMBER)
                    .thenRefused(DAY_UNFIT, "/day");
        }
        scheduling("won", List.of(), List.of(), null, Rhythm.MONTHLY, 32)
                .holding("code=BOSS", MEMBER)
                .thenRefused(DAY_UNFIT, "/day");
    }

    @Test
    @DisplayName("R-206: the recipient is one of the staff, and only an operator lets somebody have everybody's rows")
    void refuses_who_may_not_read_it() {
        scheduling("won", List.of(), List.of(), null, Rhythm.MONTHLY, 31).thenRefused(RECIPIENT_UNKNOWN, "/recipient");
        scheduling("won", List.of(), List.of(), Access.ALL, Rhythm.MONTHLY, 31)
                .holding("code=BOSS", MEMBER)
                .thenRefused(ACCESS_TOO_WIDE, "/access");
        var wide = scheduling("won", List.of(), List.of(), Access.ALL, Rhythm.MONTHLY, 31)
                .holding("code=BOSS", MEMBER)
                .unbound()
                .decision()
                .events();
        assertThat(wide)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportScheduled.class,
                        scheduled -> assertThat(scheduled.access()).isEqualTo(Access.ALL));
    }

    @Test
    @DisplayName("R-206: each period has one run, for the days before it, also where several have passed meanwhile")
    void runs_once_a_period() {
        var schedule = NOTHING.given(WEEKLY);
        assertThat(dates(schedule))
                .containsExactly(DueDate.startOf(NEXT_MONDAY, new CallForRun(NEXT_MONDAY))
                        .ownedBy("BOSS"));
        var run = called(schedule, NEXT_MONDAY).then(RUN);
        called(run, NEXT_MONDAY).thenNothing();
        var after = NEXT_MONDAY.plusWeeks(1);
        assertThat(dates(run))
                .containsExactly(DueDate.startOf(after, new CallForRun(after)).ownedBy("BOSS"));
        called(run, after.plusWeeks(1)).thenNothing();
        called(run, after)
                .then(new ReportRunDue(
                        RUN.report(),
                        RUN.by(),
                        RUN.where(),
                        "BOSS",
                        Access.SUBTREE,
                        Format.XLSX,
                        after,
                        NEXT_MONDAY,
                        after.minusDays(1)));
    }

    @Test
    @DisplayName("R-206: of a month that is too short the last day stands for the day of the run")
    void runs_at_the_end_of_each_month() {
        var monthly = new ReportScheduled(
                "won", List.of(), List.of(), "BOSS", Access.OWN, Rhythm.MONTHLY, 31, Format.CSV, "someone", TODAY);
        var march = called(NOTHING.given(monthly), LocalDate.parse("2026-03-31"))
                .decision()
                .events()
                .getFirst();
        assertThat((ReportRunDue) march)
                .extracting(ReportRunDue::from, ReportRunDue::to)
                .containsExactly(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-30"));
        assertThat(dates(NOTHING.given(monthly, march)))
                .extracting(DueDate::command)
                .containsExactly(new CallForRun(LocalDate.parse("2026-04-30")));
    }

    @Test
    @DisplayName("R-206: a schedule ends when its recipient has left, and whoever made it is told")
    void ends_when_the_recipient_has_left() {
        var ended = NOTHING.given(WEEKLY)
                .when(new CallForRun(NEXT_MONDAY))
                .unbound()
                .then(new ReportScheduleEnded("the recipient has left", "someone"));
        assertThat(dates(ended)).isEmpty();
        assertThat(View.of(ended.state()))
                .extracting(View::status, View::nextOn, View::reason)
                .containsExactly("ENDED", null, "the recipient has left");
        called(ended, NEXT_MONDAY).thenRefused(SCHEDULE_ENDED);
        assertThat(ENDED_NOTICE.to()).containsExactly(Addressee.OWNER);
        assertThat(Objects.requireNonNull(ENDED_NOTICE.member())
                        .apply(new ReportScheduleEnded("the recipient has left", "someone")))
                .isEqualTo("someone");
    }

    @Test
    @DisplayName("R-206: a schedule is cancelled with a reason, and makes no more runs")
    void is_cancelled() {
        var schedule = NOTHING.given(WEEKLY, RUN);
        schedule.when(new CancelReportSchedule(" ")).thenRefused(REASON_MISSING, "/reason");
        var ended = schedule.when(new CancelReportSchedule("nobody reads it"))
                .then(new ReportScheduleEnded("nobody reads it", "someone"))
                .when(new CancelReportSchedule("nobody reads it"))
                .thenNothing();
        ended.when(new CancelReportSchedule("another reason")).thenRefused(SCHEDULE_ENDED);
        assertThat(dates(ended)).isEmpty();
    }

    @Test
    @DisplayName("R-206: the recipient is told of each run, with the report and its period")
    void tells_the_recipient() {
        assertThat(RUN_DUE_NOTICE.to()).containsExactly(Addressee.OWNER);
        assertThat(Objects.requireNonNull(RUN_DUE_NOTICE.member()).apply(RUN)).isEqualTo("BOSS");
        assertThat(Objects.requireNonNull(RUN_DUE_NOTICE.about()).apply(RUN))
                .isEqualTo("weekly-roll-up from 2026-03-02 to 2026-03-08");
    }

    private static List<DueDate> dates(Scenario<ReportSchedule, Command, Event> schedule) {
        return RUN_DUE.dates().apply(schedule.state());
    }

    private static Scenario.Attempt<ReportSchedule, Command, Event> called(
            Scenario<ReportSchedule, Command, Event> schedule, LocalDate day) {
        return schedule.when(new CallForRun(day)).unbound().holding("code=BOSS", MEMBER);
    }

    private static Scenario.Attempt<ReportSchedule, Command, Event> scheduling(
            String report, List<String> by, List<Condition> where, @Nullable Access access, Rhythm every, int day) {
        return NOTHING.when(new ScheduleReport(report, by, where, "boss", access, every, day, Format.XLSX));
    }
}
