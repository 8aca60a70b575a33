package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.salesproject.SalesProjects.CHARTER;
import static io.milepost.opportunities.salesproject.SalesProjects.CLOSED;
import static io.milepost.opportunities.salesproject.SalesProjects.DRAFT;
import static io.milepost.opportunities.salesproject.SalesProjects.ELSEWHERE;
import static io.milepost.opportunities.salesproject.SalesProjects.TEAM;
import static io.milepost.opportunities.salesproject.SalesProjects.TODAY;
import static io.milepost.opportunities.salesproject.SalesProjects.YESTERDAY;
import static io.milepost.opportunities.salesproject.SalesProjects.view;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.opportunities.salesproject.SalesProjectView.AtiOutcome;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesProjectTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(SALES_PROJECT, ELSEWHERE);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PREPARING =
            SalesProjects.PREPARING.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PREPARED =
            SalesProjects.PREPARED.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> UNDER_DECISION =
            SalesProjects.UNDER_DECISION.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> RETURNED =
            SalesProjects.RETURNED.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> AUTHORIZED =
            SalesProjects.AUTHORIZED.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> KICKED_OFF =
            SalesProjects.KICKED_OFF.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> TURNED_DOWN =
            SalesProjects.TURNED_DOWN.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> TERMINATED =
            SalesProjects.TERMINATED.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> CLOSING =
            SalesProjects.CLOSING.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> NOTHING =
            SalesProjects.NOTHING.recording(REACHED);
    private static final DecideAti APPROVE = new DecideAti(AtiDecision.APPROVED, "worth it", null, null, null);
    private static final HoldKickoff KICKOFF = new HoldKickoff(null, List.of("kim", "lee"), null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-056: proposed once, by nobody's hand")
    void is_proposed_once() {
        NOTHING.when(new ProposeSalesProject("kim", null, null, null))
                .then(new SalesProjectProposed("kim", null, null, null))
                .when(new ProposeSalesProject("kim", null, null, null))
                .thenTaken();
        NOTHING.when(new ProposeSalesProject(" ", null, null, null)).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(DRAFT).thenUnknown();
        assertThat(roles(ProposeSalesProject.class)).isEmpty();
        assertThat(roles(DecideAti.class)).containsExactlyInAnyOrder(Role.ATI_BOARD, Role.IMPORTER);
        assertThat(roles(ApproveCharter.class)).containsExactlyInAnyOrder(Role.SPONSOR, Role.IMPORTER);
    }

    @Test
    @DisplayName("R-061: money may be released from the positive decision on, whatever has become of the project since")
    void is_authorized_by_the_decision_alone() {
        var stopped = new SalesProjectTerminated("no capacity", TODAY, null, null, null, null);
        for (var before :
                List.of(PREPARING, PREPARED, UNDER_DECISION, RETURNED, TURNED_DOWN, PREPARING.given(stopped))) {
            assertThat(before.state().isAuthorized()).isFalse();
        }
        for (var after : List.of(AUTHORIZED, KICKED_OFF, AUTHORIZED.given(stopped))) {
            assertThat(after.state().isAuthorized()).isTrue();
        }
    }

    @Test
    @DisplayName("R-061: no appointed team and no kickoff before a positive decision")
    void nothing_is_launched_before_the_decision() {
        for (var before : List.of(PREPARING, PREPARED, UNDER_DECISION, RETURNED)) {
            before.when(new AppointTeam(TEAM)).thenRefused(ATI_NOT_APPROVED);
            before.when(KICKOFF).thenRefused(ATI_NOT_APPROVED);
        }
        AUTHORIZED.when(new AppointTeam(TEAM)).then(new TeamAppointed(TEAM));
    }

    @Test
    @DisplayName("R-063 to R-068: every role is appointed, each with duties; a draft may leave roles open")
    void a_team_is_appointed() {
        AUTHORIZED
                .when(new AppointTeam(TEAM))
                .then(new TeamAppointed(TEAM))
                .when(new AppointTeam(TEAM))
                .thenNothing();
        AUTHORIZED.when(new AppointTeam(TEAM.subList(1, 5))).thenRefused(TEAM_INCOMPLETE, "/members");
        PREPARING.when(new DraftAppointment(List.of())).thenRefused(TEAM_INCOMPLETE, "/members");
        PREPARING.when(new DraftAppointment(TEAM.subList(1, 5))).then(new TeamAppointmentDrafted(TEAM.subList(1, 5)));
        PREPARING
                .when(new DraftAppointment(List.of(new TeamMember(TeamRole.AR, "lee", " "))))
                .thenRefused(MEMBER_INCOMPLETE, "/members/0/duties");
        PREPARING
                .when(new DraftAppointment(List.of(new TeamMember(TeamRole.AR, "", "x"))))
                .thenRefused(MEMBER_INCOMPLETE, "/members/0/member");
    }

    @Test
    @DisplayName("Decision 9: quality assurance is not the director of the same project")
    void quality_assurance_is_not_the_director() {
        PREPARING
                .when(new DraftAppointment(List.of(TEAM.getFirst(), new TeamMember(TeamRole.QA, "kim", "x"))))
                .thenRefused(QA_IS_DIRECTOR, "/members/1/member");
        PREPARING
                .when(new DraftAppointment(List.of(TEAM.getFirst(), new TeamMember(TeamRole.QA, "Kim ", "x"))))
                .thenRefused(QA_IS_DIRECTOR, "/members/1/member");
        PREPARING
                .when(new DraftAppointment(List.of(TEAM.getFirst(), new TeamMember(TeamRole.PD, "KIM", "x"))))
                .thenRefused(MEMBER_REPEATED, "/members/1/member");
        var both = List.of(TEAM.getFirst(), new TeamMember(TeamRole.AR, "kim", "x"));
        PREPARING.when(new DraftAppointment(both)).then(new TeamAppointmentDrafted(both));
    }

    @Test
    @DisplayName(
            "The kickoff is the duty of the director who is appointed, in any spelling of the code; a system in its"
                    + " own name is not bound")
    void the_director_holds_the_kickoff() {
        var staffed = AUTHORIZED.given(new TeamAppointed(TEAM));
        var director = TEAM.stream()
                .filter(place -> place.role() == TeamRole.PD)
                .findFirst()
                .orElseThrow()
                .member();
        var held = new KickoffHeld(TODAY, List.of("kim", "lee"));
        staffed.when(KICKOFF).byMember("zoe").thenNotYourDuty();
        staffed.when(KICKOFF)
                .byMember(director.toUpperCase(java.util.Locale.ROOT))
                .then(held);
        staffed.when(KICKOFF).by("erp").then(held);
        staffed.when(KICKOFF).unbound().then(held);
        AUTHORIZED.when(KICKOFF).byMember("zoe").thenRefused(TEAM_NOT_APPOINTED);
        staffed.given(new TeamAppointed(List.of(new TeamMember(TeamRole.PD, "zoe", "leads"))))
                .when(KICKOFF)
                .byMember(director)
                .thenNotYourDuty();
    }

    @Test
    @DisplayName("R-071, G07: a kickoff needs an appointed team, and is completed with its minutes")
    void is_kicked_off() {
        AUTHORIZED.when(KICKOFF).thenRefused(TEAM_NOT_APPOINTED);
        var staffed = AUTHORIZED.given(new TeamAppointed(TEAM));
        var held = staffed.when(KICKOFF)
                .then(new KickoffHeld(TODAY, List.of("kim", "lee")))
                .when(KICKOFF)
                .thenNothing();
        assertThat(view(held).status()).isEqualTo("AUTHORIZED");
        var minuted = new HoldKickoff(TODAY, List.of("kim", "lee"), "file 9");
        held.when(minuted)
                .then(new KickoffCompleted(TODAY, "file 9"))
                .when(minuted)
                .thenNothing()
                .when(new HoldKickoff(TODAY, List.of("kim", "lee"), "file 10"))
                .thenRefused(KICKOFF_ALREADY_COMPLETED);
        staffed.when(minuted)
                .then(new KickoffHeld(TODAY, List.of("kim", "lee")), new KickoffCompleted(TODAY, "file 9"));
        staffed.when(new HoldKickoff(null, List.of(), null)).thenRefused(ATTENDANCE_MISSING, "/attendees");
        staffed.when(new HoldKickoff(null, List.of("kim", "lee", "Kim "), null))
                .thenRefused(ATTENDEE_REPEATED, "/attendees/2");
        staffed.when(new HoldKickoff(TODAY.plusDays(1), List.of("kim"), null)).thenRefused(DAY_IN_FUTURE, "/heldOn");
        staffed.when(new HoldKickoff(YESTERDAY.minusDays(1), List.of("kim"), null))
                .thenRefused(KICKOFF_BEFORE_ATI, "/heldOn");
        KICKED_OFF.when(new AppointTeam(TEAM.reversed())).then(new TeamAppointed(TEAM.reversed()));
    }

    @Test
    @DisplayName("R-060: nothing more is decided about one that has ended")
    void stays_ended() {
        var further =
                List.of(DRAFT, new CompletePreparation(), new SubmitForAti(), APPROVE, new AppointTeam(TEAM), KICKOFF);
        for (var ended : List.of(TURNED_DOWN, TERMINATED, CLOSING, CLOSED)) {
            further.forEach(command -> ended.when(command).thenRefused(SALES_PROJECT_ENDED));
        }
    }

    @Test
    @DisplayName("R-056, R-060: whoever says no, or decides, says why, and not of a day to come")
    void says_why() {
        PREPARING.given(CHARTER).when(new RejectCharter(" ")).thenRefused(REASON_MISSING, "/reason");
        var bare = new DecideAti(AtiDecision.APPROVED, " ", null, null, null);
        UNDER_DECISION.when(bare).thenRefused(REASON_MISSING, "/reason");
        var late = new DecideAti(AtiDecision.APPROVED, "x", TODAY.plusDays(1), null, null);
        UNDER_DECISION.when(late).thenRefused(DAY_IN_FUTURE, "/decidedOn");
    }

    @Test
    @DisplayName(
            "R-177: it is closed once when its closure is, from whatever state, and a late begin of closing is nothing")
    void closes_with_its_closure() {
        var close = new CloseSalesProject(ClosingCause.LOST, YESTERDAY);
        for (var any : List.of(
                PREPARING,
                PREPARED,
                UNDER_DECISION,
                RETURNED,
                AUTHORIZED,
                KICKED_OFF,
                TURNED_DOWN,
                TERMINATED,
                CLOSING)) {
            any.when(close)
                    .then(new SalesProjectClosed(ClosingCause.LOST, YESTERDAY))
                    .when(close)
                    .thenNothing()
                    .when(new StartClosing(ClosingCause.LOST, YESTERDAY))
                    .thenNothing();
        }
        CLOSED.when(close).thenRefused(SALES_PROJECT_ENDED);
        NOTHING.when(close).thenUnknown();
    }

    @Test
    void shows_how_far_it_is() {
        assertThat(List.of(
                        PREPARING,
                        PREPARED,
                        UNDER_DECISION,
                        RETURNED,
                        AUTHORIZED,
                        KICKED_OFF,
                        TURNED_DOWN,
                        TERMINATED,
                        CLOSING,
                        CLOSED))
                .map(project -> view(project).status())
                .containsExactly(
                        "PREPARING",
                        "PREPARED",
                        "UNDER_ATI",
                        "RETURNED",
                        "AUTHORIZED",
                        "KICKED_OFF",
                        "ATI_REJECTED",
                        "TERMINATED",
                        "CLOSING",
                        "CLOSED");
        var closing = view(CLOSING);
        assertThat(closing.decision()).isEqualTo(new AtiOutcome(AtiDecision.APPROVED, "board", YESTERDAY, "worth it"));
        assertThat(closing.team()).isEqualTo(TEAM);
        assertThat(closing.minutes()).isEqualTo("file 9");
        assertThat(closing.closingCause()).isEqualTo(ClosingCause.WON);
        assertThat(closing.closedOn()).isNull();
        var closed = view(CLOSED);
        assertThat(closed.team()).isEqualTo(TEAM);
        assertThat(closed.decision()).isEqualTo(closing.decision());
        assertThat(closed.closingCause()).isEqualTo(ClosingCause.WON);
        assertThat(closed.closedOn()).isEqualTo(TODAY);
        assertThat(view(TERMINATED.given(new SalesProjectClosed(ClosingCause.LOST, TODAY)))
                        .terminationReason())
                .isEqualTo("no capacity");
        assertThat(view(TERMINATED).terminationReason()).isEqualTo("no capacity");
    }

    private static Iterable<Role> roles(Class<?> command) {
        return SALES_PROJECT.command(command).roles();
    }
}
