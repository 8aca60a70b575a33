package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;

/** A milestone as it was planned: what later days are measured against. */
public record PlannedMilestone(String code, String name, LocalDate plannedOn) {}
