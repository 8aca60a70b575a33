package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.InstalmentChange;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A part of the contract's money as it is planned: how much, and what makes it due; numbered from 1. */
public record Instalment(
        int number,
        String label,
        Money amount,
        Trigger trigger,
        @Nullable LocalDate dueOn,
        @Nullable String milestone,
        @Nullable Integer daysAfter) {

    /** The day by which it is to be paid if its trigger fired on this day. */
    LocalDate payableFrom(LocalDate fired) {
        return daysAfter == null ? fired : fired.plusDays(daysAfter);
    }

    /** The day on which its trigger fired if it is to be paid by this day. */
    LocalDate firedFor(LocalDate payable) {
        return daysAfter == null ? payable : payable.minusDays(daysAfter);
    }

    /** With the amount that an amendment leaves of it and, where that says so, another day. */
    Instalment rebaselined(InstalmentChange change) {
        var day = change.dueOn() == null ? dueOn : change.dueOn();
        return new Instalment(number, label, change.amount(), trigger, day, milestone, daysAfter);
    }
}
