package io.milepost.contracts.kernel;

import java.time.LocalDate;

/** How far from the day of a command a day may lie that it states. What is further away is a slip of the pen that others would wait for. */
public final class Horizon {
    /** A contract's longest warranty, and then some. */
    public static final int YEARS = 50;

    private Horizon() {}

    /** Whether somebody may mean this day, be it past or to come. */
    public static boolean reaches(LocalDate day, LocalDate today) {
        return !day.isBefore(today.minusYears(YEARS)) && !day.isAfter(today.plusYears(YEARS));
    }
}
