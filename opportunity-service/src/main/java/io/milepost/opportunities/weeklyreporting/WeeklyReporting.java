package io.milepost.opportunities.weeklyreporting;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.*;
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

/** The weekly reports that a sales project owes from its kickoff until it ends, and again where it goes on, where its level says so. Its id is the sales project's. */
public sealed interface WeeklyReporting {
    Decider<WeeklyReporting, Command, Event> DECIDER =
            new Decider<>(WeeklyReporting::decide, WeeklyReporting::begin, WeeklyReporting::evolve);

    /** The day on which reports are due. */
    DayOfWeek DUE_ON = DayOfWeek.FRIDAY;

    /** Sent by the automation when a sales project has been kicked off, or got a level. */
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

    /**
     * Says who was sent the report of a week, in whatever state its project is; said again of others, they are added.
     *
     * @param to codes of members
     */
    record CirculateReport(LocalDate week, List<String> to) implements Command {
        public CirculateReport {
            to = List.copyOf(to);
        }
    }

    /** Sent by the timer alone, when a report has not come in time. */
    record MissReport(LocalDate week) implements Command {}

    /** Sent by the automation when the sales project ends. */
    record EndWeeklyReporting() implements Command {}

    /** Sent by the automation when a sales project that had ended goes on (decision 44). */
    record ResumeWeeklyReporting() implements Command {}

    sealed interface Event {}

    /** Reports are owed; the first one is due on the first such day after {@code from}. */
    record WeeklyReportingBegun(UUID salesProjectId, String owner, DayOfWeek dueOn, LocalDate from) implements Event {}

    /** {@code director} is the one whose duty it is; absent where nobody is appointed, and in events from before it was recorded. */
    record WeeklyReportBecameDue(LocalDate week, @Nullable String director) implements Event {}

    /** Somebody reported on a week, {@code late} where its report had been missed before. */
    record WeeklyReportSubmitted(
            LocalDate week,
            String progress,
            @Nullable String changes,
            String submittedBy,
            LocalDate submittedOn,
            boolean late)
            implements Event {}

    /** {@code to} are all who were sent the report, those of before among them. */
    record WeeklyReportCirculated(LocalDate week, List<String> to, String circulatedBy, LocalDate circulatedOn)
            implements Event {
        public WeeklyReportCirculated {
            to = List.copyOf(to);
        }
    }

    /** {@code director} is the one whose duty it was; absent where nobody is appointed, and in events from before it was recorded. */
    record WeeklyReportMissed(LocalDate week, @Nullable String director) implements Event {}

    record WeeklyReportingEnded(LocalDate endedOn) implements Event {}

    /** Reports are owed again; the first one is due on the first such day after {@code from}. */
    record WeeklyReportingResumed(LocalDate from) implements Event {}

    enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there owes reports")),
        REPORTING_ENDED(state("the sales project has ended and owes no more reports")),
        REPORT_NOT_OWED(rule("no report is owed for this week")),
        NO_REPORTS_OWED(state("a sales project owes reports from its kickoff on, where its level says so")),
        REPORT_MISSING(state("a report is circulated after it has been submitted")),
        RECIPIENT_MISSING(rule("a report is circulated to somebody")),
        RECIPIENT_REPEATED(rule("a recipient can be named only once, whatever the spelling of the code")),
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
    record Week(
            LocalDate dueOn,
            boolean missed,
            @Nullable WeeklyReportSubmitted report,
            @Nullable WeeklyReportCirculated circulated) {
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

        /** For the weeks between nothing was owed. */
        private Reporting from(LocalDate day) {
            return new Reporting(begun, series.through(day), weeks);
        }

        private Reporting with(WeeklyReportCirculated sent) {
            return new Reporting(
                    begun,
                    series,
                    weeks.stream()
                            .map(week -> week.dueOn().equals(sent.week())
                                    ? new Week(week.dueOn(), week.missed(), week.report(), sent)
                                    : week)
                            .toList());
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

    private WeeklyReporting with(Reporting changed) {
        return switch (this) {
            case Reporting _ -> changed;
            case Ended(var _, var end) -> new Ended(changed, end);
        };
    }

    static Decision<Event> start(BeginWeeklyReporting begin, Occasion occasion) {
        return occasion.read(Project.class)
                .map(project -> project.owesReports()
                        ? Decision.<Event>accepted(new WeeklyReportingBegun(
                                begin.salesProjectId(), project.owner(), DUE_ON, occasion.today()))
                        : Decision.<Event>refused(NO_REPORTS_OWED))
                .orElseGet(() -> refused(SALES_PROJECT_MISSING));
    }

    static Decision<Event> decide(WeeklyReporting state, Command command, Occasion occasion) {
        return switch (state) {
            case Reporting reporting ->
                switch (command) {
                    case CallForReport(var week) -> call(reporting, week, director(occasion));
                    case SubmitReport submit -> Submitting.submit(reporting, submit, occasion);
                    case CirculateReport circulate -> Submitting.circulate(reporting, circulate, occasion);
                    case MissReport(var week) -> miss(reporting, week, director(occasion));
                    case EndWeeklyReporting _ -> accepted(new WeeklyReportingEnded(occasion.today()));
                    case ResumeWeeklyReporting _ -> unchanged();
                };
            case Ended(var course, var _) ->
                switch (command) {
                    case EndWeeklyReporting _ -> unchanged();
                    case ResumeWeeklyReporting _ -> accepted(new WeeklyReportingResumed(occasion.today()));
                    case CirculateReport circulate -> Submitting.circulate(course, circulate, occasion);
                    case CallForReport _, SubmitReport _, MissReport _ -> refused(REPORTING_ENDED);
                };
        };
    }

    private static @Nullable String director(Occasion occasion) {
        return occasion.read(Project.class).map(Project::director).orElse(null);
    }

    private static Decision<Event> call(Reporting reporting, LocalDate week, @Nullable String director) {
        if (reporting.week(week).isPresent()) {
            return unchanged();
        }
        return week.equals(reporting.series().next())
                ? accepted(new WeeklyReportBecameDue(week, director))
                : refused(REPORT_NOT_OWED);
    }

    private static Decision<Event> miss(Reporting reporting, LocalDate week, @Nullable String director) {
        return reporting
                .week(week)
                .map(known -> known.isOpen()
                        ? Decision.<Event>accepted(new WeeklyReportMissed(week, director))
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
            case WeeklyReportBecameDue(var week, var _) -> course.with(new Week(week, false, null, null));
            case WeeklyReportSubmitted report -> course.with(new Week(report.week(), report.late(), report, null));
            case WeeklyReportMissed(var week, var _) -> course.with(new Week(week, true, null, null));
            case WeeklyReportCirculated sent -> state.with(course.with(sent));
            case WeeklyReportingEnded end -> new Ended(course, end);
            case WeeklyReportingResumed(var from) -> course.from(from);
        };
    }

    /**
     * What has to be known of the sales project.
     *
     * @param directors codes of those whose duty the report is
     * @param owesReports it has been kicked off, and its level owes them
     */
    record Project(String owner, Set<String> directors, boolean owesReports) {
        public Project {
            directors = Set.copyOf(directors);
        }

        /** The one of them who is told; always the same one. */
        @Nullable
        String director() {
            return directors.stream().sorted().findFirst().orElse(null);
        }
    }
}
