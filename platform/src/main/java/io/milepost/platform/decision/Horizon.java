package io.milepost.platform.decision;

import java.time.LocalDate;

/** How far from the day of a command a date that it states may lie. One further away is a slip of the pen that others would wait for. */
public enum Horizon {
    /** For a meeting, an inspection or a posting. */
    NEAR(5),
    /** For a plan, a warranty, or papers of long ago. */
    FAR(50);

    private final int years;

    Horizon(int years) {
        this.years = years;
    }

    /** Whether somebody may mean this day, be it past or to come. */
    public boolean reaches(LocalDate day, LocalDate today) {
        return !day.isBefore(today.minusYears(years)) && !day.isAfter(today.plusYears(years));
    }

    String explanation() {
        return "the date cannot be more than %d years away".formatted(years);
    }
}
