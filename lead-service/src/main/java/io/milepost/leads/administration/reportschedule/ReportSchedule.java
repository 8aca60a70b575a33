package io.milepost.leads.administration.reportschedule;

import static io.milepost.leads.administration.reportschedule.ReportSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Recurrence;
import io.milepost.platform.value.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One member is sent one report regularly. Each period has one run, which reporting-service makes into a file; it stands for the
 * period before its day.
 *
 * @param series how far its days have come
 * @param ended why there are no more runs; null while there are
 */
public record ReportSchedule(
        ReportScheduled scheduled, Series series, @Nullable String ended) {
    static final Decider<ReportSchedule, Command, Event> DECIDER =
            new Decider<>(ReportSchedule::decide, ReportSchedule::begin, ReportSchedule::evolve);

    /** Why it ends by itself. */
    static final String RECIPIENT_LEFT = "the recipient has left";

    /**
     * Has a report made for somebody from the next such day on.
     *
     * @param by columns by which its figures are told apart; those of the report itself where there are none
     * @param where what its rows have to be; all of it
     * @param recipient code of the member who is sent it
     * @param access whose rows it is made of, beginning with the recipient's own; SUBTREE where it is absent
     * @param day of the week, from Monday as 1, or of the month, whose last day stands for a later one
     */
    public record ScheduleReport(
            String report,
            List<String> by,
            List<Condition> where,
            String recipient,
            @Nullable Access access,
            Rhythm every,
            int day,
            Format format) {
        public ScheduleReport {
            by = List.copyOf(by);
            where = List.copyOf(where);
        }
    }

    public sealed interface Command {}

    /** Sent by the timer alone, when the day of a run has come. */
    record CallForRun(LocalDate day) implements Command {}

    /** No more runs; what was made stays. */
    public record CancelReportSchedule(@Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record ReportScheduled(
            String report,
            List<String> by,
            List<Condition> where,
            String recipient,
            Access access,
            Rhythm every,
            int day,
            Format format,
            String scheduledBy,
            LocalDate from)
            implements Event {
        public ReportScheduled {
            by = List.copyOf(by);
            where = List.copyOf(where);
        }
    }

    /** The report of a period is to be made now: all that reporting-service needs for it. */
    public record ReportRunDue(
            String report,
            List<String> by,
            List<Condition> where,
            String recipient,
            Access access,
            Format format,
            LocalDate day,
            LocalDate from,
            LocalDate to)
            implements Event {
        public ReportRunDue {
            by = List.copyOf(by);
            where = List.copyOf(where);
        }
    }

    /**
     * There are no more runs.
     *
     * @param scheduledBy who has to know of it
     */
    public record ReportScheduleEnded(String reason, String scheduledBy) implements Event {}

    public enum No implements Refusal {
        REPORT_UNKNOWN(state("there is no report of this name")),
        GROUPING_UNKNOWN(rule("the report cannot be told apart by this column")),
        GROUPING_REPEATED(rule("a report is told apart by a column once")),
        GROUPINGS_TOO_MANY(rule("a report is told apart by at most six columns, of which one is a part of time")),
        CONDITION_UNKNOWN(rule("rows of the report cannot be asked for by this column")),
        CONDITION_REPEATED(rule("a column has one value")),
        VALUE_MISSING(rule("a condition needs a value")),
        RECIPIENT_UNKNOWN(state("no team member has the code of the recipient, or the one that had it has left")),
        DAY_UNFIT(rule("a week has the days 1 to 7, a month 1 to 31")),
        ACCESS_TOO_WIDE(rule("only an operator may have a report made of everybody's rows")),
        SCHEDULE_ENDED(state("the schedule has ended"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Rows in which this column has this value. */
    public record Condition(String column, String value) {}

    /** Whose rows it is made of, as the claim {@code access} of a token. */
    public enum Access {
        OWN,
        TEAM,
        SUBTREE,
        ALL
    }

    public enum Rhythm {
        WEEKLY,
        MONTHLY
    }

    /** What kind of file it is. */
    public enum Format {
        CSV,
        JSON,
        NDJSON,
        XLSX,
        PARQUET
    }

    static Decision<Event> schedule(ScheduleReport schedule, Occasion occasion) {
        var access = Objects.requireNonNullElse(schedule.access(), Access.SUBTREE);
        int days = schedule.every() == Rhythm.WEEKLY ? 7 : 31;
        return Asking.check(check(), schedule)
                .that(MemberCode.holderOf(schedule.recipient(), occasion).isPresent(), "/recipient", RECIPIENT_UNKNOWN)
                .that(access != Access.ALL || occasion.who().hasAny(List.of("OPERATOR")), "/access", ACCESS_TOO_WIDE)
                .that(schedule.day() >= 1 && schedule.day() <= days, "/day", DAY_UNFIT)
                .accept(() -> new ReportScheduled(
                        schedule.report(),
                        schedule.by(),
                        schedule.where(),
                        Codes.canonical(schedule.recipient()),
                        access,
                        schedule.every(),
                        schedule.day(),
                        schedule.format(),
                        occasion.who().name(),
                        occasion.today()));
    }

    static Decision<Event> decide(ReportSchedule schedule, Command command, Occasion occasion) {
        return switch (command) {
            case CallForRun(var day) -> schedule.call(day, occasion);
            case CancelReportSchedule(var reason) -> schedule.cancel(reason);
        };
    }

    static ReportSchedule begin(Event first) {
        var scheduled = (ReportScheduled) first;
        return new ReportSchedule(scheduled, new Series(days(scheduled), scheduled.from()), null);
    }

    static ReportSchedule evolve(ReportSchedule schedule, Event event) {
        return switch (event) {
            case ReportScheduled _ -> schedule;
            case ReportRunDue run ->
                new ReportSchedule(schedule.scheduled, schedule.series.through(run.day()), schedule.ended);
            case ReportScheduleEnded(var reason, var _) ->
                new ReportSchedule(schedule.scheduled, schedule.series, reason);
        };
    }

    private static Recurrence days(ReportScheduled scheduled) {
        return scheduled.every() == Rhythm.WEEKLY
                ? Recurrence.weekly(DayOfWeek.of(scheduled.day()))
                : Recurrence.monthly(scheduled.day());
    }

    private Decision<Event> call(LocalDate day, Occasion occasion) {
        if (ended != null) {
            return refused(SCHEDULE_ENDED);
        }
        if (!day.equals(series.next())) {
            return unchanged();
        }
        return MemberCode.holderOf(scheduled.recipient(), occasion).isPresent()
                ? accepted(new ReportRunDue(
                        scheduled.report(),
                        scheduled.by(),
                        scheduled.where(),
                        scheduled.recipient(),
                        scheduled.access(),
                        scheduled.format(),
                        day,
                        dayBefore(day),
                        day.minusDays(1)))
                : accepted(new ReportScheduleEnded(RECIPIENT_LEFT, scheduled.scheduledBy()));
    }

    /** The run of the period before was due on that day, had there been one. */
    private LocalDate dayBefore(LocalDate day) {
        if (scheduled.every() == Rhythm.WEEKLY) {
            return day.minusWeeks(1);
        }
        var month = YearMonth.from(day).minusMonths(1);
        return month.atDay(Math.min(scheduled.day(), month.lengthOfMonth()));
    }

    private Decision<Event> cancel(String reason) {
        if (ended != null) {
            return ended.equals(reason) ? unchanged() : refused(SCHEDULE_ENDED);
        }
        return check().reason("/reason", reason).accept(() -> new ReportScheduleEnded(reason, scheduled.scheduledBy()));
    }
}
