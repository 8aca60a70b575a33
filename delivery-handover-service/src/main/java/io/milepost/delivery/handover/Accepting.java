package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.Handover.Accepted;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The delivery manager says yes or no, always explicitly (R-147, gate G16); a due date that passes before is on record. */
final class Accepting {
    private Accepting() {}

    static Decision<Event> accept(Handover handover, @Nullable LocalDate stated, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(stated, today);
        return switch (handover) {
            case Preparing _, Returned _, Ready _, Scheduled _ -> refused(HANDOVER_NOT_HELD);
            case Held held ->
                check().that(!OnHold.isSo(occasion), ADVANCE_MISSED)
                        .that(!on.isAfter(today), "/on", ACCEPTED_IN_FUTURE)
                        .that(!on.isBefore(held.held().on()), "/on", ACCEPTED_BEFORE_HELD)
                        .accept(() -> acceptance(held.details().initiated(), on));
            case Accepted accepted ->
                stated == null || stated.equals(accepted.acceptance().acceptedOn())
                        ? unchanged()
                        : refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    private static HandoverAccepted acceptance(HandoverInitiated initiated, LocalDate on) {
        return new HandoverAccepted(
                initiated.contractId(),
                initiated.opportunityId(),
                on,
                initiated.migrated() ? null : on,
                initiated.value() == null ? null : initiated.value().currency());
    }

    static Decision<Event> giveBack(Handover handover, List<String> defects) {
        return switch (handover) {
            case Returned(var _, var before) when before.equals(defects) -> unchanged();
            case Preparing _, Returned _, Ready _, Scheduled _ -> refused(HANDOVER_NOT_HELD);
            case Held _ ->
                check().that(
                                !defects.isEmpty() && defects.stream().noneMatch(String::isBlank),
                                "/defects",
                                DEFECTS_MISSING)
                        .accept(() -> new HandoverReturned(defects));
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    /** What was taken over is under way and cannot be called off. */
    static Decision<Event> callOff(Handover handover, LocalDate on) {
        return switch (handover) {
            case Preparing _, Returned _, Ready _, Scheduled _, Held _ ->
                accepted(new HandoverCalledOff(handover.details().initiated().contractId(), on));
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    static Decision<Event> afterCallOff(Command command) {
        return switch (command) {
            case CallOffHandover _, AnnounceDueDate _, MarkOverdue _ -> unchanged();
            case IssueEntrustment _,
                    AddPackageItem _,
                    DeclarePackageReady _,
                    ScheduleMeeting _,
                    HoldHandover _,
                    AcceptHandover _,
                    ReturnHandover _ -> refused(HANDOVER_CALLED_OFF);
        };
    }

    static Decision<Event> markOverdue(Handover handover, LocalDate today) {
        return handover.awaitedUntil()
                .filter(today::isAfter)
                .map(day -> Decision.<Event>accepted(new HandoverOverdue(day)))
                .orElseGet(Decision::unchanged);
    }
}
