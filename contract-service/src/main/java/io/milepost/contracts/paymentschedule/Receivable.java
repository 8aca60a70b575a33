package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an instalment.
 *
 * @param firedOn the day on which its trigger fired; absent while that has not
 * @param invoice which states a day of its own to pay by
 * @param overdue the day has passed and that is on record
 * @param addedBy number of the amendment that added it; absent where the contract was signed with it
 * @param changedBy numbers of the amendments that changed its amount or its day
 * @param givenUp what of it is not asked for any more
 * @param chase how its money was followed up, until it is settled
 */
record Receivable(
        Instalment instalment,
        @Nullable LocalDate firedOn,
        @Nullable InvoiceIssued invoice,
        Money paid,
        boolean overdue,
        @Nullable Integer addedBy,
        List<Integer> changedBy,
        GivenUp givenUp,
        Chase chase) {

    enum Status {
        PLANNED,
        DUE,
        INVOICED,
        PARTLY_PAID,
        OVERDUE,
        PAID,
        WRITTEN_OFF
    }

    /**
     * What was done so that it is paid.
     *
     * @param last what was heard from the customer, the last time; null before that
     */
    record Chase(boolean reminded, @Nullable CollectionFollowedUp last, boolean escalated) {
        static final Chase NONE = new Chase(false, null, false);
    }

    /**
     * What the customer need not pay.
     *
     * @param credited by credit notes, so that it is not owed
     * @param writtenOff owed, but not expected any more
     * @param reason of the write-off; null where there is none
     */
    record GivenUp(
            Money credited, Money writtenOff, @Nullable String reason) {
        Money total() {
            return credited.plus(writtenOff);
        }

        /** As much of it as there is room for in an amount that became smaller. */
        GivenUp within(Money amount) {
            var first = smaller(credited, amount);
            return new GivenUp(first, smaller(writtenOff, amount.minus(first)), reason);
        }

        private static Money smaller(Money one, Money other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    static Receivable planned(Instalment instalment) {
        return of(instalment, null);
    }

    static Receivable added(Instalment instalment, int amendment) {
        return of(instalment, amendment);
    }

    private static Receivable of(Instalment instalment, @Nullable Integer addedBy) {
        var nothing = Money.zero(instalment.amount().currency());
        return new Receivable(
                instalment,
                null,
                null,
                nothing,
                false,
                addedBy,
                List.of(),
                new GivenUp(nothing, nothing, null),
                Chase.NONE);
    }

    /** An amendment gives it another amount or another day, on which it falls due anew. */
    Receivable rebaselined(InstalmentChange change, int amendment) {
        var changed = instalment.rebaselined(change);
        var moved = change.dueOn() != null;
        var by = Stream.concat(changedBy.stream(), Stream.of(amendment)).toList();
        var after = new Receivable(
                changed,
                moved ? null : firedOn,
                invoice,
                paid,
                overdue,
                addedBy,
                by,
                givenUp.within(change.amount()),
                chase);
        return after.lateIf(overdue && !moved && !after.isSettled());
    }

    /** Whether an amendment can give it another day. */
    boolean isMovable() {
        return instalment.trigger() == Trigger.DATE && invoice == null && !isSettled();
    }

    int number() {
        return instalment.number();
    }

    /** The day by which it is to be paid; absent while its trigger has not fired. */
    @Nullable
    LocalDate dueOn() {
        return invoice == null ? fellDueBy() : invoice.dueOn();
    }

    /** The day by which it was to be paid when its trigger fired. */
    @Nullable
    LocalDate fellDueBy() {
        return firedOn == null ? null : instalment.payableFrom(firedOn);
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

    /** What is to be paid of it in all. */
    Money payable() {
        return instalment.amount().minus(givenUp.total());
    }

    Money open() {
        return payable().minus(paid);
    }

    /** Nobody has to pay anything of it any more. */
    boolean isSettled() {
        return !open().isPositive();
    }

    /** All that was owed is there; what was written off is not. */
    boolean isPaid() {
        return isSettled() && !givenUp.writtenOff().isPositive();
    }

    /** It should have been paid before this day. */
    boolean isLate(LocalDate today) {
        var day = dueOn();
        return day != null && day.isBefore(today) && !isSettled();
    }

    Status status() {
        if (isSettled()) {
            return isPaid() ? Status.PAID : Status.WRITTEN_OFF;
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
        return firedOn == null ? Status.PLANNED : Status.DUE;
    }

    /** Old events do not say when the trigger fired, and need not. */
    Receivable due(InstalmentBecameDue due) {
        var fired = Objects.requireNonNullElseGet(due.firedOn(), () -> instalment.firedFor(due.dueOn()));
        return new Receivable(instalment, fired, invoice, paid, overdue, addedBy, changedBy, givenUp, chase);
    }

    Receivable invoiced(InvoiceIssued issued) {
        return new Receivable(instalment, firedOn, issued, paid, false, addedBy, changedBy, givenUp, chase);
    }

    Receivable plus(Money amount) {
        return new Receivable(
                        instalment, firedOn, invoice, paid.plus(amount), overdue, addedBy, changedBy, givenUp, chase)
                .lateUntilSettled();
    }

    Receivable credited(Money amount) {
        return givingUp(new GivenUp(givenUp.credited().plus(amount), givenUp.writtenOff(), givenUp.reason()));
    }

    Receivable writtenOff(Money amount, String reason) {
        return givingUp(new GivenUp(givenUp.credited(), amount, reason));
    }

    Receivable expectedAgain() {
        return givingUp(new GivenUp(givenUp.credited(), Money.zero(paid.currency()), null));
    }

    private Receivable givingUp(GivenUp inAll) {
        return new Receivable(instalment, firedOn, invoice, paid, overdue, addedBy, changedBy, inAll, chase)
                .lateUntilSettled();
    }

    private Receivable lateUntilSettled() {
        return lateIf(overdue && !isSettled());
    }

    Receivable late() {
        return lateIf(true);
    }

    private Receivable lateIf(boolean late) {
        return new Receivable(
                instalment,
                firedOn,
                invoice,
                paid,
                late,
                addedBy,
                changedBy,
                givenUp,
                isSettled() ? Chase.NONE : chase);
    }

    Receivable chased(Chase now) {
        return new Receivable(instalment, firedOn, invoice, paid, overdue, addedBy, changedBy, givenUp, now);
    }
}
