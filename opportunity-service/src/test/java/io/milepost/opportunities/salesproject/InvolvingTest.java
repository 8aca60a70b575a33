package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.salesproject.SalesProjects.TEAM;
import static io.milepost.opportunities.salesproject.SalesProjects.TODAY;
import static io.milepost.opportunities.salesproject.SalesProjects.YESTERDAY;
import static io.milepost.opportunities.salesproject.SalesProjects.view;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Level;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The level of a sales project, who takes part in it beside its team, and the call of its kickoff. */
class InvolvingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(Stream.concat(
                    SalesProjects.OF_INVOLVING.stream(),
                    Stream.of(UNDER_ATI, SALES_PROJECT_ENDED, TEAM_INCOMPLETE, TEAM_NOT_APPOINTED, ATI_NOT_APPROVED))
            .toList());
    private static final Level TOP =
            new Level("TOP", "of the whole company", List.of(Owed.WEEKLY_REPORT, Owed.CALLED_KICKOFF));
    private static final Level WEEKLY = new Level("WEEKLY", "of a region", List.of(Owed.WEEKLY_REPORT));
    private static final Level SMALL = new Level("SMALL", "of one office", List.of());
    private static final Pursuit LEVELS = new Pursuit(List.of(TOP, WEEKLY, SMALL), null, null, null);

    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> LEVELLED =
            Scenario.of(SALES_PROJECT).recording(REACHED).given(new SalesProjectProposed("kim", null, null, LEVELS));
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> SUBMITTED =
            LEVELLED.given(new EstablishmentPrepared(YESTERDAY), new AtiSubmitted("kim", YESTERDAY));
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> AUTHORIZED =
            SUBMITTED.given(new AtiApproved("board", YESTERDAY, "worth it", "kim"));
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> STAFFED =
            AUTHORIZED.given(new TeamAppointed(TEAM));
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> WITHOUT_LEVELS =
            SalesProjects.PREPARING.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> ENDED =
            SalesProjects.TERMINATED.recording(REACHED);

    private static final Participant LAWYER = new Participant(Department.LEGAL, "zoe", "the contract");
    private static final Participant ENGINEER = new Participant(Department.ENGINEERING, "tom", "the layout");
    private static final InvolveDepartments INVOLVE = new InvolveDepartments(List.of(LAWYER, ENGINEER));
    private static final CallKickoff CALL = new CallKickoff(TODAY.plusDays(3), "room 4", "goals and dates");
    private static final KickoffCalled CALLED =
            new KickoffCalled(TODAY.plusDays(3), "room 4", "goals and dates", "someone");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-070: a project has a level of its sales process, which says what it owes, in whatever spelling")
    void a_project_has_a_level() {
        var classified = new SalesProjectClassified("TOP", TOP.owes());
        var top = LEVELLED.when(new ClassifySalesProject(" top")).then(classified);
        top.when(new ClassifySalesProject("TOP")).thenNothing();
        assertThat(view(top).level()).isEqualTo("TOP");
        assertThat(view(top).owes()).containsExactly(Owed.WEEKLY_REPORT, Owed.CALLED_KICKOFF);
        LEVELLED.when(new ClassifySalesProject("HUGE")).thenRefused(LEVEL_UNKNOWN, "/level");
        WITHOUT_LEVELS.when(new ClassifySalesProject("TOP")).thenRefused(LEVEL_UNKNOWN, "/level");
        SUBMITTED.when(new ClassifySalesProject("TOP")).thenRefused(UNDER_ATI);
        ENDED.when(new ClassifySalesProject("TOP")).thenRefused(SALES_PROJECT_ENDED);
        top.when(new ClassifySalesProject("SMALL")).then(new SalesProjectClassified("SMALL", List.of()));
    }

    @Test
    @DisplayName(
            "R-059, R-070: where a process has levels, the decision waits for one; where it has none a project owes its reports")
    void the_level_is_part_of_the_preparation() {
        assertThat(view(LEVELLED).missing()).contains("LEVEL_SET");
        assertThat(view(LEVELLED.given(new SalesProjectClassified("SMALL", List.of())))
                        .missing())
                .doesNotContain("LEVEL_SET");
        assertThat(view(WITHOUT_LEVELS).missing()).doesNotContain("LEVEL_SET");
        assertThat(WITHOUT_LEVELS.state().owes(Owed.WEEKLY_REPORT)).isTrue();
        assertThat(WITHOUT_LEVELS.state().owes(Owed.CALLED_KICKOFF)).isFalse();
        assertThat(LEVELLED.given(new SalesProjectClassified("SMALL", List.of()))
                        .state()
                        .owes(Owed.WEEKLY_REPORT))
                .isFalse();
    }

    @Test
    @DisplayName("R-070: once it runs a project may come to owe more, and never less")
    void what_is_owed_only_grows_after_the_kickoff() {
        var weekly = new SalesProjectClassified("WEEKLY", WEEKLY.owes());
        var running =
                STAFFED.given(weekly, new KickoffHeld(TODAY, List.of("kim")), new KickoffCompleted(TODAY, "file 9"));
        running.when(new ClassifySalesProject("SMALL")).thenRefused(LEVEL_OWES_LESS, "/level");
        running.when(new ClassifySalesProject("TOP")).then(new SalesProjectClassified("TOP", TOP.owes()));
        STAFFED.given(weekly)
                .when(new ClassifySalesProject("SMALL"))
                .then(new SalesProjectClassified("SMALL", List.of()));
    }

    @Test
    @DisplayName(
            "R-069: departments other than sales take part, each by members and what they contribute, until the project ends")
    void departments_take_part() {
        var involved = LEVELLED.when(INVOLVE).then(new DepartmentsInvolved(List.of(LAWYER, ENGINEER)));
        involved.when(INVOLVE).thenNothing();
        involved.when(new InvolveDepartments(List.of())).then(new DepartmentsInvolved(List.of()));
        LEVELLED.when(new InvolveDepartments(List.of())).thenNothing();
        assertThat(view(involved).departments()).containsExactly(LAWYER, ENGINEER);
        for (var open : List.of(SUBMITTED, AUTHORIZED, STAFFED)) {
            assertThat(view(open.when(INVOLVE).then(new DepartmentsInvolved(List.of(LAWYER, ENGINEER))))
                            .departments())
                    .hasSize(2);
        }
        ENDED.when(INVOLVE).thenRefused(SALES_PROJECT_ENDED);
        LEVELLED.when(involving(LAWYER, new Participant(Department.LEGAL, "ZOE ", "x")))
                .thenRefused(PARTICIPANT_REPEATED, "/participants/1/member");
        LEVELLED.when(involving(new Participant(Department.LEGAL, " ", "x")))
                .thenRefused(PARTICIPANT_INCOMPLETE, "/participants/0/member");
        LEVELLED.when(involving(new Participant(Department.LEGAL, "zoe", "")))
                .thenRefused(PARTICIPANT_INCOMPLETE, "/participants/0/contribution");
        var both = involving(LAWYER, new Participant(Department.FINANCE, "zoe", "the prices"));
        LEVELLED.when(both).then(new DepartmentsInvolved(both.participants()));
    }

    @Test
    @DisplayName(
            "R-064, R-069: whoever takes part may be given work; once a director is appointed it is theirs to say who does")
    void the_director_involves_departments() {
        var team =
                STAFFED.given(new DepartmentsInvolved(List.of(LAWYER))).state().projectTeam();
        assertThat(team.knows("Zoe")).isTrue();
        assertThat(team.knows("tom")).isFalse();
        assertThat(team.seats()).contains(new Seat(Responsible.NOBODY, "zoe"));
        LEVELLED.when(INVOLVE).byMember("zoe").then(new DepartmentsInvolved(INVOLVE.participants()));
        STAFFED.when(INVOLVE).byMember("zoe").thenNotYourDuty();
        STAFFED.when(INVOLVE).byMember("kim").then(new DepartmentsInvolved(INVOLVE.participants()));
    }

    @Test
    @DisplayName("R-068: an administrator may be appointed beside quality assurance, and may direct the project")
    void an_administrator_need_not_be_appointed() {
        var six = new ArrayList<>(TEAM);
        six.add(new TeamMember(TeamRole.ADMINISTRATOR, "kim", "the files"));
        AUTHORIZED.when(new AppointTeam(six)).then(new TeamAppointed(six));
        AUTHORIZED.when(new AppointTeam(six.subList(1, 6))).thenRefused(TEAM_INCOMPLETE, "/members");
        AUTHORIZED.when(new AppointTeam(TEAM)).then(new TeamAppointed(TEAM));
        assertThat(STAFFED.given(new TeamAppointed(six)).state().holders(TeamRole.ADMINISTRATOR))
                .containsExactly("KIM");
    }

    @Test
    @DisplayName("R-071: a kickoff is called in advance by the director, also anew, until it is held")
    void a_kickoff_is_called() {
        var called = STAFFED.when(CALL).then(CALLED);
        called.when(CALL).thenNothing();
        called.when(new CallKickoff(TODAY.plusDays(4), null, null))
                .then(new KickoffCalled(TODAY.plusDays(4), null, null, "someone"));
        assertThat(view(called).kickoffCall()).isEqualTo(CALLED);
        STAFFED.when(CALL).byMember("lee").thenNotYourDuty();
        STAFFED.when(new CallKickoff(YESTERDAY, null, null)).thenRefused(KICKOFF_CALLED_LATE, "/calledFor");
        STAFFED.when(new CallKickoff(TODAY.plusYears(6), null, null)).thenRefused(DAY_IMPLAUSIBLE, "/calledFor");
        STAFFED.when(new CallKickoff(TODAY, " ", null)).thenRefused(TEXT_MISSING, "/place");
        STAFFED.when(new CallKickoff(TODAY, null, "")).thenRefused(TEXT_MISSING, "/agenda");
        AUTHORIZED.when(CALL).thenRefused(TEAM_NOT_APPOINTED);
        LEVELLED.when(CALL).thenRefused(ATI_NOT_APPROVED);
        SUBMITTED.when(CALL).thenRefused(ATI_NOT_APPROVED);
        ENDED.when(CALL).thenRefused(SALES_PROJECT_ENDED);
        var held = called.given(new KickoffHeld(TODAY, List.of("kim")));
        held.when(CALL).thenRefused(KICKOFF_ALREADY_HELD);
        held.given(new KickoffCompleted(TODAY, "file 9")).when(CALL).thenRefused(KICKOFF_ALREADY_HELD);
    }

    @Test
    @DisplayName("R-070, R-071: where the level asks for it, a kickoff that nobody has called cannot be held")
    void some_levels_owe_a_call() {
        var hold = new HoldKickoff(null, List.of("kim"), null);
        var held = new KickoffHeld(TODAY, List.of("kim"));
        var top = STAFFED.given(new SalesProjectClassified("TOP", TOP.owes()));
        top.when(hold).thenRefused(KICKOFF_NOT_CALLED);
        top.given(CALLED).when(hold).then(held);
        STAFFED.given(new SalesProjectClassified("WEEKLY", WEEKLY.owes()))
                .when(hold)
                .then(held);
    }

    @Test
    @DisplayName("R-071: who attends is of the team, of a department that takes part, or owns the deal")
    void attendees_are_known() {
        var involved = STAFFED.given(new DepartmentsInvolved(List.of(LAWYER)));
        involved.when(new HoldKickoff(null, List.of("Zoe", "lee", "KIM"), null))
                .then(new KickoffHeld(TODAY, List.of("Zoe", "lee", "KIM")));
        STAFFED.when(new HoldKickoff(null, List.of("kim", "zoe"), null)).thenRefused(ATTENDEE_UNKNOWN, "/attendees/1");
        // Held before attendees had to be known: its minutes can still be stated.
        STAFFED.given(new KickoffHeld(TODAY, List.of("ghost")))
                .when(new HoldKickoff(TODAY, List.of("ghost"), "file 9"))
                .then(new KickoffCompleted(TODAY, "file 9"));
    }

    @Test
    @DisplayName("R-060, R-064: a decision names who is drafted as director, so that they are told")
    void the_director_is_told_of_the_decision() {
        var submitted = LEVELLED.given(
                new TeamAppointmentDrafted(TEAM),
                new EstablishmentPrepared(YESTERDAY),
                new AtiSubmitted("kim", YESTERDAY));
        submitted
                .when(new DecideAti(AtiDecision.APPROVED, "worth it", null, null, null))
                .then(new AtiApproved("someone", TODAY, "worth it", "kim"));
        submitted
                .when(new DecideAti(AtiDecision.RETURNED, "no numbers", null, null, null))
                .then(new AtiReturned("someone", TODAY, "no numbers", "kim"));
        submitted
                .when(new DecideAti(AtiDecision.REJECTED, "too small", null, EndCause.PRICE, "ask earlier"))
                .then(new AtiRejected("someone", TODAY, "too small", "kim", EndCause.PRICE, "ask earlier"));
    }

    private static InvolveDepartments involving(Participant... participants) {
        return new InvolveDepartments(List.of(participants));
    }
}
