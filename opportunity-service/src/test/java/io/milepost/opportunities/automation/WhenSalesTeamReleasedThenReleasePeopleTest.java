package io.milepost.opportunities.automation;

import static io.milepost.opportunities.automation.WhenSalesTeamReleasedThenReleasePeople.AUTOMATION;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.inbound.delivery.SalesTeamReleased;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectCatalogue;
import io.milepost.opportunities.salesproject.SalesProjectCommand;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ReleasePeople;
import io.milepost.opportunities.salesproject.SalesProjectEvent;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenSalesTeamReleasedThenReleasePeopleTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final PeopleReleased RELEASED = new PeopleReleased(List.of("lee", "sam"), DAY);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> NOTHING =
            Scenario.of(SalesProjectCatalogue.SALES_PROJECT);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> STAFFED = NOTHING.given(
            new SalesProjectProposed("kim", null, null, null),
            new TeamAppointmentDrafted(List.of(
                    new TeamMember(TeamRole.AR, "lee", "the customer"),
                    new TeamMember(TeamRole.SR, "sam", "the solution"))));
    private static final SalesProjectClosingStarted ENDED = new SalesProjectClosingStarted(ClosingCause.LOST, DAY);

    @Test
    @DisplayName("R-180: the people whom the closing releases leave the sales project, once however often it is told")
    void releases_once() {
        assertThat(reaction().target()).isEqualTo(DEAL);
        STAFFED.given(ENDED).when(release()).then(RELEASED).when(release()).thenNothing();
    }

    @Test
    @DisplayName("R-180: told late, after the project was closed, they leave all the same; one who has left already"
            + " changes nothing")
    void releases_late() {
        var closed = STAFFED.given(ENDED, new SalesProjectClosed(ClosingCause.LOST, DAY));
        closed.when(release()).then(RELEASED);
        closed.given(new PeopleReleased(List.of("lee"), DAY))
                .when(release())
                .then(new PeopleReleased(List.of("sam"), DAY));
        NOTHING.given(new SalesProjectProposed("kim", null, null, null))
                .when(release())
                .thenNothing();
    }

    @Test
    @DisplayName("R-180: told before the end of the deal they leave too, and the end finds the project without them")
    void releases_out_of_order() {
        var released = STAFFED.when(release()).then(RELEASED).given(ENDED);
        assertThat(released.state().projectTeam().seats()).isEmpty();
        released.when(release()).thenNothing();
    }

    @Test
    @DisplayName("R-180: a deal that never had a sales project has nobody to release; no refusal is passed over")
    void a_deal_without_a_project_ends_the_story() {
        NOTHING.when(release()).thenUnknown();
        assertThat(AUTOMATION.settledBy()).containsExactly(UNKNOWN_TARGET);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        var samples = ProducerSamples.of("delivery", "sales-closure", AUTOMATION.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(SalesTeamReleased.class)))
                    .isPresent();
        }
    }

    private static ReleasePeople release() {
        return (ReleasePeople) reaction().command();
    }

    private static Reaction.Command reaction() {
        var json = """
            {"opportunityId": "%s", "members": ["LEE", "sam", "not of the team"], "on": "%s", "later": 1}
            """.formatted(DEAL, DAY);
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), json);
        return AUTOMATION
                .reaction()
                .to(event, event.as(SalesTeamReleased.class))
                .orElseThrow();
    }
}
