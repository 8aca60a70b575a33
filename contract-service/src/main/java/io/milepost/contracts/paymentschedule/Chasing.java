package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.contracts.paymentschedule.Receivable.Status;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The owner is reminded before an instalment is to be paid, writes down what the customer says, hears when it is overdue, and the manager
 * hears when it still is some time later, whatever was promised meanwhile.
 */
final class Chasing {

    private Chasing() {}

    /** The day of the reminder; none where the instalment is not known so long before. */
    static Optional<LocalDate> reminderDay(PaymentSchedule schedule, Receivable part) {
        if (schedule.pausing().isPaused() || part.chase().reminded() || part.isSettled() || part.overdue()) {
            return Optional.empty();
        }
        var payable = payableOn(part);
        return payable.map(day -> day.minusDays(schedule.collection().remindDaysBefore()))
                .filter(day -> !day.isBefore(knownSince(schedule, part)));
    }

    private static Optional<LocalDate> payableOn(Receivable part) {
        if (part.dueOn() != null) {
            return Optional.of(part.dueOn());
        }
        return Optional.ofNullable(part.instalment().dueOn())
                .filter(_ -> part.instalment().trigger() == Trigger.DATE)
                .map(part.instalment()::payableFrom);
    }

    private static LocalDate knownSince(PaymentSchedule schedule, Receivable part) {
        if (part.invoice() != null) {
            return part.invoice().issuedOn();
        }
        return part.instalment().trigger() == Trigger.DATE || part.firedOn() == null
                ? Optional.ofNullable(schedule.plan().signedOn()).orElse(LocalDate.MIN)
                : part.firedOn();
    }

    /** The last day on which overdue money is the owner's to get. */
    static Optional<LocalDate> escalationDay(PaymentSchedule schedule, Receivable part) {
        return Optional.ofNullable(part.dueOn())
                .filter(_ -> part.status() == Status.OVERDUE && !part.chase().escalated())
                .filter(_ -> !schedule.pausing().isPaused())
                .map(schedule.pausing()::since)
                .map(day -> day.plusDays(schedule.collection().escalateDaysAfter()));
    }

    static Decision<PaymentScheduleEvent> remind(PaymentSchedule schedule, int number) {
        return schedule.onInstalment(
                number,
                "/number",
                part -> reminderDay(schedule, part)
                        .flatMap(_ -> payableOn(part))
                        .map(day -> Decision.<PaymentScheduleEvent>accepted(new CollectionReminderSent(
                                number, part.open(), day, schedule.plan().owner())))
                        .orElseGet(() -> accepted(List.of())));
    }

    static Decision<PaymentScheduleEvent> escalate(PaymentSchedule schedule, int number, LocalDate today) {
        return schedule.onInstalment(number, "/number", part -> {
            var dueOn = part.dueOn();
            return dueOn == null
                            || escalationDay(schedule, part)
                                    .filter(today::isAfter)
                                    .isEmpty()
                    ? accepted(List.of())
                    : accepted(new CollectionEscalated(
                            number, part.open(), dueOn, schedule.plan().owner()));
        });
    }

    static Decision<PaymentScheduleEvent> followUp(
            PaymentSchedule schedule, RecordFollowUp followUp, Occasion occasion) {
        var today = occasion.today();
        return schedule.onInstalment(
                followUp.number(),
                "/number",
                part -> check().text("/note", followUp.note())
                        .that(
                                followUp.promisedOn() == null
                                        || !followUp.promisedOn().isBefore(today),
                                "/promisedOn",
                                PROMISED_BEFORE_TODAY)
                        .within(NEAR, "/promisedOn", followUp.promisedOn(), today)
                        .then(() -> {
                            if (part.isSettled()) {
                                return refused(part.isPaid() ? INSTALMENT_ALREADY_PAID : INSTALMENT_WRITTEN_OFF);
                            }
                            if (part.dueOn() == null) {
                                return refused(INSTALMENT_NOT_DUE);
                            }
                            var heard = new CollectionFollowedUp(
                                    part.number(),
                                    followUp.note(),
                                    followUp.promisedOn(),
                                    occasion.who().name(),
                                    today);
                            return heard.equals(part.chase().last()) ? unchanged() : accepted(heard);
                        }));
    }
}
