package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an instalment.
 *
 * @param fellDueBy the day by which it was to be paid when its trigger fired; absent while that has not
 * @param invoice which states a day of its own to pay by
 * @param overdue the day has passed and that is on record
 * @param addedBy number of the amendment that added it; absent where the contract was signed with it
 * @param changedBy numbers of the amendments that changed its amount or its day
 */
record Receivable(
        Instalment instalment,
        @Nullable LocalDate fellDueBy,
        @Nullable InvoiceIssued invoice,
        Money paid,
        boolean overdue,
        @Nullable Integer addedBy,
        List<Integer> changedBy) {

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
        return new Receivable(instalment, null, null, nothing, false, null, List.of());
    }

    static Receivable added(Instalment instalment, int amendment) {
        var nothing = Money.zero(instalment.amount().currency());
        return new Receivable(instalment, null, null, nothing, false, amendment, List.of());
    }

    /** An amendment gives it another amount or another day, on which it falls due anew. */
    Receivable rebaselined(InstalmentChange change, int amendment) {
        var changed = instalment.rebaselined(change);
        var moved = change.dueOn() != null;
        var by = Stream.concat(changedBy.stream(), Stream.of(amendment)).toList();
        var late = overdue && !moved && paid.compareTo(change.amount()) < 0;
        return new Receivable(changed, moved ? null : fellDueBy, invoice, paid, late, addedBy, by);
    }

    /** Whether an amendment can give it another day. */
    boolean isMovable() {
        return instalment.trigger() == Trigger.DATE && invoice == null && !isPaid();
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
        return new Receivable(instalment, day, invoice, paid, overdue, addedBy, changedBy);
    }

    Receivable invoiced(InvoiceIssued issued) {
        return new Receivable(instalment, fellDueBy, issued, paid, false, addedBy, changedBy);
    }

    Receivable plus(Money amount) {
        var more = new Receivable(instalment, fellDueBy, invoice, paid.plus(amount), overdue, addedBy, changedBy);
        return more.isPaid()
                ? new Receivable(instalment, fellDueBy, invoice, more.paid, false, addedBy, changedBy)
                : more;
    }

    Receivable late() {
        return new Receivable(instalment, fellDueBy, invoice, paid, true, addedBy, changedBy);
    }
}
