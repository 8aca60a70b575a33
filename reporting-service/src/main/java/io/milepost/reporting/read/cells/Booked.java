package io.milepost.reporting.read.cells;

import java.time.LocalDate;

/** What was booked on one day under a {@link Slot}, all events of that day together. */
public record Booked(String group, LocalDate day, String path, long amount) {}
