package io.milepost.opportunities.salesproject;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A strategic deal as a project: prepared, decided on, staffed and started, until its opportunity ends and it is closed. */
public sealed interface SalesProject {
    Decider<SalesProject, Command, SalesProjectEvent> DECIDER =
            new Decider<>(SalesProject::decide, SalesProject::begin, SalesProject::evolve);

    /** Sent by the automation when an opportunity is qualified whose sales process requires an ATI decision. */
    record ProposeSalesProject(String owner) {}

    /** What may be asked of a proposed sales project. Its texts may not contain personal data. */
    sealed interface Command {}

    /** What prepares the ATI decision. Until the submission, each of these reopens the preparation. */
    sealed interface PreparationCommand extends Command {}

    /**
     * Says what the charter says; when that changes, the sponsor decides again.
     *
     * @param salesGoal what is to be sold to whom by when; with the next three it forms the objective
     * @param expectedOutcome what the company gains from it
     */
    record DraftCharter(
            String name,
            @Limit(Limit.NOTE) String salesGoal,
            @Nullable @Limit(Limit.NOTE) String targetMarket,
            @Nullable @Limit(Limit.NOTE) String marketShareGain,
            @Nullable @Limit(Limit.NOTE) String positioning,
            @Limit(Limit.TEXT) String scope,
            @Limit(Limit.NOTE) String expectedOutcome)
            implements PreparationCommand {}

    /**
     * Gate G05, passed: the charter that is in effect as a controlled document about this project (gate G22).
     *
     * @param documentId of that charter, of kind {@code project-charter}
     */
    record ApproveCharter(
            @Nullable UUID documentId,
            @Nullable @Limit(Limit.NOTE) String note) implements PreparationCommand {}

    /** Gate G05, not passed: the charter is to be drafted anew. */
    record RejectCharter(@Limit(Limit.NOTE) String reason) implements PreparationCommand {}

    /** Whether it can and must be done, and what it takes. */
    record AssessFeasibility(
            @Limit(Limit.NOTE) String feasibility,
            @Limit(Limit.NOTE) String necessity,
            @Limit(Limit.NOTE) String people,
            @Limit(Limit.NOTE) String equipment,
            @Limit(Limit.NOTE) String funds)
            implements PreparationCommand {}

    /** Who is to be appointed; roles may still be open. */
    record DraftAppointment(List<TeamMember> members) implements PreparationCommand {
        public DraftAppointment {
            members = List.copyOf(members);
        }
    }

    /** The checkpoint before the decision. */
    record CompletePreparation() implements Command {}

    record SubmitForAti() implements Command {}

    /** Gate G06, taken today unless {@code decidedOn} says otherwise, by somebody other than the submitter. */
    record DecideAti(
            AtiDecision decision,
            @Limit(Limit.NOTE) String reason,
            @Nullable LocalDate decidedOn) implements Command {}

    /** The formal appointment, every role filled; a later one replaces it. */
    record AppointTeam(List<TeamMember> members) implements Command {
        public AppointTeam {
            members = List.copyOf(members);
        }
    }

    /**
     * Gate G07. The kickoff is completed with its minutes, stated at once or later with the same day and attendance.
     *
     * @param heldOn today when absent
     * @param attendees codes of team members
     * @param minutes where they are kept
     */
    record HoldKickoff(
            @Nullable LocalDate heldOn,
            List<String> attendees,
            @Nullable @Limit(Limit.TEXT) String minutes) implements Command {
        public HoldKickoff {
            attendees = List.copyOf(attendees);
        }
    }

