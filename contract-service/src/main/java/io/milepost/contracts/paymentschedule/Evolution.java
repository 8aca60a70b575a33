package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.contracts.paymentschedule.Receipt.Given;
import io.milepost.contracts.paymentschedule.Receivable.Chase;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How a payment schedule begins and changes. */
final class Evolution {

    private Evolution() {}

    static PaymentSchedule begin(PaymentScheduleEvent first) {
        var plan = (PaymentScheduleSet) first;
        return new PaymentSchedule(plan, plan.value(), List.of(), Ledger.of(plan.instalments()), null, Pausing.NEVER);
    }

    static PaymentSchedule evolve(PaymentSchedule schedule, PaymentScheduleEvent event) {
        var ledger = schedule.ledger();
        return switch (event) {
            case PaymentScheduleSet _,
                    AdvancePaymentReceived _,
                    AdvancePaymentMissed _,
                    AdvanceHoldLifted _,
                    InstalmentOverdueWithdrawn _,
                    PaymentMoveReturned _,
                    PaymentScheduleFullyCollected _,
                    PaymentScheduleCollectionReopened _ -> schedule;
            case FinalPaymentClaimed claimed ->
                new PaymentSchedule(
                        schedule.plan(), schedule.value(), schedule.amendments(), ledger, claimed, schedule.pausing());
            case CollectionPaused(var _, var on, var _) ->
                pausing(schedule, new Pausing(on, schedule.pausing().resumedOn()));
            case CollectionResumed(var _, var on, var _) -> pausing(schedule, new Pausing(null, on));
            case InstalmentBecameDue due -> schedule.with(ledger.changing(due.number(), part -> part.due(due)));
            case InvoiceIssued invoice ->
                schedule.with(ledger.changing(invoice.number(), part -> part.invoiced(invoice)));
            case InstalmentOverdue late -> schedule.with(ledger.changing(late.number(), Receivable::late));
            case CollectionReminderSent(var number, var _, var _, var _) ->
                chasing(schedule, number, chase -> new Chase(true, chase.last(), chase.escalated()));
            case CollectionFollowedUp heard ->
                chasing(schedule, heard.number(), chase -> new Chase(chase.reminded(), heard, chase.escalated()));
            case CollectionEscalated(var number, var _, var _, var _) ->
                chasing(schedule, number, chase -> new Chase(chase.reminded(), chase.last(), true));
            case PaymentReceived received -> schedule.with(ledger.with(Receipt.of(received)));
            case PaymentMovedIn moved -> schedule.with(ledger.with(Receipt.of(moved)));
            case PaymentRefunded(var receiptNo, var voucherNo, var amount, var reason, var on) ->
                schedule.with(ledger.changing(
                        receiptNo, receipt -> receipt.giving(new Given(voucherNo, amount, null, reason, on))));
            case PaymentMovedOut moved ->
                schedule.with(ledger.changing(moved.receiptNo(), receipt -> receipt.giving(Given.of(moved))));
            case PaymentRestored(var receiptNo, var transferNo, var _, var _) ->
                schedule.with(ledger.changing(receiptNo, receipt -> receipt.restored(transferNo)));
            case CreditNoteIssued note -> schedule.with(ledger.credited(note));
            case InstalmentWrittenOff(var number, var amount, var reason, var _, var _) ->
                schedule.with(ledger.changing(number, part -> part.writtenOff(amount, reason)));
            case InstalmentWriteOffWithdrawn(var number, var _, var _, var _) ->
                schedule.with(ledger.changing(number, Receivable::expectedAgain));
            case PaymentMatched matched -> schedule.with(ledger.matched(matched));
            case PaymentScheduleRebaselined change ->
                new PaymentSchedule(
                        schedule.plan(),
                        change.value(),
                        Stream.concat(schedule.amendments().stream(), Stream.of(change.amendment()))
                                .toList(),
                        ledger.rebaselined(change),
                        schedule.finalPayment(),
                        schedule.pausing());
            case PaymentScheduleVoided _ ->
                new PaymentSchedule(
                        schedule.plan(),
                        Money.zero(schedule.value().currency()),
                        schedule.amendments(),
                        ledger.withoutInstalments(),
                        schedule.finalPayment(),
                        schedule.pausing());
            case PaymentReleased released -> schedule.with(ledger.released(released));
            case PaymentReversed(var receiptNo, var _, var reason, var _) ->
                schedule.with(ledger.reversed(receiptNo, reason));
        };
    }

    private static PaymentSchedule pausing(PaymentSchedule schedule, Pausing now) {
        return new PaymentSchedule(
                schedule.plan(),
                schedule.value(),
                schedule.amendments(),
                schedule.ledger(),
                schedule.finalPayment(),
                now);
    }

    private static PaymentSchedule chasing(PaymentSchedule schedule, int number, UnaryOperator<Chase> change) {
        return schedule.with(schedule.ledger().changing(number, part -> part.chased(change.apply(part.chase()))));
    }
}
