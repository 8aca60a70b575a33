package io.milepost.opportunities.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of a sales process are promised after the sale.
 *
 * @param visitDays how many days after the acceptance of a delivery its customer is visited, an empty list for never; as for everybody, if
 *     absent
 * @param promises how soon their cases are answered and solved, of the others nothing; as the standard service level says, if absent
 */
public record AfterSales(
        @Nullable List<Integer> visitDays, @Nullable List<Promise> promises) {
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
}