    /** We stop before the deal is decided. */
    record TerminateSalesProject(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the automation when its opportunity ended, {@code on} that day. */
    record StartClosing(ClosingCause cause, LocalDate on) implements Command {}

    /** Sent by the automation when its closure was completed, {@code closedOn} that day. */
    record CloseSalesProject(ClosingCause outcome, LocalDate closedOn) implements Command {}

    enum No implements Refusal {
        SALES_PROJECT_ENDED(state("the sales project has been rejected, terminated or closed, or is closing")),
        ATI_NOT_APPROVED(state("a team and a kickoff need a positive ATI decision first")),
        TEAM_NOT_APPOINTED(state("a kickoff needs an appointed team")),
        KICKOFF_ALREADY_COMPLETED(state("the kickoff has been completed, with another day, attendance or minutes")),
        MEMBER_INCOMPLETE(rule("every team member needs a member code and duties")),
        MEMBER_REPEATED(rule("a member can be named only once for a role, whatever the spelling of the code")),
        TEAM_INCOMPLETE(rule("a draft must name somebody, and an appointment must fill every role")),
        QA_IS_DIRECTOR(rule("quality assurance cannot be the director of the same project")),
        KICKOFF_BEFORE_ATI(rule("a kickoff cannot be held before the ATI decision")),
        ATTENDANCE_MISSING(rule("a kickoff must name who attended")),
        ATTENDEE_REPEATED(rule("an attendee can be named only once, whatever the spelling of the code")),
        CHARTER_MISSING(state("there is no charter to decide on")),
        CHARTER_ALREADY_APPROVED(state("this version of the charter has been approved, with another note")),
        PREPARATION_INCOMPLETE(state("the preparation lacks something that the ATI decision needs")),
        NOT_PREPARED(state("a sales project can be submitted only after its preparation is completed")),
        UNDER_ATI(state("a submitted sales project cannot change until it is decided on")),
        NOT_UNDER_ATI(state("a sales project must be submitted before it is decided on")),
        ATI_ALREADY_DECIDED(state("the sales project has been authorized")),
        CHARTER_INCOMPLETE(rule("a charter needs a name, a sales goal, a scope and an expected outcome")),
        FEASIBILITY_INCOMPLETE(
                rule("an assessment must state feasibility, necessity and the people, equipment and funds needed")),
        DECIDER_IS_SUBMITTER(sender("whoever submitted a sales project cannot decide on it")),
        DECIDED_BEFORE_SUBMITTED(rule("a decision cannot be dated before the submission"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    SalesProjectProposed proposed();

    Preparation preparation();

    /** Whether the ATI decision was positive, whatever has become of it since. */
    default boolean isAuthorized() {
        return switch (this) {
            case Established _ -> true;
            case Ended ended -> ended.before().isAuthorized();
            case InPreparation _, UnderAti _ -> false;
        };
    }

    /** Codes of those who are formally appointed to the role, in the spelling of the appointment. */
    default Set<String> holders(TeamRole role) {
        return this instanceof Established established
                        && established.authorization().team() != null
                ? Launching.holders(established.authorization().team().members(), role)
                : Set.of();
    }

    /** Not submitted, so it may still be changed. */
    sealed interface InPreparation extends SalesProject {}

    record Preparing(SalesProjectProposed proposed, Preparation preparation) implements InPreparation {}

    record Prepared(SalesProjectProposed proposed, Preparation preparation) implements InPreparation {}

    /** Sent back by the ATI decision; in preparation again with the first change. */
    record Returned(SalesProjectProposed proposed, Preparation preparation, AtiReturned decision)
            implements InPreparation {}

    record UnderAti(SalesProjectProposed proposed, Preparation preparation, AtiSubmitted submitted)
            implements SalesProject {}

    /** With a positive ATI decision. */
    sealed interface Established extends SalesProject {
        Authorized authorization();
    }

    record Authorized(
            SalesProjectProposed proposed,
            Preparation preparation,
            AtiApproved decision,
            @Nullable TeamAppointed team,
            @Nullable KickoffHeld kickoff)
            implements Established {
        @Override
        public Authorized authorization() {
            return this;
        }

        Authorized with(TeamAppointed appointed) {
            return new Authorized(proposed, preparation, decision, appointed, kickoff);
        }

        Authorized with(KickoffHeld held) {
            return new Authorized(proposed, preparation, decision, team, held);
        }
    }

    record KickedOff(Authorized authorization, KickoffCompleted kickoff) implements Established {
        @Override
        public SalesProjectProposed proposed() {
            return authorization.proposed();
        }

        @Override
        public Preparation preparation() {
            return authorization.preparation();
        }
    }

    /** Nothing more is decided about it. */
    sealed interface Ended extends SalesProject {
        SalesProject before();

        @Override
        default SalesProjectProposed proposed() {
            return before().proposed();
        }

        @Override
        default Preparation preparation() {
            return before().preparation();
        }
    }

    /** Ended by a negative ATI decision. */
    record TurnedDown(SalesProject before, AtiRejected decision) implements Ended {}

    record Terminated(SalesProject before, SalesProjectTerminated end) implements Ended {}

    /** Its opportunity has ended. */
    record Closing(SalesProject before, SalesProjectClosingStarted end) implements Ended {}

    /** Its closure is complete. */
    record Closed(SalesProject before, SalesProjectClosed end) implements Ended {}

    static Decision<SalesProjectEvent> propose(ProposeSalesProject propose, Occasion occasion) {
        return check().owner("/owner", propose.owner()).accept(() -> new SalesProjectProposed(propose.owner()));
    }

    static Decision<SalesProjectEvent> decide(SalesProject project, Command command, Occasion occasion) {
        return switch (command) {
            case PreparationCommand prepare -> Establishing.prepare(project, prepare, occasion);
            case CompletePreparation _ -> Establishing.complete(project, occasion.today());
            case SubmitForAti _ -> Establishing.submit(project, occasion);
            case DecideAti decide -> Establishing.decide(project, decide, occasion);
            case AppointTeam(var members) -> Launching.appoint(project, members);
            case HoldKickoff kickoff -> Launching.kickOff(project, kickoff, occasion.today());
            case TerminateSalesProject(var reason) -> Ending.terminate(project, reason, occasion.today());
            case StartClosing closing -> Ending.startClosing(project, closing);
            case CloseSalesProject close -> Ending.close(project, close);
        };
    }

    static SalesProject begin(SalesProjectEvent first) {
        return new Preparing((SalesProjectProposed) first, Preparation.NONE);
    }

    static SalesProject evolve(SalesProject project, SalesProjectEvent event) {
        var proposed = project.proposed();
        var preparation = project.preparation();
        return switch (event) {
            case SalesProjectProposed _ -> project;
            case PreparationEvent change -> new Preparing(proposed, preparation.after(change));
            case EstablishmentPrepared _ -> new Prepared(proposed, preparation);
            case AtiSubmitted submitted -> new UnderAti(proposed, preparation, submitted);
            case AtiApproved decision -> new Authorized(proposed, preparation, decision, null, null);
            case AtiReturned decision -> new Returned(proposed, preparation, decision);
            case AtiRejected decision -> new TurnedDown(project, decision);
            case TeamAppointed team ->
                switch ((Established) project) {
                    case Authorized authorized -> authorized.with(team);
                    case KickedOff(var authorization, var kickoff) -> new KickedOff(authorization.with(team), kickoff);
                };
            case KickoffHeld held -> ((Authorized) project).with(held);
            case KickoffCompleted completed -> new KickedOff((Authorized) project, completed);
            case SalesProjectTerminated end -> new Terminated(project, end);
            case SalesProjectClosingStarted end -> new Closing(project, end);
            case SalesProjectClosed end -> new Closed(project, end);
        };
    }
}
