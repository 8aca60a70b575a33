package io.milepost.opportunities.salesproject.domain;

import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.OWNER_MISSING;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.SALES_PROJECT_ALREADY_PROPOSED;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.SALES_PROJECT_UNKNOWN;
import static io.milepost.platform.decision.Decision.accepted;

import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.AppointTeam;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.CloseSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.CompletePreparation;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DecideAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.HoldKickoff;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.PreparationCommand;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.ProposeSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.StartClosing;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.SubmitForAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.TerminateSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiApproved;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiRejected;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiReturned;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiSubmitted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.EstablishmentPrepared;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.KickoffCompleted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.KickoffHeld;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.PreparationEvent;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectClosed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectClosingStarted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectProposed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectTerminated;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.TeamAppointed;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import org.jspecify.annotations.Nullable;

/** A strategic deal as a project: prepared, decided about, staffed and started, until its opportunity ends and it is closed. */
public sealed interface SalesProject {

    record Unknown() implements SalesProject {}

    /** Every sales project that was proposed. */
    sealed interface Known extends SalesProject {
        SalesProjectProposed proposed();

        Preparation preparation();
    }

    /** Not submitted, so it may still be changed. */
    sealed interface InPreparation extends Known {}

    /** With a positive ATI decision. */
    sealed interface Established extends Known {
        Authorized authorization();
    }

    /** Nothing more is decided about it. */
    sealed interface Ended extends Known {
        Known before();

        @Override
        default SalesProjectProposed proposed() {
            return before().proposed();
        }

        @Override
        default Preparation preparation() {
            return before().preparation();
        }
    }

    record Preparing(SalesProjectProposed proposed, Preparation preparation) implements InPreparation {}

    record Prepared(SalesProjectProposed proposed, Preparation preparation) implements InPreparation {}

    /** Sent back by the ATI decision; in preparation again with the first thing that is changed. */
    record Returned(SalesProjectProposed proposed, Preparation preparation, AtiReturned decision)
            implements InPreparation {}

    record UnderAti(SalesProjectProposed proposed, Preparation preparation, AtiSubmitted submitted) implements Known {}

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

    /** Ended by a negative ATI decision. */
    record TurnedDown(Known before, AtiRejected decision) implements Ended {}

    record Terminated(Known before, SalesProjectTerminated end) implements Ended {}

    /** Its opportunity has ended. */
    record Closing(Known before, SalesProjectClosingStarted end) implements Ended {}

    /** Its closure is complete. */
    record Closed(Known before, SalesProjectClosed end) implements Ended {}

    static Decision<SalesProjectEvent> decide(SalesProject state, SalesProjectCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof ProposeSalesProject(var owner) ? propose(owner) : refused(SALES_PROJECT_UNKNOWN);
            case Known project ->
                switch (command) {
                    case ProposeSalesProject _ -> refused(SALES_PROJECT_ALREADY_PROPOSED);
                    case PreparationCommand prepare -> Establishing.prepare(project, prepare, occasion.actor());
                    case CompletePreparation _ -> Establishing.complete(project, occasion.today());
                    case SubmitForAti _ -> Establishing.submit(project, occasion);
                    case DecideAti decide -> Establishing.decide(project, decide, occasion);
                    case AppointTeam appoint -> Launching.appoint(project, appoint);
                    case HoldKickoff kickoff -> Launching.kickOff(project, kickoff, occasion.today());
                    case TerminateSalesProject(var reason) -> Ending.terminate(project, reason, occasion.today());
                    case StartClosing closing -> Ending.startClosing(project, closing);
                    case CloseSalesProject close -> Ending.close(project, close);
                };
        };
    }

    static SalesProject evolve(SalesProject state, SalesProjectEvent event) {
        return switch (event) {
            case SalesProjectProposed proposed -> new Preparing(proposed, Preparation.NONE);
            case PreparationEvent change ->
                new Preparing(
                        known(state).proposed(), known(state).preparation().after(change));
            case EstablishmentPrepared _ ->
                new Prepared(known(state).proposed(), known(state).preparation());
            case AtiSubmitted submitted ->
                new UnderAti(known(state).proposed(), known(state).preparation(), submitted);
            case AtiApproved decision ->
                new Authorized(known(state).proposed(), known(state).preparation(), decision, null, null);
            case AtiReturned decision ->
                new Returned(known(state).proposed(), known(state).preparation(), decision);
            case AtiRejected decision -> new TurnedDown(known(state), decision);
            case TeamAppointed team ->
                switch ((Established) state) {
                    case Authorized authorized -> authorized.with(team);
                    case KickedOff(var authorization, var kickoff) -> new KickedOff(authorization.with(team), kickoff);
                };
            case KickoffHeld held -> ((Authorized) state).with(held);
            case KickoffCompleted completed -> new KickedOff((Authorized) state, completed);
            case SalesProjectTerminated end -> new Terminated(known(state), end);
            case SalesProjectClosingStarted end -> new Closing(known(state), end);
            case SalesProjectClosed end -> new Closed(known(state), end);
        };
    }

    private static Decision<SalesProjectEvent> propose(String owner) {
        return owner.isBlank() ? refused(OWNER_MISSING).at("/owner") : accepted(new SalesProjectProposed(owner));
    }

    private static Known known(SalesProject state) {
        return (Known) state;
    }

    private static Refused<SalesProjectEvent> refused(SalesProjectRefusal reason) {
        return Decision.refused(reason);
    }
}
