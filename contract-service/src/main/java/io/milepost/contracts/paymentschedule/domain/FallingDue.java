package io.milepost.contracts.paymentschedule.domain;

import static io.milepost.contracts.paymentschedule.domain.PaymentSchedule.refused;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.BEFORE_SIGNED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_AGREED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_IN_FUTURE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DUE_BEFORE_ISSUED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_ALREADY_DUE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_ALREADY_INVOICED;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_NOT_DUE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INSTALMENT_UNKNOWN;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INVOICE_NO_MISSING;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.INVOICE_NO_TAKEN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.kernel.PaymentPlan;
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
import io.milepost.platform.value.Codes;
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
        var instalment = receivable.get().instalment();
        var before = receivable.get().fellDueBy();
        if (before != null) {
            return command.on() == null || instalment.payableFrom(command.on()).equals(before)
                    ? unchanged()
                    : Decision.<PaymentScheduleEvent>refused(
                                    INSTALMENT_ALREADY_DUE, "the instalment has fallen due by " + before)
                            .at("/on");
        }
        // The calendar fires by itself; nobody can be asked to pay before the agreed day.
        var fired = Objects.requireNonNullElse(
                instalment.trigger() == Trigger.DATE ? instalment.dueOn() : command.on(), occasion.today());
        if (fired.isAfter(occasion.today())) {
            return refused(DAY_IN_FUTURE).at("/on");
        }
        if (command.on() != null && !command.on().equals(fired)) {
            return refused(DAY_AGREED).at("/on");
        }
        return command.on() != null && instalment.trigger() != Trigger.DATE && ledger.isBeforeSignature(fired)
                ? refused(BEFORE_SIGNED).at("/on")
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
        if (receivable.invoice() != null) {
            return isSame(receivable.invoice(), command) ? unchanged() : refused(INSTALMENT_ALREADY_INVOICED);
        }
        if (ledger.receivables().anyMatch(other -> Codes.same(command.invoiceNo(), other.invoiceNo()))) {
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
        if (command.issuedOn() != null && ledger.isBeforeSignature(issuedOn)) {
            return refused(BEFORE_SIGNED).at("/issuedOn");
        }
        if (dueOn.isBefore(issuedOn)) {
            return refused(DUE_BEFORE_ISSUED).at("/dueOn");
        }
        return command.dueOn() != null && dueOn.isAfter(issuedOn.plusDays(PaymentPlan.LATEST))
                ? refused(DAY_IMPLAUSIBLE).at("/dueOn")
                : accepted(new InvoiceIssued(
                        command.number(),
                        command.invoiceNo(),
                        receivable.instalment().amount(),
                        issuedOn,
                        dueOn));
    }

    /** What is not stated is not asked to be otherwise. */
    private static boolean isSame(InvoiceIssued before, IssueInvoice command) {
        return Codes.same(before.invoiceNo(), command.invoiceNo())
                && (command.issuedOn() == null || command.issuedOn().equals(before.issuedOn()))
                && (command.dueOn() == null || command.dueOn().equals(before.dueOn()));
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
                : fire.milestone() == null || Codes.same(fire.milestone(), instalment.milestone());
    }

    private static PaymentScheduleEvent due(Ledger ledger, Instalment instalment, LocalDate fired) {
        return new InstalmentBecameDue(
                instalment.number(), instalment.amount(), instalment.payableFrom(fired), ledger.owner());
    }
}
