package io.milepost.contracts.paymentschedule.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an instalment.
 *
 * @param dueOn until when it is to be paid; absent while its trigger has not fired
 * @param overdue the day has passed and that is on record
 */
record Receivable(
        Instalment instalment,
        @Nullable LocalDate dueOn,
        @Nullable String invoiceNo,
        Money paid,
        boolean overdue) {

    static Receivable planned(Instalment instalment) {
        var nothing = Money.zero(instalment.amount().currency());
        return new Receivable(instalment, null, null, nothing, false);
    }

    int number() {
        return instalment.number();
    }

    Money open() {
        return instalment.amount().minus(paid);
    }

    boolean isPaid() {
        return !open().isPositive();
    }

    /** Somebody should have paid it before this day. */
    boolean isLate(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today) && !isPaid();
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
        if (invoiceNo != null) {
            return "INVOICED";
        }
        return dueOn == null ? "PLANNED" : "DUE";
    }

    Receivable due(LocalDate day) {
        return new Receivable(instalment, day, invoiceNo, paid, overdue);
    }

    /** An invoice gives the customer its own term. */
    Receivable invoiced(String number, LocalDate day) {
        return new Receivable(instalment, day, number, paid, false);
    }

    Receivable plus(Money amount) {
        var more = new Receivable(instalment, dueOn, invoiceNo, paid.plus(amount), overdue);
        return more.isPaid() ? new Receivable(instalment, dueOn, invoiceNo, more.paid, false) : more;
    }

    Receivable late() {
        return new Receivable(instalment, dueOn, invoiceNo, paid, true);
    }
}
