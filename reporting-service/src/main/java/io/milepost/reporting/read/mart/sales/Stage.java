package io.milepost.reporting.read.mart.sales;

/** Where a deal stands, in the words of the opportunity's status. */
enum Stage {
    IDENTIFIED,
    QUALIFIED,
    REJECTED,
    WON,
    LOST,
    WITHDRAWN;

    /** Whether something may still become of it. */
    boolean open() {
        return this == IDENTIFIED || this == QUALIFIED;
    }
}
