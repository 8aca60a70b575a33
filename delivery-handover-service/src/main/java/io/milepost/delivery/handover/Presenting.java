package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.Handover.Accepted;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The package is presented to the delivery team, in a meeting unless there is a reason for another way. */
final class Presenting {
    private Presenting() {}

    static Decision<Event> schedule(Handover handover, ScheduleMeeting schedule, LocalDate today) {
        var calledOn = handover instanceof Scheduled(var _, var before) ? before.calledOn() : today;
        var meeting = new HandoverMeetingScheduled(schedule.on(), schedule.mode(), schedule.modeReason(), calledOn);
        return switch (handover) {
            case Open _ -> refused(PACKAGE_NOT_READY);
            case Scheduled(var _, var before) when before.equals(meeting) -> unchanged();
            case Ready _, Scheduled _ -> call(meeting, today);
            case Held _ -> refused(HANDOVER_ALREADY_HELD);
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    private static Decision<Event> call(HandoverMeetingScheduled meeting, LocalDate today) {
        var reason = Objects.requireNonNullElse(meeting.modeReason(), "");
        return check().that(
                        meeting.mode() == HandoverMode.MEETING || !reason.isBlank(), "/modeReason", MODE_REASON_MISSING)
                .that(!meeting.on().isBefore(today), "/on", MEETING_IN_PAST)
                .within(NEAR, "/on", meeting.on(), today)
                .accept(() -> meeting);
    }

    /** It may be held on another day than planned. */
    static Decision<Event> hold(Handover handover, HoldHandover hold, LocalDate today) {
        var held = new HandoverHeld(Objects.requireNonNullElse(hold.on(), today), hold.minutes(), hold.attendees());
        return switch (handover) {
            case Open _, Ready _ -> refused(MEETING_NOT_SCHEDULED);
            case Scheduled scheduled ->
                check().that(!held.on().isAfter(today), "/on", HELD_IN_FUTURE)
                        .that(!isBeforeCall(scheduled, held.on()), "/on", HELD_BEFORE_CALLED)
                        .within(FAR, "/on", held.on(), today)
                        .text("/minutes", Objects.requireNonNullElse(hold.minutes(), ""), MINUTES_MISSING)
                        .that(
                                haveAttended(scheduled.meeting().mode(), hold.attendees()),
                                "/attendees",
                                ATTENDEES_MISSING)
                        .accept(() -> held);
            case Held(var _, var _, var before) -> again(before, held);
            case Accepted(var _, var _, var before, var _) -> again(before, held);
        };
    }

    /** The handover of a migrated contract may have been held before the suite knew of it. */
    private static boolean isBeforeCall(Scheduled scheduled, LocalDate on) {
        var calledOn = scheduled.meeting().calledOn();
        return !scheduled.details().initiated().migrated() && calledOn != null && on.isBefore(calledOn);
    }

    private static boolean haveAttended(HandoverMode mode, @Nullable List<String> attendees) {
        var named = Objects.requireNonNullElse(attendees, List.<String>of());
        return named.stream().noneMatch(String::isBlank) && (mode != HandoverMode.MEETING || !named.isEmpty());
    }

    private static Decision<Event> again(HandoverHeld before, HandoverHeld held) {
        return before.equals(held) ? unchanged() : refused(HANDOVER_ALREADY_HELD);
    }
}
