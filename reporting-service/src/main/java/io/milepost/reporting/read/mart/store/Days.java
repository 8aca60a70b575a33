package io.milepost.reporting.read.mart.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * In which sums a day stands, and of which sums a reader needs.
 *
 * <p>What stands is kept as a tree of partial sums over the days (Fenwick): a movement on any day, also one long ago, changes at most
 * {@value #LEVELS} sums, and a balance is the sum of as many. What happened is kept by day and by month.
 */
public final class Days {
    private static final int LEVELS = 17;
    private static final LocalDate FIRST = LocalDate.of(1850, 1, 1);
    private static final int LAST = 1 << LEVELS;
    private static final int MONTHS = 10_000_000;
    private static final int LONGEST_YEAR = 9999;

    private Days() {}

    /** A day that has a date in every store and calendar; a fact of another one cannot be counted. */
    static LocalDate bounded(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LONGEST_YEAR) {
            throw new IllegalArgumentException("a day beyond the years 1 to 9999");
        }
        return day;
    }

    /** The sums that a movement of what stands changes. Before all that is asked about, a day is as good as the first. */
    static List<Integer> movedOn(LocalDate day) {
        var slots = new ArrayList<Integer>();
        for (int at = index(day); at <= LAST; at += at & -at) {
            slots.add(at);
        }
        return slots;
    }

    /** The sums that together are what stood at the end of a day. */
    public static List<Integer> standingOn(LocalDate day) {
        var slots = new ArrayList<Integer>();
        for (int at = index(day); at > 0; at -= at & -at) {
            slots.add(at);
        }
        return slots;
    }

    private static int index(LocalDate day) {
        return (int) Math.clamp(day.toEpochDay() - FIRST.toEpochDay() + 1, 1L, LAST);
    }

    /** The sums that something which happened on a day is in. */
    static List<Integer> happenedOn(LocalDate day) {
        return List.of((int) day.toEpochDay(), month(YearMonth.from(day)));
    }

    /** The sums that together are what happened from one day to another, both included. */
    public static List<Integer> between(LocalDate from, LocalDate to) {
        var slots = new ArrayList<Integer>();
        LocalDate day = from;
        while (!day.isAfter(to)) {
            var month = YearMonth.from(day);
            if (day.getDayOfMonth() == 1 && !month.atEndOfMonth().isAfter(to)) {
                slots.add(month(month));
                day = month.plusMonths(1).atDay(1);
            } else {
                slots.add((int) day.toEpochDay());
                day = day.plusDays(1);
            }
        }
        return slots;
    }

    private static int month(YearMonth month) {
        return MONTHS + (int) month.getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH);
    }
}
