package io.milepost.contracts.paymentschedule.domain;

import static io.milepost.contracts.paymentschedule.domain.PaymentSchedule.refused;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_IN_FUTURE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DUE_BEFORE_ISSUED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_ALREADY_INVOICED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_NOT_DUE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_UNKNOWN;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INVOICE_NO_MISSING;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INVOICE_NO_TAKEN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.FireTrigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.IssueInvoice;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.TriggerInstalment;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.AdvancePaymentMissed;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentBecameDue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentOverdue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InvoiceIssued;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An instalment falls due when its trigger fires, is billed then, and is overdue when its day has passed. */
final class FallingDue {

    private FallingDue() {}

    static Decision<PaymentScheduleEvent> trigger(Ledger ledger, TriggerInstalment command, Occasion occasion) {
        var receivable = ledger.receivable(command.number());
        if (receivable.isEmpty()) {
            return refused(INSTALMENT_UNKNOWN).at("/number");
        }
        if (receivable.get().dueOn() != null) {
            return unchanged();
        }
        var instalment = receivable.get().instalment();
        // The calendar fires by itself; nobody can be asked to pay before the agreed day.
        var fired = Objects.requireNonNullElse(
                instalment.trigger() == Trigger.DATE ? instalment.dueOn() : command.on(), occasion.today());
        return fired.isAfter(occasion.today())
                ? refused(DAY_IN_FUTURE).at("/on")
                : accepted(due(ledger, instalment, fired));
    }

    /** Fires whatever waits for it; what is due already stays so, and nothing may be waiting at all. */
    static Decision<PaymentScheduleEvent> fire(Ledger ledger, FireTrigger fire) {
        return accepted(ledger.receivables()
                .filter(part -> part.dueOn() == null)
                .map(Receivable::instalment)
                .filter(instalment -> isFiredBy(fire, instalment))
                .map(instalment -> due(ledger, instalment, fire.on()))
                .toList());
    }

    static Decision<PaymentScheduleEvent> invoice(Ledger ledger, IssueInvoice command, Occasion occasion) {
        var found = ledger.receivable(command.number());
        if (found.isEmpty()) {
            return refused(INSTALMENT_UNKNOWN).at("/number");
        }
        if (command.invoiceNo().isBlank()) {
            return refused(INVOICE_NO_MISSING).at("/invoiceNo");
        }
        var receivable = found.get();
        if (receivable.invoiceNo() != null) {
            return command.invoiceNo().equals(receivable.invoiceNo())
                    ? unchanged()
                    : refused(INSTALMENT_ALREADY_INVOICED);
        }
        if (ledger.receivables().anyMatch(other -> command.invoiceNo().equals(other.invoiceNo()))) {
            return refused(INVOICE_NO_TAKEN).at("/invoiceNo");
        }
        var triggered = receivable.dueOn();
        if (triggered == null) {
            return refused(INSTALMENT_NOT_DUE);
        }
        var issuedOn = Objects.requireNonNullElse(command.issuedOn(), occasion.today());
        var dueOn = Objects.requireNonNullElse(command.dueOn(), triggered.isBefore(issuedOn) ? issuedOn : triggered);
        if (issuedOn.isAfter(occasion.today())) {
            return refused(DAY_IN_FUTURE).at("/issuedOn");
        }
        return dueOn.isBefore(issuedOn)
                ? refused(DUE_BEFORE_ISSUED).at("/dueOn")
                : accepted(new InvoiceIssued(
                        command.number(),
                        command.invoiceNo(),
                        receivable.instalment().amount(),
                        issuedOn,
                        dueOn));
    }

    /** Comes from a timer, perhaps late: an instalment that was paid, or has a later day by now, is left alone. */
    static Decision<PaymentScheduleEvent> markOverdue(Ledger ledger, int number, Occasion occasion) {
        return ledger.receivable(number)
                .map(receivable -> accepted(overdue(ledger, receivable, occasion.today())))
                .orElseGet(() -> refused(INSTALMENT_UNKNOWN).at("/number"));
    }

    /** What is to be said of a receivable on this day, if that was not said before. */
    static List<PaymentScheduleEvent> overdue(Ledger ledger, Receivable receivable, LocalDate today) {
        var dueOn = receivable.dueOn();
        if (dueOn == null || receivable.overdue() || !receivable.isLate(today)) {
            return List.of();
        }
        var number = receivable.number();
        var open = receivable.open();
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new InstalmentOverdue(number, open, dueOn, ledger.owner()));
        if (receivable.instalment().trigger() == Trigger.SIGNATURE) {
            events.add(new AdvancePaymentMissed(number, open, dueOn, ledger.owner()));
        }
        return events;
    }

    private static boolean isFiredBy(FireTrigger fire, Instalment instalment) {
        if (instalment.trigger() != fire.trigger()) {
            return false;
        }
        return fire.trigger() == Trigger.DATE
                ? fire.on().equals(instalment.dueOn())
                : fire.milestone() == null || fire.milestone().equals(instalment.milestone());
    }

    private static PaymentScheduleEvent due(Ledger ledger, Instalment instalment, LocalDate fired) {
        return new InstalmentBecameDue(
                instalment.number(), instalment.amount(), instalment.payableFrom(fired), ledger.owner());
    }
}
