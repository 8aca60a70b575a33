package io.milepost.reporting.read.funnel;

/** Where a deal stands, in the words of the opportunity's status. */
enum Stage {
    IDENTIFIED,
    QUALIFIED,
    REJECTED,
    WON,
    LOST,
    WITHDRAWN
}
