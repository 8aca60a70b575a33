package io.milepost.contracts.kernel;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One agreed payment: a share of the value, and what makes it due.
 *
 * @param amount the share as money, or else
 * @param percent of the value
 * @param dueOn the day, for trigger DATE
 * @param milestone code of the delivery milestone, for trigger MILESTONE; for ACCEPTANCE the item accepted, if it is only one
 * @param daysAfter until when it is to be paid, counted from its trigger; at once when absent
 */
public record PaymentTerm(
        String label,
        @Nullable Money amount,
        @Nullable BigDecimal percent,
        Trigger trigger,
        @Nullable LocalDate dueOn,
        @Nullable String milestone,
        @Nullable Integer daysAfter) {}
