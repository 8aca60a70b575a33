package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a sales project.
 *
 * @param status PREPARING, PREPARED, UNDER_ATI, RETURNED, AUTHORIZED, KICKED_OFF, ATI_REJECTED, TERMINATED, CLOSING or CLOSED
 * @param missing what the checkpoint before the decision still asks for, beside a risk in the register of the project
 * @param submittedOn while it is under decision
 * @param team as appointed, without those who were released; before that the draft stands in the preparation
 * @param minutes of the kickoff, which is completed with them
 * @param terminationReason why we stopped, where we did
 * @param closingCause how its opportunity ended
 * @param closedOn the day on which its closure was complete
 * @param level absent until it is set
 * @param owes what a project of its level owes
 * @param departments who takes part from departments other than sales
 * @param kickoffCall the last call of the kickoff
 * @param kickoffMissed whether the day of that ended without it
 * @param monitoredFrom the day from which there is a plan to hold it against
 * @param released who left it with its closing
 */
public record SalesProjectView(
        String status,
        String owner,
        Preparation preparation,
        List<String> missing,
        @Nullable LocalDate submittedOn,
        @Nullable AtiOutcome decision,
        List<TeamMember> team,
        @Nullable KickoffHeld kickoff,
        @Nullable String minutes,
        @Nullable String terminationReason,
        @Nullable ClosingCause closingCause,
        @Nullable LocalDate closedOn,
        @Nullable String level,
        List<Owed> owes,
        List<Participant> departments,
        @Nullable KickoffCalled kickoffCall,
        @Nullable PeopleReleased released,
        @Nullable LocalDate reopenedOn,
        boolean kickoffMissed,
        @Nullable LocalDate monitoredFrom) {
    public SalesProjectView {
        missing = List.copyOf(missing);
        team = List.copyOf(team);
        owes = List.copyOf(owes);
        departments = List.copyOf(departments);
    }

    /** The last ATI decision of a sales project, by whom, on which day and why. */
    public record AtiOutcome(AtiDecision decision, String decidedBy, LocalDate decidedOn, String reason) {}

    static SalesProjectView of(SalesProject project) {
        var launched = project;
        @Nullable String terminationReason = null;
        while (launched instanceof Ended ended) {
            terminationReason = ended instanceof Terminated(var _, var end) ? end.reason() : terminationReason;
            launched = ended.before();
        }
        var authorization = launched instanceof Established established ? established.authorization() : null;
        var team = authorization == null ? null : authorization.team();
        return new SalesProjectView(
                status(project),
                project.proposed().owner(),
                project.preparation(),
                project.missing(),
                project instanceof UnderAti under ? under.submitted().submittedOn() : null,
                decision(project),
                team == null ? List.of() : Launching.members(project),
                authorization == null ? null : authorization.kickoff(),
                launched instanceof KickedOff done ? done.kickoff().minutes() : null,
                terminationReason,
                causeOf(project),
                project instanceof Closed(var _, var end) ? end.closedOn() : null,
                project.setting().level() == null
                        ? null
                        : project.setting().level().level(),
                Arrays.stream(Owed.values()).filter(project.setting()::owes).toList(),
                project.setting().participants(),
                authorization == null ? null : authorization.called(),
                project.setting().released(),
                project.setting().reopened() == null
                        ? null
                        : project.setting().reopened().on(),
                authorization != null && authorization.missed() != null,
                project.setting().monitored() == null
                        ? null
                        : project.setting().monitored().on());
    }

    private static String status(SalesProject project) {
        return switch (project) {
            case Preparing _ -> "PREPARING";
            case Prepared _ -> "PREPARED";
            case UnderAti _ -> "UNDER_ATI";
            case Returned _ -> "RETURNED";
            case Authorized _ -> "AUTHORIZED";
            case KickedOff(var authorization, var _) ->
                authorization.setting().monitored() == null ? "KICKED_OFF" : "MONITORING";
            case TurnedDown _ -> "ATI_REJECTED";
            case Terminated _ -> "TERMINATED";
            case Closing _ -> "CLOSING";
            case Closed _ -> "CLOSED";
        };
    }

    private static @Nullable ClosingCause causeOf(SalesProject project) {
        return switch (project) {
            case Closing(var _, var end) -> end.cause();
            case Closed(var _, var end) -> end.outcome();
            case InPreparation _, UnderAti _, Established _, TurnedDown _, Terminated _ -> null;
        };
    }

    private static @Nullable AtiOutcome decision(SalesProject project) {
        return switch (project) {
            case Preparing _, Prepared _, UnderAti _ -> null;
            case Returned(var _, var _, var returned) ->
                new AtiOutcome(AtiDecision.RETURNED, returned.decidedBy(), returned.decidedOn(), returned.reason());
            case Established established -> {
                var approved = established.authorization().decision();
                yield new AtiOutcome(
                        AtiDecision.APPROVED, approved.decidedBy(), approved.decidedOn(), approved.reason());
            }
            case TurnedDown(var _, var rejected) ->
                new AtiOutcome(AtiDecision.REJECTED, rejected.decidedBy(), rejected.decidedOn(), rejected.reason());
            case Terminated(var before, var _) -> decision(before);
            case Closing(var before, var _) -> decision(before);
            case Closed(var before, var _) -> decision(before);
        };
    }
}
