package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.DIRECTOR_CHANGED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjects.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.automation.WhenPlanBaselinedThenStartMonitoring;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The one who directs a sales project, and since when it is monitored. */
class DirectorTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_DIRECTORS);
    private static final TeamMember ZOE = new TeamMember(TeamRole.PD, "zoe", "directs");
    private static final List<TeamMember> UNDER_ZOE =
            Stream.concat(Stream.of(ZOE), TEAM.stream().skip(1)).toList();

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-063, R-064: a sales project has one director, in the draft and in the appointment")
    void there_is_one_director() {
        var two = Stream.concat(TEAM.stream(), Stream.of(ZOE)).toList();
        PREPARING
                .recording(REACHED)
                .when(new DraftAppointment(two))
                .thenRefused(DIRECTOR_REPEATED, "/members/5/member");
        AUTHORIZED.recording(REACHED).when(new AppointTeam(two)).thenRefused(DIRECTOR_REPEATED, "/members/5/member");
        var others = List.of(
                new TeamMember(TeamRole.AR, "lee", "the customer"), new TeamMember(TeamRole.AR, "ann", "the bank"));
        PREPARING.when(new DraftAppointment(others)).then(new TeamAppointmentDrafted(others));
        AUTHORIZED.when(new AppointTeam(UNDER_ZOE)).then(new TeamAppointed(UNDER_ZOE));
    }

    @Test
    @DisplayName(
            "R-064: who is quality assurance cannot become the director, however the code is spelled, nor the other way")
    void the_director_is_not_quality_assurance() {
        var both = Stream.concat(
                        Stream.of(new TeamMember(TeamRole.PD, "UMA ", "directs")),
                        TEAM.stream().skip(1))
                .toList();
        KICKED_OFF.recording(REACHED).when(new AppointTeam(both)).thenRefused(QA_IS_DIRECTOR, "/members/4/member");
        var quality = Stream.concat(
                        TEAM.stream().limit(4), Stream.of(new TeamMember(TeamRole.QA, "KIM", "the process")))
                .toList();
        KICKED_OFF.recording(REACHED).when(new AppointTeam(quality)).thenRefused(QA_IS_DIRECTOR, "/members/4/member");
    }

    @Test
    @DisplayName("R-064: a director hands the post over, which is a fact of its own, and told to whoever takes it over")
    void the_post_is_handed_over() {
        var staffed = AUTHORIZED.given(new TeamAppointed(TEAM));
        var changed = staffed.when(new AppointTeam(UNDER_ZOE))
                .then(new TeamAppointed(UNDER_ZOE), new DirectorChanged("kim", "zoe", TODAY))
                .when(new AppointTeam(UNDER_ZOE))
                .thenNothing();
        assertThat(changed.state().holders(TeamRole.PD)).containsExactly("ZOE");
        assertThat(changed.state().projectTeam().holder(Responsible.PD)).contains("zoe");
        assertThat(DIRECTOR_CHANGED_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
        // Nobody hands over what stays with them, in whatever spelling.
        var respelled = Stream.concat(
                        Stream.of(new TeamMember(TeamRole.PD, "KIM", "directs")),
                        TEAM.stream().skip(1))
                .toList();
        staffed.when(new AppointTeam(respelled)).then(new TeamAppointed(respelled));
        // Of two from before there was one alone, the first hands over.
        var two = Stream.concat(TEAM.stream(), Stream.of(ZOE)).toList();
        AUTHORIZED
                .given(new TeamAppointed(two))
                .when(new AppointTeam(UNDER_ZOE))
                .then(new TeamAppointed(UNDER_ZOE), new DirectorChanged("kim", "zoe", TODAY));
    }

    @Test
    @DisplayName("Domain 3.2, R-171: from the first baseline of its plan on a kicked off project is monitored, once")
    void is_monitored_from_the_first_baseline_on() {
        assertThat(view(KICKED_OFF).status()).isEqualTo("KICKED_OFF");
        var monitored = KICKED_OFF
                .when(new StartMonitoring())
                .then(new MonitoringStarted(TODAY))
                .when(new StartMonitoring())
                .thenNothing();
        assertThat(view(monitored).status()).isEqualTo("MONITORING");
        var planned = AUTHORIZED.when(new StartMonitoring()).then(new MonitoringStarted(TODAY));
        assertThat(view(planned).status()).isEqualTo("AUTHORIZED");
        var started = planned.given(
                new TeamAppointed(TEAM), new KickoffHeld(TODAY, List.of("kim")), new KickoffCompleted(TODAY, "file 9"));
        assertThat(view(started).status()).isEqualTo("MONITORING");
        assertThat(List.of(planned, started))
                .allMatch(project -> TODAY.equals(view(project).monitoredFrom()));
        assertThat(view(KICKED_OFF).monitoredFrom()).isNull();
        assertThat(view(started.given(new SalesProjectClosingStarted(ClosingCause.WON, TODAY)))
                        .status())
                .isEqualTo("CLOSING");
        PREPARING.recording(REACHED).when(new StartMonitoring()).thenRefused(ATI_NOT_APPROVED);
        CLOSED.recording(REACHED).when(new StartMonitoring()).thenRefused(SALES_PROJECT_ENDED);
        Scenario.of(SalesProjectCatalogue.SALES_PROJECT)
                .when(new StartMonitoring())
                .thenUnknown();
    }

    @Test
    @DisplayName("R-171: a baselined plan asks for it, of its own project, and of one that has ended nothing follows")
    void a_baselined_plan_starts_it() {
        var automation = WhenPlanBaselinedThenStartMonitoring.AUTOMATION;
        var samples = ProducerSamples.of("opportunity", "project-plan", automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var baselined = sample.as(automation.data());
            var asked = automation.reaction().to(sample, baselined).orElseThrow();
            assertThat(asked.target()).isEqualTo(baselined.salesProjectId());
            assertThat(asked.command()).isEqualTo(new StartMonitoring());
        }
        assertThat(automation.settledBy()).containsExactlyInAnyOrder(ATI_NOT_APPROVED, SALES_PROJECT_ENDED);
    }
}
