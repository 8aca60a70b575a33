package io.milepost.reporting.inbound.lead;

import java.time.LocalDate;
import java.util.List;

/** Types and fields of lead-service's events on report schedules, as the runs of them are made. */
public final class ScheduleFacts {
    public static final String SOURCE = "lead";
    public static final String RUN_DUE = "report-schedule.run-became-due.v1";

    private ScheduleFacts() {}

    /** Rows in which this column has this value. */
    public record Condition(String column, String value) {}

    /**
     * {@link #RUN_DUE}.
     *
     * @param access whose rows it is made of, as the claim of a token says it
     * @param format as it is written in an address, in capitals
     */
    public record RunDue(
            String report,
            List<String> by,
            List<Condition> where,
            String recipient,
            String access,
            String format,
            LocalDate day,
            LocalDate from,
            LocalDate to) {
        public RunDue {
            by = by == null ? List.of() : List.copyOf(by);
            where = where == null ? List.of() : List.copyOf(where);
        }
    }
}
