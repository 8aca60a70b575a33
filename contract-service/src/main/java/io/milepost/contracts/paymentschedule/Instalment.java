package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.InstalmentChange;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A part of the contract's money as it is planned: how much, what makes it due, and how it is paid; numbered from 1.
 *
 * @param method absent where nothing was said of it, as in schedules from before it was asked for
 * @param endOfMonth whether it may be paid until the end of the month
 */
public record Instalment(
        int number,
        String label,
        Money amount,
        Trigger trigger,
        @Nullable LocalDate dueOn,
        @Nullable String milestone,
        @Nullable Integer daysAfter,
        @Nullable String method,
        @Nullable Boolean endOfMonth) {

    /** Of which no way of payment is known, by the very day. */
    public Instalment(
            int number,
            String label,
            Money amount,
            Trigger trigger,
            @Nullable LocalDate dueOn,
            @Nullable String milestone,
            @Nullable Integer daysAfter) {
        this(number, label, amount, trigger, dueOn, milestone, daysAfter, null, null);
    }

    /**
     * As it was agreed.
     *
     * @param usual how the contract is paid where the term says nothing
     */
    static Instalment of(int number, PaymentTerm term, Money amount, @Nullable String usual) {
        return new Instalment(
                number,
                term.label(),
                amount,
                term.trigger(),
                term.dueOn(),
                term.milestone(),
                term.daysAfter(),
                term.method() == null ? usual : term.method(),
                term.endOfMonth());
    }

    /** The day by which it is to be paid if its trigger fired on this day. */
    LocalDate payableFrom(LocalDate fired) {
        var day = daysAfter == null ? fired : fired.plusDays(daysAfter);
        return isByMonth() ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
    }

    /** Whether the day by which it is to be paid does not tell on which its trigger fired. */
    boolean isByMonth() {
        return Boolean.TRUE.equals(endOfMonth);
    }

    /** The day on which its trigger fired if it is to be paid by this very day. */
    LocalDate firedFor(LocalDate payable) {
        return daysAfter == null ? payable : payable.minusDays(daysAfter);
    }

    /** Of the same money, due on this day. */
    Instalment onDay(LocalDate day) {
        return new Instalment(number, label, amount, Trigger.DATE, day, milestone, daysAfter, method, endOfMonth);
    }

    /** With the amount that an amendment leaves of it and, where that says so, another day or way of payment. */
    Instalment rebaselined(InstalmentChange change) {
        var day = change.dueOn() == null ? dueOn : change.dueOn();
        var by = change.method() == null ? method : change.method();
        return new Instalment(number, label, change.amount(), trigger, day, milestone, daysAfter, by, endOfMonth);
    }
}
