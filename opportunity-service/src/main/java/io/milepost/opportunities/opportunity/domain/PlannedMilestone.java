package io.milepost.opportunities.opportunity.domain;

import java.time.LocalDate;

/** The day on which a milestone of a stage is to be reached; {@code milestone} is its code in the deal's sales process. */
public record PlannedMilestone(int stage, String milestone, LocalDate plannedOn) {}
