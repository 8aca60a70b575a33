package io.milepost.delivery.deliveryproject.domain;

/** How much an issue hurts. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
