package io.milepost.opportunities.solution;

import io.milepost.opportunities.solution.Solution.*;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a solution. Every event names the opportunity, whose messages keep one order. */
public sealed interface SolutionEvent {
    UUID opportunityId();

    /**
     * A version was written, from 1; one that nobody has evaluated is replaced under its number.
     *
     * @param requirementVersion of the baseline that it answers
     * @param packageVersion of the package that it is built on
     * @param offStrategy products that the package does not have; all of them without a package. Absent where there are none
     */
    record SolutionDrafted(
            UUID opportunityId,
            String owner,
            int version,
            SolutionContent content,
            String author,
            @Nullable Integer requirementVersion,
            @Nullable Integer packageVersion,
            @Nullable List<String> offStrategy)
            implements SolutionEvent {
        public SolutionDrafted {
            offStrategy = offStrategy == null || offStrategy.isEmpty() ? null : List.copyOf(offStrategy);
        }
    }

    /** On record, for those who look after the packages. */
    record SolutionOffStrategyFlagged(UUID opportunityId, int version, List<String> products) implements SolutionEvent {
        public SolutionOffStrategyFlagged {
            products = List.copyOf(products);
        }
    }

    /** Somebody other than its author allows it beside the company's packages. */
    record SolutionDeviationApproved(UUID opportunityId, int version, String reason, String approvedBy)
            implements SolutionEvent {}

    /** What it takes and costs us; {@code feasible} or not (G10). */
    record SolutionEvaluated(
            UUID opportunityId,
            int version,
            boolean feasible,
            String findings,
            Money cost,
            String evaluatedBy,
            LocalDate on)
            implements SolutionEvent {}

    record SolutionSubmitted(UUID opportunityId, int version, SolutionKind kind, LocalDate on)
            implements SolutionEvent {}

    record SolutionDemonstrated(UUID opportunityId, int version, String outcome, String evidence, LocalDate on)
            implements SolutionEvent {}

    record SolutionConfirmed(
            UUID opportunityId, int version, SolutionKind kind, String by, String evidence, LocalDate on)
            implements SolutionEvent {}

    record SolutionRevisionRequested(UUID opportunityId, int version, String by, String changes, LocalDate on)
            implements SolutionEvent {}
}
