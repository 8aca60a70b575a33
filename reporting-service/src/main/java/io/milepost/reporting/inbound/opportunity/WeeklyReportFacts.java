package io.milepost.reporting.inbound.opportunity;

import java.time.LocalDate;
import java.util.UUID;

/** Types and fields of opportunity-service's events on the weekly reports of sales projects, as reports use them. */
public final class WeeklyReportFacts {
    public static final String SOURCE = "opportunity";
    public static final String BEGUN = "weekly-reporting.begun.v1";
    public static final String DUE = "weekly-reporting.report-became-due.v1";
    public static final String SUBMITTED = "weekly-reporting.report-submitted.v1";
    public static final String CIRCULATED = "weekly-reporting.report-circulated.v1";
    public static final String MISSED = "weekly-reporting.report-missed.v1";

    private WeeklyReportFacts() {}

    /** {@link #BEGUN}: a sales project owes reports. It has the id of its deal. */
    public record Begun(UUID salesProjectId, String owner) {}

    /** {@link #DUE}, {@link #MISSED} and {@link #CIRCULATED}: of which week, by the day on which its report is due. */
    public record OfWeek(LocalDate week) {}

    /** {@link #SUBMITTED}. */
    public record Submitted(LocalDate week, String progress, boolean late) {}
}
