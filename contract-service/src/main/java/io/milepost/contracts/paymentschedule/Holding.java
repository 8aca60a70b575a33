package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.AdvanceHoldLifted;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Work under a contract waits for an advance that was not paid in time, where its sales process says so, until nothing of it is missed (gate G15). */
final class Holding {
    private Holding() {}

    /** Numbers of the advances that it waits for. */
    static List<Integer> held(PaymentSchedule schedule) {
        return schedule.collection().holdsOnMissedAdvance()
                ? schedule.ledger().receivables().stream()
                        .filter(part -> part.instalment().trigger() == Trigger.SIGNATURE && part.overdue())
                        .map(Receivable::number)
                        .toList()
                : List.of();
    }

    /** Whatever ends a hold, a payment, a write-off, an amendment, others are told that it ended. */
    static Decision<PaymentScheduleEvent> telling(
            PaymentSchedule before, Decision<PaymentScheduleEvent> decision, LocalDate today) {
        if (!(decision instanceof Decision.Accepted<PaymentScheduleEvent>(var events)) || !before.isHeld()) {
            return decision;
        }
        var still = held(before.after(events));
        var lifted = held(before).stream()
                .filter(number -> !still.contains(number))
                .<PaymentScheduleEvent>map(
                        number -> new AdvanceHoldLifted(number, before.plan().owner(), today));
        return Decision.accepted(Stream.concat(events.stream(), lifted).toList());
    }
}
