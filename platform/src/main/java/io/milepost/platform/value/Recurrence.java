package io.milepost.platform.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/** Days that come again and again. Which working day stands for one of them is said where it is due. */
public sealed interface Recurrence {

    /** On this day of each week. */
    record Weekly(DayOfWeek on) implements Recurrence {
        @Override
        public LocalDate after(LocalDate day) {
            return day.with(TemporalAdjusters.next(on));
        }
    }

    /** On this day of each month; in a month that is shorter, on its last one. */
    record Monthly(int day) implements Recurrence {
        public Monthly {
            requireDay(day);
        }

        @Override
        public LocalDate after(LocalDate from) {
            return firstAfter(from, 1, 0, day);
        }
    }

    /**
     * On one day of each quarter.
     *
     * @param month of the quarter, from 1 to 3
     * @param day of that month; in a month that is shorter, its last one
     */
    record Quarterly(int month, int day) implements Recurrence {
        public Quarterly {
            requireDay(day);
            if (month < 1 || month > 3) {
                throw new IllegalArgumentException("a quarter has three months, not " + month);
            }
        }

        @Override
        public LocalDate after(LocalDate from) {
            return firstAfter(from, 3, month - 1, day);
        }
    }

    /** The first one after this day. */
    LocalDate after(LocalDate day);

    static Recurrence weekly(DayOfWeek on) {
        return new Weekly(on);
    }

    static Recurrence monthly(int day) {
        return new Monthly(day);
    }

    static Recurrence endOfMonth() {
        return new Monthly(31);
    }

    static Recurrence quarterly(int month, int day) {
        return new Quarterly(month, day);
    }

    static Recurrence endOfQuarter() {
        return new Quarterly(3, 31);
    }

    private static void requireDay(int day) {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("a month has at most 31 days, not " + day);
        }
    }

    /** On this day of every month whose number, from 0, leaves this remainder. */
    private static LocalDate firstAfter(LocalDate from, int months, int remainder, int day) {
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                .filter(month -> (month.getMonthValue() - 1) % months == remainder)
                .map(month -> month.atDay(Math.min(day, month.lengthOfMonth())))
                .filter(found -> found.isAfter(from))
                .findFirst()
                .orElseThrow();
    }
}
