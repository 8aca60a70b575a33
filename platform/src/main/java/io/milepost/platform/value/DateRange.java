package io.milepost.platform.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Calendar days from {@code from} up to but not including {@code until}; null means open-ended. */
public record DateRange(LocalDate from, @Nullable LocalDate until) {

    public DateRange {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("a date range ends after it begins");
        }
    }

    public static DateRange since(LocalDate from) {
        return new DateRange(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
