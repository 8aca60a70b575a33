package io.milepost.contracts.paymentschedule.domain;

import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InvoiceIssued;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an instalment.
 *
 * @param fellDueBy until when it was to be paid when its trigger fired; absent while that has not
 * @param invoice which gives the customer its own term
 * @param overdue the day has passed and that is on record
 */
record Receivable(
        Instalment instalment,
        @Nullable LocalDate fellDueBy,
        @Nullable InvoiceIssued invoice,
        Money paid,
        boolean overdue) {

    static Receivable planned(Instalment instalment) {
        var nothing = Money.zero(instalment.amount().currency());
        return new Receivable(instalment, null, null, nothing, false);
    }

    int number() {
        return instalment.number();
    }

    /** Until when it is to be paid; absent while its trigger has not fired. */
    @Nullable
    LocalDate dueOn() {
        return invoice == null ? fellDueBy : invoice.dueOn();
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

    /** Somebody should have paid it before this day. */
    boolean isLate(LocalDate today) {
        var day = dueOn();
        return day != null && day.isBefore(today) && !isPaid();
    }

    /** PLANNED, DUE, INVOICED, PARTLY_PAID, OVERDUE or PAID. */
    String status() {
        if (isPaid()) {
            return "PAID";
        }
        if (overdue) {
            return "OVERDUE";
        }
        if (paid.isPositive()) {
            return "PARTLY_PAID";
        }
        if (invoice != null) {
            return "INVOICED";
        }
        return fellDueBy == null ? "PLANNED" : "DUE";
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
