package io.milepost.opportunities.weeklyreporting;

import static io.milepost.opportunities.weeklyreporting.WeeklyReporting.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.weeklyreporting.WeeklyReporting.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The report of a week: submitted once, and circulated after that. */
final class Submitting {

    private Submitting() {}

    static Decision<Event> submit(Reporting reporting, SubmitReport submit, Occasion occasion) {
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

    static Decision<Event> circulate(Reporting reporting, CirculateReport circulate, Occasion occasion) {
        var week = circulate.week();
        var known = reporting.week(week).filter(one -> one.report() != null);
        if (known.isEmpty()) {
            return refusedAt("/week", REPORT_MISSING);
        }
        var checks = check().that(!circulate.to().isEmpty(), "/to", RECIPIENT_MISSING);
        var named = new HashSet<String>();
        for (int i = 0; i < circulate.to().size(); i++) {
            var code = circulate.to().get(i);
            checks = checks.text("/to/" + i, code, RECIPIENT_MISSING)
                    .that(named.add(Codes.canonical(code)), "/to/" + i, RECIPIENT_REPEATED);
        }
        var before = known.get().circulated();
        var to = new ArrayList<String>(before == null ? List.of() : before.to());
        circulate.to().stream()
                .filter(code -> to.stream().noneMatch(other -> Codes.same(code, other)))
                .toList()
                .forEach(to::add);
        return checks.then(() -> before != null && to.size() == before.to().size()
                ? unchanged()
                : accepted(new WeeklyReportCirculated(week, to, occasion.who().name(), occasion.today())));
    }
}
