package io.milepost.opportunities.weeklyreporting;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectCatalogue;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The weekly reporting's commands and events, and the days that it waits for. It begins and ends with its sales project, so a report is all that somebody has a role to send. */
public final class WeeklyReportingCatalogue {

    private static final String DIRECTOR = "the project director (PD)";

    public static final Catalogue<WeeklyReporting, Command, Event> WEEKLY_REPORTING = Catalogue.of(
                    "weekly-reporting", "weekly-reportings", WeeklyReporting.DECIDER)
            .creates(BeginWeeklyReporting.class, WeeklyReporting::start)
            .reads(
                    BeginWeeklyReporting.class,
                    () -> SalesProjectCatalogue.SALES_PROJECT,
                    (_, begin) -> begin.salesProjectId(),
                    Project.class,
                    WeeklyReportingCatalogue::project)
            .command(CallForReport.class)
            .reads(
                    CallForReport.class,
                    () -> SalesProjectCatalogue.SALES_PROJECT,
                    (reporting, _) -> projectOf(reporting),
                    Project.class,
                    WeeklyReportingCatalogue::project)
            .command(SubmitReport.class, SALES_REP, SALES_MANAGER)
            .reads(
                    SubmitReport.class,
                    () -> SalesProjectCatalogue.SALES_PROJECT,
                    (reporting, _) -> projectOf(reporting),
                    Project.class,
                    WeeklyReportingCatalogue::project)
            .duty(SubmitReport.class, DIRECTOR, (_, occasion) -> directors(occasion))
            .command(CirculateReport.class, SALES_REP, SALES_MANAGER)
            .reads(
                    CirculateReport.class,
                    () -> SalesProjectCatalogue.SALES_PROJECT,
                    (reporting, _) -> projectOf(reporting),
                    Project.class,
                    WeeklyReportingCatalogue::project)
            .duty(CirculateReport.class, DIRECTOR, (_, occasion) -> directors(occasion))
            .command(MissReport.class)
            .reads(
                    MissReport.class,
                    () -> SalesProjectCatalogue.SALES_PROJECT,
                    (reporting, _) -> projectOf(reporting),
                    Project.class,
                    WeeklyReportingCatalogue::project)
            .command(EndWeeklyReporting.class)
            .command(ResumeWeeklyReporting.class)
            .event(WeeklyReportingBegun.class, "weekly-reporting.begun", 1)
            .event(WeeklyReportBecameDue.class, "weekly-reporting.report-became-due", 1)
            .event(WeeklyReportSubmitted.class, "weekly-reporting.report-submitted", 1)
            .event(WeeklyReportCirculated.class, "weekly-reporting.report-circulated", 1)
            .event(WeeklyReportMissed.class, "weekly-reporting.report-missed", 1)
            .event(WeeklyReportingEnded.class, "weekly-reporting.ended", 1)
            .event(WeeklyReportingResumed.class, "weekly-reporting.resumed", 1)
            .ownedBy(reporting -> reporting.course().begun().owner())
            .refusals(No.class, TEXT_MISSING)
            .view(View.class, View::of);

    /** A report is due as soon as its day begins; each week counts, also one that passed while nobody looked. */
    public static final Due<WeeklyReporting> REPORT_DUE = Due.onEach(
            "weekly-report-due",
            WEEKLY_REPORTING,
            CallForReport.class,
            new Due.Recurring<WeeklyReporting>(
                    state -> state instanceof Reporting reporting ? Optional.of(reporting.series()) : Optional.empty(),
                    (state, day) -> DueDate.startOf(day, new CallForReport(day))
                            .ownedBy(state.course().begun().owner())));

    /** It is missed when the first working day after that has ended without it. */
    public static final Due<WeeklyReporting> REPORT_MISSED = new Due<>(
            "weekly-report-missed",
            WEEKLY_REPORTING,
            MissReport.class,
            state -> state instanceof Reporting reporting
                    ? reporting.weeks().stream()
                            .filter(Week::isOpen)
                            .map(week -> deadline(week.dueOn(), reporting))
                            .toList()
                    : List.of());

    /** Whoever has to report is told when it is time. */
    public static final NoticeRule<WeeklyReportBecameDue> REPORT_DUE_NOTICE = notice("weekly-report-due")
            .on(WEEKLY_REPORTING, WeeklyReportBecameDue.class)
            .about(due -> due.week().toString())
            .concerning(WeeklyReportBecameDue::director)
            .to(OWNER);

    /** That a report is missing is told to whoever owes it, and to the manager. */
    public static final NoticeRule<WeeklyReportMissed> REPORT_MISSED_NOTICE = notice("weekly-report-missed")
            .on(WEEKLY_REPORTING, WeeklyReportMissed.class)
            .about(missed -> missed.week().toString())
            .concerning(WeeklyReportMissed::director)
            .to(OWNER, MANAGER);

    private WeeklyReportingCatalogue() {}

    private static UUID projectOf(@Nullable WeeklyReporting reporting) {
        return Objects.requireNonNull(reporting).course().begun().salesProjectId();
    }

    private static Set<String> directors(Occasion occasion) {
        return occasion.read(Project.class).map(Project::directors).orElse(Set.of());
    }

    private static DueDate deadline(LocalDate week, Reporting reporting) {
        return DueDate.endOfWorkingDay(week.plusDays(1), new MissReport(week))
                .part(week.toString())
                .ownedBy(reporting.begun().owner());
    }

    private static Project project(SalesProject project) {
        return new Project(
                project.proposed().owner(),
                project.holders(TeamRole.PD),
                project.isKickedOff() && project.owes(Owed.WEEKLY_REPORT));
    }

    /**
     * What a read shows.
     *
     * @param status REPORTING or ENDED
     * @param nextDueOn while reports are owed
     * @param latest the last one that was submitted
     */
    public record View(
            String status,
            String owner,
            @Nullable LocalDate nextDueOn,
            List<Report> reports,
            @Nullable WeeklyReportSubmitted latest,
            @Nullable LocalDate endedOn) {
        public View {
            reports = List.copyOf(reports);
        }

        static View of(WeeklyReporting reporting) {
            var course = reporting.course();
            return new View(
                    reporting instanceof Ended ? "ENDED" : "REPORTING",
                    course.begun().owner(),
                    reporting instanceof Ended ? null : course.series().next(),
                    course.weeks().stream().map(Report::of).toList(),
                    course.weeks().reversed().stream()
                            .flatMap(week -> Optional.ofNullable(week.report()).stream())
                            .findFirst()
                            .orElse(null),
                    reporting instanceof Ended(var _, var end) ? end.endedOn() : null);
        }
    }

    /**
     * The report of one week.
     *
     * @param missed also where it was submitted later
     * @param circulatedOn the day on which it was sent last
     */
    public record Report(
            LocalDate dueOn,
            boolean missed,
            @Nullable LocalDate submittedOn,
            @Nullable String submittedBy,
            @Nullable LocalDate circulatedOn,
            @Nullable List<String> circulatedTo) {
        static Report of(Week week) {
            var report = week.report();
            return new Report(
                    week.dueOn(),
                    week.missed(),
                    report == null ? null : report.submittedOn(),
                    report == null ? null : report.submittedBy(),
                    week.circulated() == null ? null : week.circulated().circulatedOn(),
                    week.circulated() == null ? null : week.circulated().to());
        }
    }
}
