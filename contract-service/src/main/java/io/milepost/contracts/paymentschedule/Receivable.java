package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.paymentschedule.PaymentSchedule.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an instalment.
 *
 * @param fellDueBy the day by which it was to be paid when its trigger fired; absent while that has not
 * @param invoice which states a day of its own to pay by
 * @param overdue the day has passed and that is on record
 */
record Receivable(
        Instalment instalment,
        @Nullable LocalDate fellDueBy,
        @Nullable InvoiceIssued invoice,
        Money paid,
        boolean overdue) {

    enum Status {
        PLANNED,
        DUE,
        INVOICED,
        PARTLY_PAID,
        OVERDUE,
        PAID
    }

    static Receivable planned(Instalment instalment) {
        var nothing = Money.zero(instalment.amount().currency());
        return new Receivable(instalment, null, null, nothing, false);
    }

    int number() {
        return instalment.number();
    }

    /** The day by which it is to be paid; absent while its trigger has not fired. */
    @Nullable
    LocalDate dueOn() {
        return invoice == null ? fellDueBy : invoice.dueOn();
    }

    /** The same or, while its trigger has not fired, the agreed day, if there is one. */
    @Nullable
    LocalDate expectedOn() {
        return dueOn() == null ? instalment.dueOn() : dueOn();
    }

    @Nullable
    String invoiceNo() {
        return invoice == null ? null : invoice.invoiceNo();
    }

    Money open() {
        return instalment.amount().minus(paid);
    }

    boolean isPaid() {
        return !open().isPositive();
    }

    /** It should have been paid before this day. */
    boolean isLate(LocalDate today) {
        var day = dueOn();
        return day != null && day.isBefore(today) && !isPaid();
    }

    Status status() {
        if (isPaid()) {
            return Status.PAID;
        }
        if (overdue) {
            return Status.OVERDUE;
        }
        if (paid.isPositive()) {
            return Status.PARTLY_PAID;
        }
        if (invoice != null) {
            return Status.INVOICED;
        }
        return fellDueBy == null ? Status.PLANNED : Status.DUE;
    }

    Receivable due(LocalDate day) {
        return new Receivable(instalment, day, invoice, paid, overdue);
    }

    Receivable invoiced(InvoiceIssued issued) {
        return new Receivable(instalment, fellDueBy, issued, paid, false);
    }

    Receivable plus(Money amount) {
        var more = new Receivable(instalment, fellDueBy, invoice, paid.plus(amount), overdue);
        return more.isPaid() ? new Receivable(instalment, fellDueBy, invoice, more.paid, false) : more;
    }

    Receivable late() {
        return new Receivable(instalment, fellDueBy, invoice, paid, true);
    }
}
