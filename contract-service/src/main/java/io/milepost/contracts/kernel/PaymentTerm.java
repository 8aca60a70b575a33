package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One agreed payment: a share of the value, and what makes it due.
 *
 * @param amount the share as money, or else
 * @param percent of the value
 * @param dueOn the day, for trigger DATE
 * @param milestone code of the delivery milestone, for trigger MILESTONE; for ACCEPTANCE the item accepted, if it is only one
 * @param daysAfter until when it is to be paid, counted from its trigger; at once when absent
 * @param method how it is paid; as the contract says when absent
 * @param endOfMonth whether it may be paid until the end of the month in which that day is
 */
public record PaymentTerm(
        String label,
        @Nullable Money amount,
        @Nullable BigDecimal percent,
        Trigger trigger,
        @Nullable LocalDate dueOn,
        @Nullable String milestone,
        @Nullable Integer daysAfter,
        @Nullable @Limit(Limit.NOTE) String method,
        @Nullable Boolean endOfMonth) {

    /** Paid as the contract says, by the very day. */
    public PaymentTerm(
            String label,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            Trigger trigger,
            @Nullable LocalDate dueOn,
            @Nullable String milestone,
            @Nullable Integer daysAfter) {
        this(label, amount, percent, trigger, dueOn, milestone, daysAfter, null, null);
    }

    /** Whether it asks for the same share at the same time, however its numbers are written. */
    public boolean isPaidLike(PaymentTerm other) {
        return label.equals(other.label)
                && Objects.equals(amount, other.amount)
                && (percent == null
                        ? other.percent == null
                        : other.percent != null && percent.compareTo(other.percent) == 0)
                && trigger == other.trigger
                && Objects.equals(dueOn, other.dueOn)
                && Objects.equals(milestone, other.milestone)
                && Objects.equals(daysAfter, other.daysAfter)
                && Objects.equals(method, other.method)
                && Boolean.TRUE.equals(endOfMonth) == Boolean.TRUE.equals(other.endOfMonth);
    }
}
