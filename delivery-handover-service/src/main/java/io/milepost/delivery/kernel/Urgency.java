package io.milepost.delivery.kernel;

/** How soon a customer has to be helped, as whoever takes the case sees it. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH
}
