package io.milepost.delivery.salesclosure.domain;

/** How the deal of a sales project ended. */
public enum Outcome {
    WON,
    LOST,
    WITHDRAWN
}
