package io.milepost.reporting.read.mart.declare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** What the month, quarter and year of a day are called, so that rows of several datasets can stand beside each other by them. */
public final class Periods {
    private Periods() {}

    /** {@code 2017-03}. */
    public static @Nullable String month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day).toString();
    }

    /** {@code 2017-Q1}. */
    public static @Nullable String quarter(@Nullable LocalDate day) {
        return day == null ? null : "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** {@code 2017}. */
    public static @Nullable String year(@Nullable LocalDate day) {
        return day == null ? null : "%04d".formatted(day.getYear());
    }
}
