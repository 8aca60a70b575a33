package io.milepost.reporting.read.mart.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How it ended.
 *
 * @param reason for which it was lost, withdrawn or rejected, in words
 * @param cause of a loss or withdrawal, from a list; absent of those from before there was one
 * @param on the day that the business stated; null of one that was rejected
 */
record End(
        @Nullable String reason,
        @Nullable String cause,
        @Nullable LocalDate on) {}
