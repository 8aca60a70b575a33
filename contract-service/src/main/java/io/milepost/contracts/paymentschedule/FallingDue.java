package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;

import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An instalment falls due when its trigger fires, is billed then, and is overdue when its day has passed. */
final class FallingDue {

    private FallingDue() {}

    static Decision<PaymentScheduleEvent> trigger(
            PaymentSchedule schedule, TriggerInstalment command, LocalDate today) {
        return schedule.onInstalment(command.number(), "/number", receivable -> {
            var instalment = receivable.instalment();
            var on = command.on();
            if (receivable.firedOn() != null) {
                return on == null || on.equals(receivable.firedOn())
                        ? unchanged()
                        : refusedAt(
                                "/on",
                                INSTALMENT_ALREADY_DUE,
                                "the instalment is already due by " + receivable.fellDueBy());
            }
            // The calendar fires by itself; nobody can be asked to pay before the agreed day.
            var byDate = instalment.trigger() == Trigger.DATE;
            var fired = Objects.requireNonNullElse(byDate ? instalment.dueOn() : on, today);
            return check().notAfter("/on", fired, today)
                    .that(on == null || on.equals(fired), "/on", DAY_AGREED)
                    .that(on == null || byDate || !schedule.isBeforeSignature(fired), "/on", BEFORE_SIGNED)
                    .accept(() -> due(schedule, instalment, fired));
        });
    }

    /** Fires whatever waits for it. What is due already stays so, and often nothing waits at all. */
    static Decision<PaymentScheduleEvent> fire(PaymentSchedule schedule, FireTrigger fire) {
        return accepted(schedule.ledger().receivables().stream()
                .filter(part -> part.dueOn() == null)
                .map(Receivable::instalment)
                .filter(instalment -> isFiredBy(fire, instalment))
                .map(instalment -> due(schedule, instalment, fire.on()))
                .toList());
    }

    /**
     * Nothing of the delivery is to come any more, so what waited for it is due; what has a day of its own keeps that. Over another amount
     * than is to be paid nothing is claimed: somebody has to amend the contract or to give a credit note first.
     */
    static Decision<PaymentScheduleEvent> claim(PaymentSchedule schedule, ClaimFinalPayment claim, LocalDate today) {
        var before = schedule.finalPayment();
        if (before != null && before.settled().equals(claim.settled())) {
            return unchanged();
        }
        return check().notAfter("/on", claim.on(), today)
                .that(
                        claim.settled().equals(schedule.toCollect()),
                        "/settled",
                        SETTLED_OTHERWISE,
                        "to be paid in all: " + schedule.toCollect())
                .then(() -> accepted(claimed(schedule, claim)));
    }

    private static List<PaymentScheduleEvent> claimed(PaymentSchedule schedule, ClaimFinalPayment claim) {
        var claimed =
                new FinalPaymentClaimed(schedule.plan().contractId(), claim.settled(), schedule.left(), claim.on());
        var waiting = schedule.ledger().receivables().stream()
                .filter(part -> part.firedOn() == null && !part.isSettled())
                .map(Receivable::instalment)
                .filter(part -> part.trigger() == Trigger.MILESTONE || part.trigger() == Trigger.ACCEPTANCE)
                .map(part -> due(schedule, part, claim.on()));
        return Stream.concat(Stream.of(claimed), waiting).toList();
    }

    static Decision<PaymentScheduleEvent> invoice(PaymentSchedule schedule, IssueInvoice command, Occasion occasion) {
        return schedule.onInstalment(
                command.number(),
                "/number",
                receivable -> check().text("/invoiceNo", command.invoiceNo(), INVOICE_NO_MISSING)
                        .then(() -> invoice(schedule, receivable, command, occasion)));
    }

