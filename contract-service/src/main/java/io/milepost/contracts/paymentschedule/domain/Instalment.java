package io.milepost.contracts.paymentschedule.domain;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
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

    static Instalment of(int number, PaymentTerm term, Money amount) {
        return new Instalment(
                number, term.label(), amount, term.trigger(), term.dueOn(), term.milestone(), term.daysAfter());
    }

    /** Until when it is to be paid, when its trigger fired on this day. */
    LocalDate payableFrom(LocalDate fired) {
        return daysAfter == null ? fired : fired.plusDays(daysAfter);
    }
}
