package io.milepost.opportunities.salesproject;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.ArrayList;
import java.util.List;
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
        LEVEL_UNKNOWN(rule("the sales process of the deal has no such level")),
        LEVEL_OWES_LESS(state("after its kickoff a sales project owes no less than before")),
        PARTICIPANT_INCOMPLETE(rule("whoever takes part needs a member code and a contribution")),
        PARTICIPANT_REPEATED(
                rule("a member can be named only once for a department, whatever the spelling of the code")),
        DIRECTOR_REPEATED(rule("a sales project has one director at a time")),
        QA_IS_DIRECTOR(rule("quality assurance cannot be the director of the same project")),
        KICKOFF_NOT_CALLED(state("a kickoff of this level is called before it is held")),
        KICKOFF_ALREADY_HELD(state("the kickoff has been held")),
        KICKOFF_CALLED_LATE(rule("a kickoff is called for today or a later day")),
        ATTENDEE_UNKNOWN(rule("an attendee must be in the team, take part for a department, or own the deal")),
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
        CAUSE_MISSING(rule("whoever loses or gives up a deal says what it was")),
        LESSONS_MISSING(rule("whoever loses or gives up a deal says what is learned from it")),
        NOT_A_REJECTION(rule("cause and lessons are of a rejection alone")),
        SALES_PROJECT_REOPENED(state("the sales project was reopened and has not ended again")),
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

    Setting setting();

    default SalesProjectProposed proposed() {
        return setting().proposed();
    }

    Preparation preparation();

    /** Whether the ATI decision was positive, whatever has become of it since. */
    default boolean isAuthorized() {
        return switch (this) {
            case Established _ -> true;
            case Ended ended -> ended.before().isAuthorized();
            case InPreparation _, UnderAti _ -> false;
        };
    }

    /** Whether its closing has released people; word of that may arrive before word of the end of its deal. */
    default boolean isReleased() {
        return setting().released() != null;
    }

    /** Codes of those who are formally appointed to the role, in the spelling of the appointment. */
    default Set<String> holders(TeamRole role) {
        return this instanceof Established established
                        && established.authorization().team() != null
                ? Launching.holders(Launching.members(this), role)
                : Set.of();
    }

    /** What all that belongs to it has to know of it. */
    default ProjectTeam projectTeam() {
        var phase = switch (this) {
            case Ended _ -> Phase.ENDED;
            case SalesProject _ when isReleased() -> Phase.ENDED;
            case InPreparation _, UnderAti _ -> Phase.PREPARING;
            case Established _ -> Phase.AUTHORIZED;
        };
        return new ProjectTeam(proposed().owner(), phase, Launching.seats(this));
    }

    /** What the checkpoint before the decision still asks for: the preparation, and a level where its process has some. */
    default List<String> missing() {
        var missing = new ArrayList<>(preparation().missing());
        if (setting().lacksLevel()) {
            missing.add("LEVEL_SET");
        }
        return missing;
    }

    /** Whether a project of its level owes this. */
    default boolean owes(Owed owed) {
        return setting().owes(owed);
    }

    /** Whether the kickoff was completed, whatever has become of it since. */
    default boolean isKickedOff() {
        return switch (this) {
            case KickedOff _ -> true;
            case Ended ended -> ended.before().isKickedOff();
            case InPreparation _, UnderAti _, Authorized _ -> false;
        };
    }

    /** Not submitted, so it may still be changed. */
    sealed interface InPreparation extends SalesProject {}

    record Preparing(Setting setting, Preparation preparation) implements InPreparation {}

    record Prepared(Setting setting, Preparation preparation) implements InPreparation {}

    /** Sent back by the ATI decision; in preparation again with the first change. */
    record Returned(Setting setting, Preparation preparation, AtiReturned decision) implements InPreparation {}

    record UnderAti(Setting setting, Preparation preparation, AtiSubmitted submitted) implements SalesProject {}

    /** With a positive ATI decision. */
    sealed interface Established extends SalesProject {
        Authorized authorization();
    }

    record Authorized(
            Setting setting,
            Preparation preparation,
            AtiApproved decision,
            @Nullable TeamAppointed team,
            @Nullable KickoffCalled called,
            @Nullable KickoffMissed missed,
            @Nullable KickoffHeld kickoff)
            implements Established {
        @Override
        public Authorized authorization() {
            return this;
        }

        Authorized with(TeamAppointed appointed) {
            return new Authorized(setting, preparation, decision, appointed, called, missed, kickoff);
        }

        Authorized with(KickoffHeld held) {
            return new Authorized(setting, preparation, decision, team, called, missed, held);
        }

        Authorized with(KickoffCalled call) {
            return new Authorized(setting, preparation, decision, team, call, null, kickoff);
        }

        Authorized with(Setting changed) {
            return new Authorized(changed, preparation, decision, team, called, missed, kickoff);
        }

        Authorized with(KickoffMissed late) {
            return new Authorized(setting, preparation, decision, team, called, late, kickoff);
        }
    }

    record KickedOff(Authorized authorization, KickoffCompleted kickoff) implements Established {
        @Override
        public Setting setting() {
            return authorization.setting();
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
        default Setting setting() {
            return before().setting();
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
                .accept(() -> new SalesProjectProposed(
                        propose.owner(), propose.template(), propose.templateVersion(), propose.pursuit()));
    }

    static Decision<SalesProjectEvent> decide(SalesProject project, SalesProjectCommand command, Occasion occasion) {
        return switch (command) {
            case PreparationCommand prepare -> Establishing.prepare(project, prepare, occasion);
            case CompletePreparation _ -> Establishing.complete(project, occasion);
            case SubmitForAti _ -> Establishing.submit(project, occasion);
            case DecideAti decide -> Establishing.decide(project, decide, occasion);
            case AppointTeam(var members) -> Launching.appoint(project, members, occasion);
            case ClassifySalesProject(var level) -> Involving.classify(project, level);
            case InvolveDepartments(var participants) -> Involving.involve(project, participants, occasion);
            case CallKickoff call -> Kickoff.call(project, call, occasion);
            case MissKickoff miss -> Kickoff.miss(project, miss, occasion.today());
            case HoldKickoff kickoff -> Kickoff.hold(project, kickoff, occasion.today());
            case StartMonitoring _ -> Kickoff.monitor(project, occasion.today());
            case TerminateSalesProject terminate -> Ending.terminate(project, terminate, occasion);
            case StartClosing closing -> Ending.startClosing(project, closing);
            case ReleasePeople release -> Ending.release(project, release);
            case CloseSalesProject close -> Ending.close(project, close);
            case ReopenSalesProject _ -> Ending.reopen(project, occasion.today());
        };
    }

    static SalesProject begin(SalesProjectEvent first) {
        return new Preparing(Setting.of((SalesProjectProposed) first), Preparation.NONE);
    }

    static SalesProject evolve(SalesProject project, SalesProjectEvent event) {
        var setting = project.setting();
        var preparation = project.preparation();
        return switch (event) {
            case SalesProjectProposed _ -> project;
            case PreparationEvent change -> new Preparing(setting, preparation.after(change));
            case EstablishmentPrepared _ -> new Prepared(setting, preparation);
            case AtiSubmitted submitted -> new UnderAti(setting, preparation, submitted);
            case AtiApproved decision -> new Authorized(setting, preparation, decision, null, null, null, null);
            case AtiReturned decision -> new Returned(setting, preparation, decision);
            case AtiRejected decision -> new TurnedDown(project, decision);
            case TeamAppointed team ->
                switch ((Established) project) {
                    case Authorized authorized -> authorized.with(team);
                    case KickedOff(var authorization, var kickoff) -> new KickedOff(authorization.with(team), kickoff);
                };
            case DirectorChanged _ -> project;
            case MonitoringStarted since -> setting.with(since).in(project);
            case SalesProjectClassified level -> setting.with(level).in(project);
            case DepartmentsInvolved departments -> setting.with(departments).in(project);
            case KickoffCalled called -> ((Authorized) project).with(called);
            case KickoffMissed late -> ((Authorized) project).with(late);
            case KickoffHeld held -> ((Authorized) project).with(held);
            case KickoffCompleted completed -> new KickedOff((Authorized) project, completed);
            case SalesProjectTerminated end -> new Terminated(project, end);
            case PeopleReleased people -> setting.with(people).in(project);
            case SalesProjectClosingStarted end -> new Closing(project, end);
            case SalesProjectClosed end -> new Closed(project, end);
            case SalesProjectReopened again -> setting.with(again).in(Ending.reopened(project));
        };
    }
}
