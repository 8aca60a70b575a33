package io.milepost.reporting.read.mart.sales;

import java.time.LocalDate;

/** On this day a deal was not let out of a stage because something, named by its code, was missing. */
record Refused(int stage, String missing, LocalDate on) {}
