package io.milepost.leads.administration.reportschedule;

import static io.milepost.leads.administration.reportschedule.ReportSchedule.No.*;

import io.milepost.leads.administration.reportschedule.KnownReports.KnownReport;
import io.milepost.leads.administration.reportschedule.ReportSchedule.Condition;
import io.milepost.leads.administration.reportschedule.ReportSchedule.ScheduleReport;
import io.milepost.platform.decision.Checks;
import java.util.List;

/** Whether what is asked of a report can be asked of it: said now, and not when the first run is made. */
final class Asking {
    private static final List<String> TIMES = List.of("month", "quarter", "year");
    private static final int MOST_BY = 6;

    private Asking() {}

    static Checks check(Checks checks, ScheduleReport schedule) {
        return KnownReports.find(schedule.report())
                .map(report -> check(checks, report, schedule))
                .orElseGet(() -> checks.that(false, "/report", REPORT_UNKNOWN));
    }

    private static Checks check(Checks before, KnownReport report, ScheduleReport schedule) {
        var by = schedule.by();
        var checks = before;
        for (int i = 0; i < by.size(); i++) {
            checks = checks.that(report.groupings().contains(by.get(i)), "/by/" + i, GROUPING_UNKNOWN)
                    .that(!by.subList(0, i).contains(by.get(i)), "/by/" + i, GROUPING_REPEATED);
        }
        checks = checks.that(
                by.size() <= MOST_BY && by.stream().filter(TIMES::contains).count() <= 1, "/by", GROUPINGS_TOO_MANY);
        var columns = schedule.where().stream().map(Condition::column).toList();
        for (int i = 0; i < columns.size(); i++) {
            var at = "/where/" + i;
            checks = checks.that(report.conditions().contains(columns.get(i)), at + "/column", CONDITION_UNKNOWN)
                    .that(!columns.subList(0, i).contains(columns.get(i)), at + "/column", CONDITION_REPEATED)
                    .text(at + "/value", schedule.where().get(i).value(), VALUE_MISSING);
        }
        return checks;
    }
}
