package io.milepost.opportunities.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a sales process after the sale: what its customers are promised, and when those who owe it are reminded.
 *
 * @param visitDays how many days after the acceptance of a delivery its customer is visited, an empty list for never; as for everybody, if
 *     absent
 * @param promises how soon their cases are answered and solved, of the others nothing; as the standard service level says, if absent
 * @param handoverNoticeDays how many days before its handover is due those who hold it are reminded; as for everybody, if absent
 * @param retentionNoticeDays how many days before the time of its papers is over their custodian is told; as for everybody, if absent
 * @param visiting what becomes of a visit that is due or was missed; as for everybody, if absent
 */
public record AfterSales(
        @Nullable List<Integer> visitDays,
        @Nullable List<Promise> promises,
        @Nullable Integer handoverNoticeDays,
        @Nullable Integer retentionNoticeDays,
        @Nullable VisitRules visiting) {
    public AfterSales {
        visitDays = visitDays == null ? null : List.copyOf(visitDays);
        promises = promises == null ? null : List.copyOf(promises);
    }

    /** What customers ask for. */
    public enum CaseKind {
        GUIDANCE,
        PROBLEM,
        PURCHASE_FORMALITIES,
        TRAINING,
        TECHNICAL_SUPPORT,
        MAINTENANCE,
        REPAIR
    }

    public enum Urgency {
        LOW,
        NORMAL,
        HIGH
    }

    /**
     * How soon, in working days.
     *
     * @param answerWithin until somebody works on it; 0 is the same day
     * @param solveWithin until it is resolved
     */
    public record Promise(CaseKind kind, Urgency urgency, int answerWithin, int solveWithin) {}

    /**
     * What becomes of a visit.
     *
     * @param noticeDays how many days before it whoever makes it is reminded
     * @param daysToNext how many days after a miss it stands again
     * @param mostMisses after so many misses somebody has to name another day
     */
    public record VisitRules(int noticeDays, int daysToNext, int mostMisses) {}
}
