package io.milepost.opportunities.weeklyreporting;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Recurrence;
import io.milepost.platform.value.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The weekly reports that a sales project owes from its kickoff until it ends. Its id is the sales project's. */
public sealed interface WeeklyReporting {
    Decider<WeeklyReporting, Command, Event> DECIDER =
            new Decider<>(WeeklyReporting::decide, WeeklyReporting::begin, WeeklyReporting::evolve);

    /** The day on which reports are due. */
    DayOfWeek DUE_ON = DayOfWeek.FRIDAY;

    /** Sent by the automation when a sales project has been kicked off. */
    record BeginWeeklyReporting(UUID salesProjectId) {}

    sealed interface Command {}

    /** Sent by the timer alone, when the day has come on which the report of a week is due. */
    record CallForReport(LocalDate week) implements Command {}

    /**
     * Reports on a week; also before its report is due, and after it was missed. The texts may not contain personal data.
     *
     * @param week the day on which the report is due
     * @param progress what was achieved
     * @param changes in the customer's situation, the competition or the plan
     */
    record SubmitReport(
            LocalDate week,
            @Limit(Limit.NOTE) String progress,
            @Nullable @Limit(Limit.NOTE) String changes) implements Command {}

    /** Sent by the timer alone, when a report has not come in time. */
    record MissReport(LocalDate week) implements Command {}

    /** Sent by the automation when the sales project ends. */
    record EndWeeklyReporting() implements Command {}

    sealed interface Event {}

    /** Reports are owed; the first one is due on the first such day after {@code from}. */
    record WeeklyReportingBegun(UUID salesProjectId, String owner, DayOfWeek dueOn, LocalDate from) implements Event {}

    record WeeklyReportBecameDue(LocalDate week) implements Event {}

    /** Somebody reported on a week, {@code late} where its report had been missed before. */
    record WeeklyReportSubmitted(
            LocalDate week,
            String progress,
            @Nullable String changes,
            String submittedBy,
            LocalDate submittedOn,
            boolean late)
            implements Event {}

    record WeeklyReportMissed(LocalDate week) implements Event {}

    record WeeklyReportingEnded(LocalDate endedOn) implements Event {}

    enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there owes reports")),
        REPORTING_ENDED(state("the sales project has ended and owes no more reports")),
        REPORT_NOT_OWED(rule("no report is owed for this week")),
        REPORT_ALREADY_SUBMITTED(state("the report of this week has been submitted, with other words"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What has become of the report of one week. */
    record Week(LocalDate dueOn, boolean missed, @Nullable WeeklyReportSubmitted report) {
        boolean isOpen() {
            return !missed && report == null;
        }
    }

    /** Reports are owed; of these weeks they were due, or came before that. */
    record Reporting(WeeklyReportingBegun begun, Series series, List<Week> weeks) implements WeeklyReporting {
        public Reporting {
            weeks = List.copyOf(weeks);
        }

        @Override
        public Reporting course() {
            return this;
        }

        Optional<Week> week(LocalDate dueOn) {
            return weeks.stream().filter(week -> week.dueOn().equals(dueOn)).findFirst();
        }

        private Reporting with(Week week) {
            var others = weeks.stream().filter(other -> !other.dueOn().equals(week.dueOn()));
            return new Reporting(
                    begun,
                    series.through(week.dueOn()),
                    Stream.concat(others, Stream.of(week)).toList());
        }
    }

    record Ended(Reporting course, WeeklyReportingEnded end) implements WeeklyReporting {}

    Reporting course();

    static Decision<Event> start(BeginWeeklyReporting begin, Occasion occasion) {
        return occasion.read(Project.class)
                .map(project -> Decision.<Event>accepted(
                        new WeeklyReportingBegun(begin.salesProjectId(), project.owner(), DUE_ON, occasion.today())))
                .orElseGet(() -> refused(SALES_PROJECT_MISSING));
    }

    static Decision<Event> decide(WeeklyReporting state, Command command, Occasion occasion) {
        return switch (state) {
            case Reporting reporting ->
                switch (command) {
                    case CallForReport(var week) -> call(reporting, week);
                    case SubmitReport submit -> submit(reporting, submit, occasion);
                    case MissReport(var week) -> miss(reporting, week);
                    case EndWeeklyReporting _ -> accepted(new WeeklyReportingEnded(occasion.today()));
                };
            case Ended _ -> command instanceof EndWeeklyReporting ? unchanged() : refused(REPORTING_ENDED);
        };
    }

    private static Decision<Event> call(Reporting reporting, LocalDate week) {
        if (reporting.week(week).isPresent()) {
            return unchanged();
        }
        return week.equals(reporting.series().next())
                ? accepted(new WeeklyReportBecameDue(week))
                : refused(REPORT_NOT_OWED);
    }

    private static Decision<Event> submit(Reporting reporting, SubmitReport submit, Occasion occasion) {
        var week = submit.week();
        var known = reporting.week(week);
        if (known.isEmpty() && !week.equals(reporting.series().next())) {
            return refusedAt("/week", REPORT_NOT_OWED);
        }
        var report = known.map(Week::report).orElse(null);
        if (report != null) {
            return submit.equals(new SubmitReport(week, report.progress(), report.changes()))
                    ? unchanged()
                    : refused(REPORT_ALREADY_SUBMITTED);
        }
        return check().text("/progress", submit.progress())
                .text("/changes", submit.changes())
                .accept(() -> new WeeklyReportSubmitted(
                        week,
                        submit.progress(),
                        submit.changes(),
                        occasion.who().name(),
                        occasion.today(),
                        known.isPresent() && known.get().missed()));
    }

    private static Decision<Event> miss(Reporting reporting, LocalDate week) {
        return reporting
                .week(week)
                .map(known -> known.isOpen()
                        ? Decision.<Event>accepted(new WeeklyReportMissed(week))
                        : Decision.<Event>unchanged())
                .orElseGet(() -> refused(REPORT_NOT_OWED));
    }

    static WeeklyReporting begin(Event first) {
        var begun = (WeeklyReportingBegun) first;
        return new Reporting(begun, new Series(Recurrence.weekly(begun.dueOn()), begun.from()), List.of());
    }

    static WeeklyReporting evolve(WeeklyReporting state, Event event) {
        var course = state.course();
        return switch (event) {
            case WeeklyReportingBegun _ -> state;
            case WeeklyReportBecameDue(var week) -> course.with(new Week(week, false, null));
            case WeeklyReportSubmitted report -> course.with(new Week(report.week(), report.late(), report));
            case WeeklyReportMissed(var week) -> course.with(new Week(week, true, null));
            case WeeklyReportingEnded end -> new Ended(course, end);
        };
    }

    /**
     * What has to be known of the sales project.
     *
     * @param directors codes of those whose duty the report is
     */
    record Project(String owner, Set<String> directors) {
        public Project {
            directors = Set.copyOf(directors);
        }
    }
}
