package io.milepost.delivery.handover.domain;

import static io.milepost.delivery.handover.domain.HandoverRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_ALREADY_ACCEPTED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_ALREADY_HELD;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HELD_BEFORE_CALLED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HELD_IN_FUTURE;
import static io.milepost.delivery.handover.domain.HandoverRefusal.MEETING_IN_PAST;
import static io.milepost.delivery.handover.domain.HandoverRefusal.MEETING_NOT_SCHEDULED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.MODE_REASON_MISSING;
import static io.milepost.delivery.handover.domain.HandoverRefusal.PACKAGE_NOT_READY;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.refused;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.handover.domain.Handover.Accepted;
import io.milepost.delivery.handover.domain.Handover.Held;
import io.milepost.delivery.handover.domain.Handover.Known;
import io.milepost.delivery.handover.domain.Handover.Open;
import io.milepost.delivery.handover.domain.Handover.Ready;
import io.milepost.delivery.handover.domain.Handover.Scheduled;
import io.milepost.delivery.handover.domain.HandoverCommand.HoldHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.ScheduleMeeting;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverHeld;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverMeetingScheduled;
import io.milepost.delivery.kernel.Horizon;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;

/** The package is presented to the delivery team, in a meeting unless there is a reason for another way. */
final class Presentation {

    private Presentation() {}

    static Decision<HandoverEvent> schedule(Known handover, ScheduleMeeting schedule, Occasion occasion) {
        var calledOn = handover instanceof Scheduled(var _, var before) ? before.calledOn() : occasion.today();
        var meeting = new HandoverMeetingScheduled(schedule.on(), schedule.mode(), schedule.modeReason(), calledOn);
        return switch (handover) {
            case Open _ -> refused(PACKAGE_NOT_READY);
            case Scheduled scheduled when scheduled.meeting().equals(meeting) -> unchanged();
            case Ready _, Scheduled _ -> call(meeting, occasion);
            case Held _ -> refused(HANDOVER_ALREADY_HELD);
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    private static Decision<HandoverEvent> call(HandoverMeetingScheduled meeting, Occasion occasion) {
        if (meeting.mode() != HandoverMode.MEETING
                && Objects.requireNonNullElse(meeting.modeReason(), "").isBlank()) {
            return Decision.<HandoverEvent>refused(MODE_REASON_MISSING).at("/modeReason");
        }
        if (meeting.on().isBefore(occasion.today())) {
            return Decision.<HandoverEvent>refused(MEETING_IN_PAST).at("/on");
        }
        return Horizon.NEAR.reaches(meeting.on(), occasion.today())
                ? accepted(meeting)
                : Decision.<HandoverEvent>refused(DAY_IMPLAUSIBLE).at("/on");
    }

    /** It may be held on another day than planned, but not on one to come. */
    static Decision<HandoverEvent> hold(Known handover, HoldHandover hold, Occasion occasion) {
        var on = Objects.requireNonNullElse(hold.on(), occasion.today());
        return switch (handover) {
            case Open _, Ready _ -> refused(MEETING_NOT_SCHEDULED);
            case Scheduled scheduled -> held(scheduled, on, hold, occasion);
            case Held held -> again(held.held(), on, hold);
            case Accepted accepted -> again(accepted.held(), on, hold);
        };
    }

    /** Of a migrated contract it may have been held before the suite knew of it. */
    private static Decision<HandoverEvent> held(
            Scheduled scheduled, LocalDate on, HoldHandover hold, Occasion occasion) {
        if (on.isAfter(occasion.today())) {
            return Decision.<HandoverEvent>refused(HELD_IN_FUTURE).at("/on");
        }
        var calledOn = scheduled.meeting().calledOn();
        var known = !scheduled.dossier().initiated().migrated();
        return known && calledOn != null && on.isBefore(calledOn)
                ? Decision.<HandoverEvent>refused(HELD_BEFORE_CALLED).at("/on")
                : accepted(new HandoverHeld(on, hold.minutes()));
    }

    private static Decision<HandoverEvent> again(HandoverHeld before, LocalDate on, HoldHandover hold) {
        return before.equals(new HandoverHeld(on, hold.minutes())) ? unchanged() : refused(HANDOVER_ALREADY_HELD);
    }
}
