package io.milepost.platform.json;

import io.milepost.platform.catalogue.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The one reading of times and days that callers state: ISO 8601, a time with {@code Z} or an offset. */
public final class Instants {
    private static final Span FACTS = new Span(Limits.FIRST_YEAR, Limits.LAST_YEAR);

    /** Those of four digits: they sort as their texts do, and every store holds them. */
    private static final Span READS = new Span(1, 9999);

    private Instants() {}

    /** Years in UTC, both included. */
    private record Span(int first, int last) {
        Instant require(Instant instant) {
            require(instant.atOffset(ZoneOffset.UTC).getYear());
            return instant;
        }

        LocalDate require(LocalDate day) {
            require(day.getYear());
            return day;
        }

        private void require(int year) {
            if (year < first || year > last) {
                throw new DateTimeException("not between the years %d and %d".formatted(first, last));
            }
        }
    }

    /** When something has happened or will: years 1900 to 2200. Throws DateTimeException. */
    public static Instant ofFact(String text) {
        return FACTS.require(Instant.parse(text));
    }

    /** The day on which something has happened or will: years 1900 to 2200. Throws DateTimeException. */
    public static LocalDate dayOfFact(String text) {
        return FACTS.require(LocalDate.parse(text));
    }

    /** By which something is read: years 1 to 9999. Throws DateTimeException. */
    public static Instant ofRead(String text) {
        return READS.require(Instant.parse(text));
    }
}
