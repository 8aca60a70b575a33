package io.milepost.suite.year;

import java.time.LocalDate;

/**
 * A row from a day to the day before another.
 *
 * @param to {@link LocalDate#MAX} of what is so to this day
 */
record Line(LocalDate from, LocalDate to, Row row) {
    boolean standsOn(LocalDate day) {
        return !from.isAfter(day) && to.isAfter(day);
    }

    boolean isLast() {
        return to.equals(LocalDate.MAX);
    }
}