    private static Decision<PaymentScheduleEvent> invoice(
            PaymentSchedule schedule, Receivable receivable, IssueInvoice command, Occasion occasion) {
        var today = occasion.today();
        if (receivable.invoice() != null) {
            return isSame(receivable.invoice(), command) ? unchanged() : refused(INSTALMENT_ALREADY_INVOICED);
        }
        if (schedule.ledger().hasInvoice(command.invoiceNo())
                || occasion.holderOf(ClaimedKey.INVOICE, ClaimedKey.invoice(command.invoiceNo()))
                        .isPresent()) {
            return refusedAt("/invoiceNo", INVOICE_NO_TAKEN);
        }
        var triggered = receivable.dueOn();
        var fired = receivable.firedOn();
        if (triggered == null || fired == null) {
            return refused(INSTALMENT_NOT_DUE);
        }
        var issuedOn = Objects.requireNonNullElse(command.issuedOn(), today);
        var dueOn = Objects.requireNonNullElse(command.dueOn(), triggered.isBefore(issuedOn) ? issuedOn : triggered);
        return check().notAfter("/issuedOn", issuedOn, today)
                .that(command.issuedOn() == null || !schedule.isBeforeSignature(issuedOn), "/issuedOn", BEFORE_SIGNED)
                .that(
                        command.issuedOn() == null || !issuedOn.isBefore(fired),
                        "/issuedOn",
                        INVOICED_BEFORE_TRIGGER,
                        "the instalment's trigger fired on " + fired)
                .that(!dueOn.isBefore(issuedOn), "/dueOn", DUE_BEFORE_ISSUED)
                .that(
                        command.dueOn() == null || !dueOn.isAfter(issuedOn.plusDays(PaymentPlan.LATEST)),
                        "/dueOn",
                        DAY_IMPLAUSIBLE,
                        "an invoice must be due within %d days".formatted(PaymentPlan.LATEST))
                .accept(() -> new InvoiceIssued(
                        command.number(),
                        command.invoiceNo(),
                        receivable.instalment().amount(),
                        issuedOn,
                        dueOn));
    }

    /** What the command leaves open may be as it is. */
    private static boolean isSame(InvoiceIssued before, IssueInvoice command) {
        return Codes.same(before.invoiceNo(), command.invoiceNo())
                && (command.issuedOn() == null || command.issuedOn().equals(before.issuedOn()))
                && (command.dueOn() == null || command.dueOn().equals(before.dueOn()));
    }

    /** The timer may be late: an instalment that is paid by then, or has a later day, is left alone. */
    static Decision<PaymentScheduleEvent> markOverdue(PaymentSchedule schedule, int number, LocalDate today) {
        return schedule.onInstalment(number, "/number", receivable -> accepted(overdue(schedule, receivable, today)));
    }

    /** What a receivable that is late on this day becomes, unless that is on record. */
    static List<PaymentScheduleEvent> overdue(PaymentSchedule schedule, Receivable receivable, LocalDate today) {
        var dueOn = receivable.dueOn();
        if (dueOn == null || receivable.overdue() || !receivable.isLate(today)) {
            return List.of();
        }
        var owner = schedule.plan().owner();
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new InstalmentOverdue(receivable.number(), receivable.open(), dueOn, owner));
        if (receivable.instalment().trigger() == Trigger.SIGNATURE) {
            var held = schedule.collection().holdsOnMissedAdvance() ? Boolean.TRUE : null;
            events.add(new AdvancePaymentMissed(receivable.number(), receivable.open(), dueOn, owner, held));
        }
        return events;
    }

    private static boolean isFiredBy(FireTrigger fire, Instalment instalment) {
        if (instalment.trigger() != fire.trigger()) {
            return false;
        }
        return fire.trigger() == Trigger.DATE
                ? fire.on().equals(instalment.dueOn())
                : fire.milestone() == null || Codes.same(fire.milestone(), instalment.milestone());
    }

    private static PaymentScheduleEvent due(PaymentSchedule schedule, Instalment instalment, LocalDate fired) {
        return InstalmentBecameDue.of(instalment, fired, schedule.plan().owner());
    }
}
