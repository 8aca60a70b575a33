package io.milepost.leads.meetingaction;

import static io.milepost.leads.meetingaction.MeetingAction.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member is to do by a day because a sales meeting said so. An entity of its own, so that it is its owner's.
 *
 * @param overdue whether its last day ended before it was completed
 * @param completion null until it is done
 */
public record MeetingAction(
        MeetingActionAgreed agreed,
        boolean overdue,
        @Nullable MeetingActionCompleted completion) {
    static final Decider<MeetingAction, Command, Event> DECIDER =
            new Decider<>(MeetingAction::decide, MeetingAction::begin, MeetingAction::evolve);

    /**
     * Notes what somebody has to do.
     *
     * @param owner code of the member
     * @param dueOn the last day on which it is in time
     */
    public record AgreeAction(
            UUID meetingId, @Limit(Limit.NOTE) String task, String owner, LocalDate dueOn) {}

    public sealed interface Command {}

    public record CompleteAction(@Limit(Limit.NOTE) String result) implements Command {}

    /** Sent by the timer when the last day has ended. */
    public record MarkActionOverdue() implements Command {}

    public sealed interface Event {
        UUID meetingId();
    }

    public record MeetingActionAgreed(UUID meetingId, String task, String owner, LocalDate dueOn) implements Event {}

    public record MeetingActionCompleted(UUID meetingId, String result, LocalDate completedOn, String completedBy)
            implements Event {}

    public record MeetingActionOverdue(UUID meetingId, String owner, LocalDate dueOn) implements Event {}

    public enum No implements Refusal {
        MEETING_NOT_HELD(state("an action follows from a meeting that has been held")),
        OWNER_UNKNOWN(state("no team member has the code of the owner, or the one that had it has left")),
        ACTION_COMPLETED(state("the action is completed, with another result")),
        DUE_BEFORE_MEETING(rule("an action cannot be due before its meeting"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What has to be known of the meeting; {@code heldOn} is null until it has been held. */
    record Meeting(@Nullable LocalDate heldOn) {}

    static Decision<Event> agree(AgreeAction agree, Occasion occasion) {
        var heldOn = occasion.read(Meeting.class).map(Meeting::heldOn).orElse(null);
        return heldOn == null
                ? refusedAt("/meetingId", MEETING_NOT_HELD)
                : check().text("/task", agree.task())
                        .owner("/owner", agree.owner())
                        .that(MemberCode.holderOf(agree.owner(), occasion).isPresent(), "/owner", OWNER_UNKNOWN)
                        .within(NEAR, "/dueOn", agree.dueOn(), occasion.today())
                        .that(!agree.dueOn().isBefore(heldOn), "/dueOn", DUE_BEFORE_MEETING)
                        .accept(() ->
                                new MeetingActionAgreed(agree.meetingId(), agree.task(), agree.owner(), agree.dueOn()));
    }

    static Decision<Event> decide(MeetingAction action, Command command, Occasion occasion) {
        var agreed = action.agreed;
        var done = action.completion;
        return switch (command) {
            case CompleteAction(var result) ->
                done == null
                        ? check().text("/result", result)
                                .accept(() -> new MeetingActionCompleted(
                                        agreed.meetingId(),
                                        result,
                                        occasion.today(),
                                        occasion.who().name()))
                        : done.result().equals(result) ? unchanged() : refused(ACTION_COMPLETED);
            case MarkActionOverdue _ ->
                done == null && !action.overdue && occasion.today().isAfter(agreed.dueOn())
                        ? accepted(new MeetingActionOverdue(agreed.meetingId(), agreed.owner(), agreed.dueOn()))
                        : unchanged();
        };
    }

    static MeetingAction begin(Event first) {
        return new MeetingAction((MeetingActionAgreed) first, false, null);
    }

    static MeetingAction evolve(MeetingAction action, Event event) {
        return switch (event) {
            case MeetingActionAgreed _ -> action;
            case MeetingActionOverdue _ -> new MeetingAction(action.agreed, true, null);
            case MeetingActionCompleted done -> new MeetingAction(action.agreed, action.overdue, done);
        };
    }
}
