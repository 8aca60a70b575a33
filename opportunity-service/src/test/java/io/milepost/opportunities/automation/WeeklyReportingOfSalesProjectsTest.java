package io.milepost.opportunities.automation;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.NO_REPORTS_OWED;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;
import static io.milepost.platform.inbox.Automation.Unreached.ALREADY_EXISTS;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.weeklyreporting.WeeklyReporting.BeginWeeklyReporting;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.EndWeeklyReporting;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportingBegun;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.WeeklyReportingEnded;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The reporting of a sales project, which has its id, begins with its kickoff and ends with it. */
class WeeklyReportingOfSalesProjectsTest {
    private static final UUID PROJECT = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName(
            "R-175: a completed kickoff begins the weekly reporting of its sales project, which a repeat finds there")
    void a_kickoff_begins_it() {
        var automation = WhenKickoffCompletedThenBeginWeeklyReporting.AUTOMATION;
        assertAsks(automation, new BeginWeeklyReporting(PROJECT));
        Scenario.of(WEEKLY_REPORTING)
                .given(new WeeklyReportingBegun(PROJECT, "kim", DayOfWeek.FRIDAY, DAY))
                .when(new BeginWeeklyReporting(PROJECT))
                .thenTaken();
        assertThat(automation.settledBy()).containsExactlyInAnyOrder(NO_REPORTS_OWED, ALREADY_EXISTS);
    }

    @Test
    @DisplayName("R-070, R-175: a level may begin it later; before the kickoff, or where it is there, nothing follows")
    void a_level_begins_it() {
        var automation = WhenSalesProjectClassifiedThenBeginWeeklyReporting.AUTOMATION;
        assertAsks(automation, new BeginWeeklyReporting(PROJECT));
        assertThat(automation.settledBy()).containsExactlyInAnyOrder(NO_REPORTS_OWED, ALREADY_EXISTS);
    }

    @Test
    @DisplayName("R-175: with the end of the sales project, however it ends, its reporting ends once")
    void the_end_of_the_project_ends_it() {
        var begun =
                Scenario.of(WEEKLY_REPORTING).given(new WeeklyReportingBegun(PROJECT, "kim", DayOfWeek.FRIDAY, DAY));
        begun.when(new EndWeeklyReporting())
                .then(new WeeklyReportingEnded(DAY))
                .when(new EndWeeklyReporting())
                .thenNothing();
        for (var automation : List.of(
                WhenSalesProjectEndsThenEndWeeklyReporting.TERMINATED,
                WhenSalesProjectEndsThenEndWeeklyReporting.CLOSING,
                WhenSalesProjectEndsThenEndWeeklyReporting.CLOSED)) {
            assertAsks(automation, new EndWeeklyReporting());
            assertThat(automation.settledBy()).containsExactly(UNKNOWN_TARGET);
        }
    }

    @Test
    void a_sales_project_that_never_was_kicked_off_has_no_reporting_to_end() {
        Scenario.of(WEEKLY_REPORTING).when(new EndWeeklyReporting()).thenUnknown();
    }

    private static <T> void assertAsks(Automation<T> automation, Record command) {
        var samples = ProducerSamples.of("opportunity", "sales-project", automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var asked = automation
                    .reaction()
                    .to(sample, sample.as(automation.data()))
                    .orElseThrow();
            assertThat(asked.target()).isEqualTo(sample.subject());
            assertThat(asked.command())
                    .isEqualTo(
                            command instanceof BeginWeeklyReporting
                                    ? new BeginWeeklyReporting(sample.subject())
                                    : command);
        }
    }
}
