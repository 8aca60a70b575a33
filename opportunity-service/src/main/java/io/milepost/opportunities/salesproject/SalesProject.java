package io.milepost.opportunities.salesproject;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A strategic deal as a project: prepared, decided on, staffed and started, until its opportunity ends and it is closed. */
public sealed interface SalesProject {
    Decider<SalesProject, SalesProjectCommand, SalesProjectEvent> DECIDER =
            new Decider<>(SalesProject::decide, SalesProject::begin, SalesProject::evolve);

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
        RISK_OWNER_LEAVES(state("who owns an open risk of the project stays in its team until another one owns it")),
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

    /** What all that belongs to it has to know of it. */
    default ProjectTeam projectTeam() {
        var phase = switch (this) {
            case InPreparation _, UnderAti _ -> Phase.PREPARING;
            case Established _ -> Phase.AUTHORIZED;
            case Ended _ -> Phase.ENDED;
        };
        return new ProjectTeam(proposed().owner(), phase, Launching.seats(this));
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
        return check().owner("/owner", propose.owner())
                .accept(() -> new SalesProjectProposed(propose.owner(), propose.template(), propose.templateVersion()));
    }

    static Decision<SalesProjectEvent> decide(SalesProject project, SalesProjectCommand command, Occasion occasion) {
        return switch (command) {
            case PreparationCommand prepare -> Establishing.prepare(project, prepare, occasion);
            case CompletePreparation _ -> Establishing.complete(project, occasion);
            case SubmitForAti _ -> Establishing.submit(project, occasion);
            case DecideAti decide -> Establishing.decide(project, decide, occasion);
            case AppointTeam(var members) -> Launching.appoint(project, members, occasion);
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
