package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.HANDOVER_NOTICE_FAULTY;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.PROMISE_FAULTY;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.RETENTION_NOTICE_FAULTY;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.VISIT_DAYS_FAULTY;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.VISIT_RULES_FAULTY;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.AfterSales.Promise;
import io.milepost.opportunities.kernel.AfterSales.VisitRules;
import io.milepost.platform.decision.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** What a version says of the time after the sale can be kept. */
final class Promising {
    private static final int MOST_VISITS = 24;
    private static final int LAST_VISIT = 3650;

    /** About a year of working days. */
    private static final int LONGEST = 250;

    private static final int LONGEST_NOTICE = 90;

    /** A year, after which nobody knows any more why they were told. */
    private static final int LATEST_NEXT = 365;

    private Promising() {}

    static Checks check(Checks before, AfterSales afterSales, int handoverDays, String at) {
        var days = Objects.requireNonNullElse(afterSales.visitDays(), List.<Integer>of());
        var checks = before.that(days.size() <= MOST_VISITS, at + "/visitDays", VISIT_DAYS_FAULTY);
        int earlier = 0;
        for (int i = 0; i < days.size(); i++) {
            int day = days.get(i);
            checks = checks.that(day > earlier && day <= LAST_VISIT, at + "/visitDays/" + i, VISIT_DAYS_FAULTY);
            earlier = day;
        }
        var promises = Objects.requireNonNullElse(afterSales.promises(), List.<Promise>of());
        var known = new HashSet<List<?>>();
        for (int i = 0; i < promises.size(); i++) {
            var promise = promises.get(i);
            checks = checks.that(
                    known.add(List.of(promise.kind(), promise.urgency()))
                            && promise.answerWithin() >= 0
                            && promise.solveWithin() >= promise.answerWithin()
                            && promise.solveWithin() <= LONGEST,
                    at + "/promises/" + i,
                    PROMISE_FAULTY);
        }
        var notice = afterSales.handoverNoticeDays();
        var retention = afterSales.retentionNoticeDays();
        var visiting = afterSales.visiting();
        return checks.that(
                        notice == null || (notice >= 1 && notice <= Math.min(handoverDays, LONGEST_NOTICE)),
                        at + "/handoverNoticeDays",
                        HANDOVER_NOTICE_FAULTY)
                .that(
                        retention == null || (retention >= 1 && retention <= LATEST_NEXT),
                        at + "/retentionNoticeDays",
                        RETENTION_NOTICE_FAULTY)
                .that(visiting == null || isPlausible(visiting), at + "/visiting", VISIT_RULES_FAULTY);
    }

    private static boolean isPlausible(VisitRules rules) {
        return rules.noticeDays() >= 1
                && rules.noticeDays() <= LONGEST_NOTICE
                && rules.daysToNext() >= 1
                && rules.daysToNext() <= LATEST_NEXT
                && rules.mostMisses() >= 1
                && rules.mostMisses() <= MOST_VISITS;
    }
}
