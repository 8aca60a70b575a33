package io.milepost.reporting.read.stages;

import java.time.LocalDate;

/** On this day a deal was not let out of a stage because something, named by its code, was missing. */
public record Refused(int stage, String missing, LocalDate on) {}
