package io.milepost.opportunities.salesproject.domain;

/** How the opportunity of a sales project ended. */
public enum ClosingCause {
    WON,
    LOST,
    WITHDRAWN
}
