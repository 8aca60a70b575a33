package io.milepost.reporting.read.funnel;

/** Where a deal stands, in the words of the opportunity's status. */
public enum Stage {
    IDENTIFIED,
    QUALIFIED,
    REJECTED,
    WON,
    LOST,
    WITHDRAWN;

    /** Whether something may still become of it. */
    public boolean open() {
        return this == IDENTIFIED || this == QUALIFIED;
    }
}
