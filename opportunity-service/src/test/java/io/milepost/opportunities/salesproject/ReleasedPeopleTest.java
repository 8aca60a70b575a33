package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.ATTENDEE_UNKNOWN;
import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_ENDED;
import static io.milepost.opportunities.salesproject.SalesProjects.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom the closing of a sales project releases leaves its team, in whatever state it is. */
class ReleasedPeopleTest {
    private static final List<String> ALL = List.of("kim", "lee", "sam", "ray", "uma");
    private static final List<Participant> LAWYER = List.of(new Participant(Department.LEGAL, "zoe", "the contract"));
    private static final PeopleReleased EVERYBODY = new PeopleReleased(ALL, TODAY);

    @Test
    @DisplayName("R-180: whoever is released leaves the team of the sales project, once, and its end stays what it is")
    void the_released_leave_the_team() {
        for (var project : List.of(
                KICKED_OFF,
                KICKED_OFF.given(new SalesProjectTerminated("no capacity", YESTERDAY, null, null, null, null)),
                CLOSING,
                CLOSED)) {
            assertThat(view(project).team()).hasSize(5);
            var status = view(project).status();
            var released = project.when(new ReleasePeople(ALL, TODAY)).then(EVERYBODY);
            released.when(new ReleasePeople(ALL, TODAY)).thenNothing();
            released.when(new ReleasePeople(ALL, TODAY.plusDays(1))).thenNothing();
            assertThat(view(released).team()).isEmpty();
            assertThat(view(released).released()).isEqualTo(EVERYBODY);
            assertThat(view(released).status()).isEqualTo(status);
        }
    }

    @Test
    @DisplayName("R-180: the released answer for nothing any more and can be given no work; those who stay still do")
    void the_released_have_no_part_in_it() {
        var before = KICKED_OFF.given(new DepartmentsInvolved(LAWYER));
        assertThat(before.state().holders(TeamRole.PD)).containsExactly("KIM");
        assertThat(before.state().projectTeam().knows("lee")).isTrue();
        assertThat(before.state().projectTeam().knows("zoe")).isTrue();

        var some = new PeopleReleased(List.of("lee", "sam", "ray", "zoe"), TODAY);
        var after = before.when(new ReleasePeople(List.of(" LEE", "Sam", "ray", "zoe", "ghost"), TODAY))
                .then(some);
        var team = after.state().projectTeam();
        assertThat(team.knows("lee")).isFalse();
        assertThat(team.knows("zoe")).isFalse();
        assertThat(team.knows("uma")).isTrue();
        assertThat(team.seats()).extracting(Seat::member).containsExactly("kim", "uma");
        assertThat(after.state().holders(TeamRole.AR)).isEmpty();
        assertThat(after.state().holders(TeamRole.PD)).containsExactly("KIM");
        assertThat(view(after).team()).isEqualTo(List.of(TEAM.getFirst(), TEAM.getLast()));
        assertThat(view(after).departments()).isEmpty();

        var rest = new PeopleReleased(List.of("uma"), TODAY);
        var later = after.when(new ReleasePeople(List.of("uma", "sam"), TODAY)).then(rest);
        assertThat(view(later).released())
                .isEqualTo(new PeopleReleased(List.of("lee", "sam", "ray", "zoe", "uma"), TODAY));
        assertThat(later.state().holders(TeamRole.PD)).containsExactly("KIM");
    }

    @Test
    @DisplayName("R-180: who has left already is not released again, nor anybody of a project that has no team")
    void who_is_not_in_it_cannot_leave() {
        var replaced = TEAM.stream()
                .map(member -> member.member().equals("ray") ? new TeamMember(member.role(), "zoe", "x") : member)
                .toList();
        KICKED_OFF
                .given(new TeamAppointed(replaced))
                .when(new ReleasePeople(List.of("ray", "lee"), TODAY))
                .then(new PeopleReleased(List.of("lee"), TODAY));
        PREPARING.when(new ReleasePeople(ALL, TODAY)).thenNothing();
        NOTHING.when(new ReleasePeople(ALL, TODAY)).thenUnknown();
    }

    @Test
    @DisplayName(
            "R-180: the release may arrive before the end of the deal; nobody is appointed to the project after it")
    void the_release_may_come_first() {
        var drafted = PREPARING.given(new TeamAppointmentDrafted(TEAM));
        for (var project : List.of(drafted, UNDER_DECISION, RETURNED, TURNED_DOWN, AUTHORIZED, KICKED_OFF)) {
            var released = project.when(new ReleasePeople(ALL, TODAY)).then(EVERYBODY);
            assertThat(released.state().projectTeam().seats()).isEmpty();
            assertThat(released.state().projectTeam().phase()).isEqualTo(Phase.ENDED);
            released.when(new StartClosing(ClosingCause.LOST, TODAY))
                    .then(new SalesProjectClosingStarted(ClosingCause.LOST, TODAY));
        }
        var early = drafted.given(EVERYBODY);
        early.when(new DraftAppointment(TEAM)).thenRefused(SALES_PROJECT_ENDED);
        early.when(new InvolveDepartments(LAWYER)).thenRefused(SALES_PROJECT_ENDED);
        var staffed = AUTHORIZED.given(new TeamAppointed(TEAM));
        staffed.given(EVERYBODY).when(new AppointTeam(TEAM)).thenRefused(SALES_PROJECT_ENDED);
        staffed.given(EVERYBODY)
                .when(new HoldKickoff(TODAY, List.of("lee"), "file 9"))
                .thenRefused(ATTENDEE_UNKNOWN);
        staffed.when(new HoldKickoff(TODAY, List.of("lee"), "file 9"))
                .then(new KickoffHeld(TODAY, List.of("lee")), new KickoffCompleted(TODAY, "file 9"));
        assertThat(staffed.state().projectTeam().phase()).isEqualTo(Phase.AUTHORIZED);
    }

    @Test
    @DisplayName("R-180, R-082: an open risk keeps nobody in a project that is at its end")
    void a_risk_does_not_hold_the_released() {
        CLOSING.when(new ReleasePeople(List.of("sam"), TODAY))
                .holding("riskOwner=" + Scenario.ID + "/SAM", new UUID(7, 7))
                .then(new PeopleReleased(List.of("sam"), TODAY));
        assertThat(SalesProjectCatalogue.SALES_PROJECT
                        .command(ReleasePeople.class)
                        .roles())
                .isEqualTo(Set.of());
    }
}
