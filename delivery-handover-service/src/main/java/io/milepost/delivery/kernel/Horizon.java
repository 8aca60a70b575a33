package io.milepost.delivery.kernel;

import java.time.LocalDate;

/** How far from the day of a command a day may lie that it states. What is further away is a slip of the pen that others would wait for. */
public enum Horizon {
    /** For a meeting or an inspection. */
    NEAR(5),
    /** For a plan, or for papers of long ago. */
    FAR(50);

    private final int years;

    Horizon(int years) {
        this.years = years;
    }

    /** Whether somebody may mean this day, be it past or to come. */
    public boolean reaches(LocalDate day, LocalDate today) {
        return !day.isBefore(today.minusYears(years)) && !day.isAfter(today.plusYears(years));
    }
}
