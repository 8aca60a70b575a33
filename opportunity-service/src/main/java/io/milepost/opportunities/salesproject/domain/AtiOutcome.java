package io.milepost.opportunities.salesproject.domain;

import java.time.LocalDate;

/** The last ATI decision of a sales project, by whom, on which day and why. */
public record AtiOutcome(AtiDecision decision, String decidedBy, LocalDate decidedOn, String reason) {}
