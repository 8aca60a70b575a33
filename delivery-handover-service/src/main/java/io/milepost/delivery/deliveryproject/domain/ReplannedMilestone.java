package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;

/**
 * A milestone of a plan that was made anew.
 *
 * @param plannedOn the day of its first baseline
 * @param expectedOn the day that is planned now
 */
public record ReplannedMilestone(String code, String name, LocalDate plannedOn, LocalDate expectedOn) {}
