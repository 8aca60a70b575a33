package io.milepost.opportunities.automation;

import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_ENDED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.salesproject.SalesProjectCatalogue;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ReopenSalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.ClosingCause;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClosed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClosingStarted;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectProposed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectReopened;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.ResumeWeeklyReporting;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows in this service where a deal is reopened. */
class ReopeningDealsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName(
            "Decision 44: a sales project goes on with its deal, once; a closed one is parked, and none is nothing")
    void the_project_goes_on() {
        var automation = WhenOpportunityReopenedThenReopenSalesProject.AUTOMATION;
        var reopen = (ReopenSalesProject) asked("opportunity", automation);
        var closing = Scenario.of(SalesProjectCatalogue.SALES_PROJECT)
                .given(
                        new SalesProjectProposed("kim", null, null, null),
                        new SalesProjectClosingStarted(ClosingCause.LOST, DAY));
        closing.when(reopen).then(new SalesProjectReopened(DAY)).when(reopen).thenNothing();
        closing.given(new SalesProjectClosed(ClosingCause.LOST, DAY))
                .when(reopen)
                .thenRefused(SALES_PROJECT_ENDED);
        Scenario.of(SalesProjectCatalogue.SALES_PROJECT).when(reopen).thenUnknown();
        assertThat(automation.settledBy()).containsExactly(UNKNOWN_TARGET);
    }

    @Test
    @DisplayName("Decision 44, R-175: and owes weekly reports again where it owed some")
    void it_owes_reports_again() {
        var automation = WhenSalesProjectReopenedThenResumeWeeklyReporting.AUTOMATION;
        assertThat(asked("sales-project", automation)).isEqualTo(new ResumeWeeklyReporting());
        assertThat(automation.settledBy()).containsExactly(UNKNOWN_TARGET);
    }

    /** Of every sample that was ever published, for the entity of its subject. */
    private static <T> Record asked(String aggregate, Automation<T> automation) {
        var commands = ProducerSamples.of("opportunity", aggregate, automation.type()).stream()
                .map(sample -> {
                    var asked = automation
                            .reaction()
                            .to(sample, sample.as(automation.data()))
                            .orElseThrow();
                    assertThat(asked.target()).isEqualTo(sample.subject());
                    return asked.command();
                })
                .toList();
        assertThat(List.copyOf(commands)).isNotEmpty();
        return commands.getFirst();
    }
}
