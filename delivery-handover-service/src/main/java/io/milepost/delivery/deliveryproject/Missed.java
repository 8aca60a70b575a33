package io.milepost.delivery.deliveryproject;

import java.time.LocalDate;

/** A day on which a milestone was expected and that ended without it. */
public record Missed(String milestone, LocalDate expectedOn) {}
