package io.milepost.opportunities.quotation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the payments that are offered.
 *
 * @param percent of the value
 * @param dueOn the day, for trigger DATE
 * @param milestone code of the delivery milestone, for trigger MILESTONE
 * @param daysAfter until when it is to be paid, counted from its trigger; at once when absent
 */
public record PaymentTerm(
        String label,
        BigDecimal percent,
        PaymentTrigger trigger,
        @Nullable LocalDate dueOn,
        @Nullable String milestone,
        @Nullable Integer daysAfter) {}
