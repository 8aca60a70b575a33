package io.milepost.leads.administration.reportschedule;

import static io.milepost.platform.catalogue.Role.OPERATOR;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.administration.reportschedule.ReportSchedule.*;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report schedule's commands and events, and the days of its runs. It is its recipient's. */
public final class ReportScheduleCatalogue {

    public static final Catalogue<ReportSchedule, Command, Event> REPORT_SCHEDULE = Catalogue.of(
                    "report-schedule", "report-schedules", ReportSchedule.DECIDER)
            .creates(ScheduleReport.class, ReportSchedule::schedule, SALES_MANAGER, OPERATOR)
            .claims(
                    ScheduleReport.class,
                    MemberCode.TAG,
                    (_, _, schedule) -> MemberCode.spellings(schedule.recipient()))
            .command(CallForRun.class)
            .claims(
                    CallForRun.class,
                    MemberCode.TAG,
                    (_, schedule, _) -> schedule == null
                            ? List.of()
                            : MemberCode.spellings(schedule.scheduled().recipient()))
            .command(CancelReportSchedule.class, SALES_MANAGER, OPERATOR)
            .event(ReportScheduled.class, "report-schedule.scheduled", 1)
            .event(ReportRunDue.class, "report-schedule.run-became-due", 1)
            .event(ReportScheduleEnded.class, "report-schedule.ended", 1)
            .ownedBy(schedule -> schedule.scheduled().recipient())
            .refusals(No.class, REASON_MISSING)
            .view(View.class, View::of);

    /** A run is due as soon as its day begins; each period counts, also one that passed while nobody looked. */
    public static final Due<ReportSchedule> RUN_DUE = Due.onEach(
            "report-run-due",
            REPORT_SCHEDULE,
            CallForRun.class,
            new Due.Recurring<ReportSchedule>(
                    schedule -> schedule.ended() == null ? Optional.of(schedule.series()) : Optional.empty(),
                    (schedule, day) -> DueDate.startOf(day, new CallForRun(day))
                            .ownedBy(schedule.scheduled().recipient())));

    /** Whoever is sent a report is told that the one of a period is there. */
    public static final NoticeRule<ReportRunDue> RUN_DUE_NOTICE = notice("periodic-report")
            .on(REPORT_SCHEDULE, ReportRunDue.class)
            .about(run -> "%s from %s to %s".formatted(run.report(), run.from(), run.to()))
            .concerning(ReportRunDue::recipient)
            .to(OWNER);

    /** Whoever scheduled a report is told that it is made no more. */
    public static final NoticeRule<ReportScheduleEnded> ENDED_NOTICE = notice("report-schedule-ended")
            .on(REPORT_SCHEDULE, ReportScheduleEnded.class)
            .concerning(ReportScheduleEnded::scheduledBy)
            .to(OWNER);

    private ReportScheduleCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status SCHEDULED or ENDED
     * @param nextOn day of the next run; absent where there is none
     * @param reason why it has ended
     */
    public record View(
            String status,
            String report,
            List<String> by,
            List<Condition> where,
            String recipient,
            Access access,
            Rhythm every,
            int day,
            Format format,
            String scheduledBy,
            @Nullable LocalDate nextOn,
            @Nullable String reason) {
        static View of(ReportSchedule schedule) {
            var scheduled = schedule.scheduled();
            boolean runs = schedule.ended() == null;
            return new View(
                    runs ? "SCHEDULED" : "ENDED",
                    scheduled.report(),
                    scheduled.by(),
                    scheduled.where(),
                    scheduled.recipient(),
                    scheduled.access(),
                    scheduled.every(),
                    scheduled.day(),
                    scheduled.format(),
                    scheduled.scheduledBy(),
                    runs ? schedule.series().next() : null,
                    schedule.ended());
        }
    }
}
