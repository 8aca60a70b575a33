package io.milepost.cli.demo.year;

/** One that decides. */
public enum Service {
    LEAD,
    OPPORTUNITY,
    CONTRACT,
    DELIVERY
}
