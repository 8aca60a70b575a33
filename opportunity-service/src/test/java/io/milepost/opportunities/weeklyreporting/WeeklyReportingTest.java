package io.milepost.opportunities.weeklyreporting;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.*;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED_NOTICE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.weeklyreporting.WeeklyReporting.*;
import io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.Report;
import io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The weekly reports of a sales project, from its kickoff on a Monday until it ends. */
class WeeklyReportingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(WEEKLY_REPORTING);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FIRST = LocalDate.parse("2026-03-06");
    private static final LocalDate SECOND = FIRST.plusWeeks(1);
    private static final Project PROJECT = new Project("kim", Set.of("LEE"), true);
    private static final SubmitReport REPORT = new SubmitReport(FIRST, "two presses shown", "a rival has called");

    private static final Scenario<WeeklyReporting, Command, Event> NOTHING =
            Scenario.of(WEEKLY_REPORTING).recording(REACHED);
    private static final WeeklyReportingBegun BEGUN =
            new WeeklyReportingBegun(Scenario.ID, "kim", DayOfWeek.FRIDAY, MONDAY);
    private static final Scenario<WeeklyReporting, Command, Event> REPORTING = NOTHING.given(BEGUN);
    private static final Scenario<WeeklyReporting, Command, Event> DUE =
            REPORTING.given(new WeeklyReportBecameDue(FIRST, null));
    private static final Scenario<WeeklyReporting, Command, Event> MISSED =
            DUE.given(new WeeklyReportMissed(FIRST, null));
    private static final Scenario<WeeklyReporting, Command, Event> SUBMITTED =
            DUE.given(submitted(FIRST, FIRST, false));
    private static final Scenario<WeeklyReporting, Command, Event> ENDED = DUE.given(new WeeklyReportingEnded(SECOND));

    @AfterAll
    static void every_refusal_was_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("Decision 44: where the project goes on reports are owed again from that day on, and none of between")
    void goes_on_with_its_project() {
        var reopened = SECOND.plusWeeks(2);
        var again = ENDED.when(new ResumeWeeklyReporting()).on(reopened).then(new WeeklyReportingResumed(reopened));
        again.when(new ResumeWeeklyReporting()).thenNothing();
        REPORTING.when(new ResumeWeeklyReporting()).thenNothing();
        NOTHING.when(new ResumeWeeklyReporting()).thenUnknown();
        assertThat(View.of(again.state()).nextDueOn()).isEqualTo(reopened.plusWeeks(1));
        assertThat(View.of(again.state()).status()).isEqualTo("REPORTING");
        again.when(new SubmitReport(SECOND, "x", null)).thenRefused(REPORT_NOT_OWED, "/week");
        again.when(new CallForReport(reopened.plusWeeks(1)))
                .reading(PROJECT)
                .then(new WeeklyReportBecameDue(reopened.plusWeeks(1), "LEE"));
        again.when(new MissReport(FIRST)).reading(PROJECT).then(new WeeklyReportMissed(FIRST, "LEE"));
    }

    @Test
    @DisplayName(
            "R-070, R-175: a sales project owes reports from its kickoff on where its level says so, in the name of its owner")
    void begins_with_the_kickoff() {
        var begin = new BeginWeeklyReporting(Scenario.ID);
        NOTHING.when(begin).reading(PROJECT).then(BEGUN);
        NOTHING.when(begin).thenRefused(SALES_PROJECT_MISSING);
        NOTHING.when(begin).reading(new Project("kim", Set.of("LEE"), false)).thenRefused(NO_REPORTS_OWED);
        REPORTING.when(begin).reading(PROJECT).thenTaken();
    }

    @Test
    @DisplayName("R-175: each week has its report, due as its day begins, and the next one is waited for then")
    void each_week_becomes_due_in_turn() {
        assertThat(REPORT_DUE.dates().apply(REPORTING.state())).containsExactly(due(FIRST));
        REPORTING
                .when(new CallForReport(FIRST))
                .then(new WeeklyReportBecameDue(FIRST, null))
                .when(new CallForReport(FIRST))
                .thenNothing();
        REPORTING.when(new CallForReport(SECOND)).thenRefused(REPORT_NOT_OWED);
        for (var later : List.of(DUE, MISSED, SUBMITTED)) {
            assertThat(REPORT_DUE.dates().apply(later.state())).containsExactly(due(SECOND));
        }
    }

    @Test
    @DisplayName("R-175: a report is missed when the first working day after has ended without it, once")
    void a_report_that_does_not_come_is_missed() {
        var deadline = DueDate.endOfWorkingDay(FIRST.plusDays(1), new MissReport(FIRST))
                .part("2026-03-06")
                .ownedBy("kim");
        assertThat(REPORT_MISSED.dates().apply(DUE.state())).containsExactly(deadline);
        assertThat(deadline.in(ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
        DUE.when(new MissReport(FIRST))
                .then(new WeeklyReportMissed(FIRST, null))
                .when(new MissReport(FIRST))
                .thenNothing();
        SUBMITTED.when(new MissReport(FIRST)).thenNothing();
        REPORTING.when(new MissReport(FIRST)).thenRefused(REPORT_NOT_OWED);
        for (var other : List.of(REPORTING, MISSED, SUBMITTED, ENDED)) {
            assertThat(REPORT_MISSED.dates().apply(other.state())).isEmpty();
        }
    }

    @Test
    @DisplayName("R-175: progress and changes are reported when it is due, before that, or late, which is on record")
    void a_report_is_submitted_once() {
        DUE.when(REPORT)
                .on(FIRST)
                .then(submitted(FIRST, FIRST, false))
                .when(REPORT)
                .on(SECOND)
                .thenNothing();
        MISSED.when(REPORT).on(SECOND).then(submitted(FIRST, SECOND, true));
        var early = REPORTING.when(REPORT).then(submitted(FIRST, MONDAY, false));
        assertThat(REPORT_DUE.dates().apply(early.state())).containsExactly(due(SECOND));
        assertThat(REPORT_MISSED.dates().apply(early.state())).isEmpty();
    }

    @Test
    void a_report_says_something_of_a_week_that_is_owed_and_stays_as_it_is() {
        SUBMITTED.when(new SubmitReport(FIRST, "three", null)).thenRefused(REPORT_ALREADY_SUBMITTED);
        for (var week : List.of(MONDAY, FIRST.minusWeeks(1), SECOND.plusWeeks(1))) {
            DUE.when(new SubmitReport(week, "two presses shown", null)).thenRefused(REPORT_NOT_OWED, "/week");
        }
        DUE.when(new SubmitReport(FIRST, " ", null)).thenRefused(TEXT_MISSING, "/progress");
        DUE.when(new SubmitReport(FIRST, "two presses shown", "")).thenRefused(TEXT_MISSING, "/changes");
    }

    @Test
    @DisplayName("R-064, R-175: the report is the duty of the project director")
    void the_director_reports() {
        DUE.when(REPORT).reading(PROJECT).byMember("kim").thenNotYourDuty();
        DUE.when(REPORT)
                .reading(PROJECT)
                .byMember("lee")
                .on(FIRST)
                .then(new WeeklyReportSubmitted(FIRST, "two presses shown", "a rival has called", "lee", FIRST, false));
        DUE.when(REPORT)
                .reading(new Project("kim", Set.of(), true))
                .byMember("kim")
                .on(FIRST)
                .then(new WeeklyReportSubmitted(FIRST, "two presses shown", "a rival has called", "kim", FIRST, false));
    }

    @Test
    @DisplayName(
            "R-175: whoever has to report is told when it is time, and when it was missed, which the manager is told too")
    void the_director_is_told() {
        REPORTING.when(new CallForReport(FIRST)).reading(PROJECT).then(new WeeklyReportBecameDue(FIRST, "LEE"));
        DUE.when(new MissReport(FIRST)).reading(PROJECT).then(new WeeklyReportMissed(FIRST, "LEE"));
        DUE.when(new MissReport(FIRST))
                .reading(new Project("kim", Set.of("ZOE", "ANN"), true))
                .then(new WeeklyReportMissed(FIRST, "ANN"));
        assertThat(REPORT_DUE_NOTICE.to()).containsExactly(OWNER);
        assertThat(REPORT_MISSED_NOTICE.to()).containsExactly(OWNER, MANAGER);
    }

    @Test
    @DisplayName(
            "R-175: a report is circulated after it was submitted, by the director, to members who are each named once")
    void a_report_is_circulated() {
        var send = new CirculateReport(FIRST, List.of("BOSS", "lee"));
        var sent = new WeeklyReportCirculated(FIRST, List.of("BOSS", "lee"), "someone", SECOND);
        var circulated = SUBMITTED.when(send).on(SECOND).then(sent);
        circulated.when(new CirculateReport(FIRST, List.of("Lee ", "boss"))).thenNothing();
        circulated
                .when(new CirculateReport(FIRST, List.of("Lee", "ann")))
                .on(SECOND)
                .then(new WeeklyReportCirculated(FIRST, List.of("BOSS", "lee", "ann"), "someone", SECOND));
        assertThat(View.of(circulated.state()).reports())
                .containsExactly(new Report(FIRST, false, FIRST, "someone", SECOND, List.of("BOSS", "lee")));
        SUBMITTED.when(send).reading(PROJECT).byMember("kim").thenNotYourDuty();
        SUBMITTED.given(new WeeklyReportingEnded(SECOND)).when(send).on(SECOND).then(sent);
        for (var without : List.of(REPORTING, DUE, MISSED, ENDED)) {
            without.when(send).thenRefused(REPORT_MISSING, "/week");
        }
        SUBMITTED.when(new CirculateReport(FIRST, List.of())).thenRefused(RECIPIENT_MISSING, "/to");
        SUBMITTED.when(new CirculateReport(FIRST, List.of("lee", " "))).thenRefused(RECIPIENT_MISSING, "/to/1");
        SUBMITTED.when(new CirculateReport(FIRST, List.of("lee", "LEE"))).thenRefused(RECIPIENT_REPEATED, "/to/1");
    }

    @Test
    void after_the_end_nothing_is_owed_or_waited_for() {
        DUE.when(new EndWeeklyReporting())
                .on(SECOND)
                .then(new WeeklyReportingEnded(SECOND))
                .when(new EndWeeklyReporting())
                .thenNothing();
        ENDED.when(REPORT).thenRefused(REPORTING_ENDED);
        ENDED.when(new CallForReport(SECOND)).thenRefused(REPORTING_ENDED);
        ENDED.when(new MissReport(FIRST)).thenRefused(REPORTING_ENDED);
        assertThat(REPORT_DUE.dates().apply(ENDED.state())).isEmpty();
    }

    @Test
    void a_read_shows_what_became_of_each_week() {
        assertThat(View.of(DUE.state()))
                .isEqualTo(new View(
                        "REPORTING",
                        "kim",
                        SECOND,
                        List.of(new Report(FIRST, false, null, null, null, null)),
                        null,
                        null));
        var late = submitted(FIRST, SECOND, true);
        assertThat(View.of(MISSED.given(late, new WeeklyReportingEnded(SECOND)).state()))
                .isEqualTo(new View(
                        "ENDED",
                        "kim",
                        null,
                        List.of(new Report(FIRST, true, SECOND, "someone", null, null)),
                        late,
                        SECOND));
    }

    private static DueDate due(LocalDate day) {
        return DueDate.startOf(day, new CallForReport(day)).ownedBy("kim");
    }

    private static WeeklyReportSubmitted submitted(LocalDate week, LocalDate on, boolean late) {
        return new WeeklyReportSubmitted(week, "two presses shown", "a rival has called", "someone", on, late);
    }
}
