package io.milepost.reporting.read.team;

import java.time.LocalDate;

/** Where a member belongs from a day on. */
public record Placement(LocalDate from, String team, String region) {}
