package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;

import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A sales project in each of its states. */
final class SalesProjects {
    /** What {@link EstablishmentTest} reaches; the rest is reached by others. */
    static final List<Refusal> OF_ESTABLISHMENT = List.of(
            CHARTER_MISSING,
            CHARTER_ALREADY_APPROVED,
            PREPARATION_INCOMPLETE,
            NOT_PREPARED,
            UNDER_ATI,
            NOT_UNDER_ATI,
            ATI_ALREADY_DECIDED,
            CHARTER_INCOMPLETE,
            FEASIBILITY_INCOMPLETE,
            DECIDER_IS_SUBMITTER,
            DECIDED_BEFORE_SUBMITTED,
            Usual.DOCUMENT_NOT_IN_EFFECT);

    /** What {@link InvolvingTest} reaches. */
    static final List<Refusal> OF_INVOLVING = List.of(
            LEVEL_UNKNOWN,
            LEVEL_OWES_LESS,
            PARTICIPANT_INCOMPLETE,
            PARTICIPANT_REPEATED,
            KICKOFF_NOT_CALLED,
            KICKOFF_ALREADY_HELD,
            KICKOFF_CALLED_LATE,
            ATTENDEE_UNKNOWN,
            Usual.TEXT_MISSING,
            Usual.DAY_IMPLAUSIBLE);

    /** What {@link DirectorTest} reaches. */
    static final List<Refusal> OF_DIRECTORS =
            List.of(DIRECTOR_REPEATED, QA_IS_DIRECTOR, ATI_NOT_APPROVED, SALES_PROJECT_ENDED);

    /** What {@link RiskOwnersTest} reaches. */
    private static final List<Refusal> OF_RISK_OWNERS = List.of(RISK_OWNER_LEAVES);

    /** What {@link ProjectReopeningTest} reaches. */
    static final List<Refusal> OF_REOPENING =
            List.of(SALES_PROJECT_REOPENED, CAUSE_MISSING, LESSONS_MISSING, NOT_A_REJECTION);

    /** All that other tests than {@link SalesProjectTest} reach. */
    static final List<Refusal> ELSEWHERE = Stream.of(
                    OF_ESTABLISHMENT, OF_INVOLVING, OF_RISK_OWNERS, OF_REOPENING, List.<Refusal>of(DIRECTOR_REPEATED))
            .flatMap(List::stream)
            .toList();

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> NOTHING = Scenario.of(SALES_PROJECT);
    static final DraftCharter DRAFT = charter("Presses", "ten presses", "Europe", "all of it");
    static final CharterDrafted CHARTER =
            new CharterDrafted("Presses", "ten presses", null, "two percent", null, "Europe", "all of it");
    static final FeasibilityAssessed FEASIBILITY =
            new FeasibilityAssessed("we can", "we must", "five of us", "a test hall", "20000 USD");
    static final List<TeamMember> TEAM = List.of(
            new TeamMember(TeamRole.PD, "kim", "directs"),
            new TeamMember(TeamRole.AR, "lee", "the customer"),
            new TeamMember(TeamRole.SR, "sam", "the solution"),
            new TeamMember(TeamRole.FR, "ray", "the delivery"),
            new TeamMember(TeamRole.QA, "uma", "the process"));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PREPARING =
            NOTHING.given(new SalesProjectProposed("kim", null, null, null));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> COMPLETE = PREPARING.given(
            CHARTER, new CharterApproved("sponsor", null, null), FEASIBILITY, new TeamAppointmentDrafted(TEAM));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PREPARED =
            COMPLETE.given(new EstablishmentPrepared(YESTERDAY));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> UNDER_DECISION =
            PREPARED.given(new AtiSubmitted("kim", YESTERDAY));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> RETURNED =
            UNDER_DECISION.given(new AtiReturned("board", YESTERDAY, "no numbers", null));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> AUTHORIZED =
            UNDER_DECISION.given(new AtiApproved("board", YESTERDAY, "worth it", null));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> KICKED_OFF = AUTHORIZED.given(
            new TeamAppointed(TEAM),
            new KickoffHeld(TODAY, List.of("kim", "lee")),
            new KickoffCompleted(TODAY, "file 9"));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> TURNED_DOWN =
            UNDER_DECISION.given(new AtiRejected("board", YESTERDAY, "too small", null, null, null));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> TERMINATED =
            AUTHORIZED.given(new SalesProjectTerminated("no capacity", YESTERDAY, null, null, null, null));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> CLOSING =
            KICKED_OFF.given(new SalesProjectClosingStarted(ClosingCause.WON, TODAY));
    static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> CLOSED =
            CLOSING.given(new SalesProjectClosed(ClosingCause.WON, TODAY));

    private SalesProjects() {}

    static DraftCharter charter(String name, String salesGoal, String scope, String outcome) {
        return new DraftCharter(name, salesGoal, null, "two percent", null, scope, outcome);
    }

    static SalesProjectView view(Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> project) {
        return SalesProjectView.of(project.state());
    }
}
