package io.milepost.opportunities.solution;

import static io.milepost.opportunities.solution.Solution.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.solution.Solution.*;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;

/** What we ourselves say of a version before any customer sees it: whether it can be done, at what cost, and beside which package. */
final class Evaluating {

    private Evaluating() {}

    static Decision<SolutionEvent> evaluate(Solution solution, EvaluateSolution evaluate, Occasion occasion) {
        var stands = solution.evaluation();
        if (stands != null) {
            return stands.feasible() == evaluate.feasible()
                            && stands.findings().equals(evaluate.findings())
                            && stands.cost().equals(evaluate.cost())
                    ? unchanged()
                    : refused(SOLUTION_EVALUATED);
        }
        if (isAuthor(solution, occasion)) {
            return refused(EVALUATOR_IS_AUTHOR);
        }
        return check().text("/findings", evaluate.findings())
                .notNegative("/cost", evaluate.cost())
                .that(solution.rounds().size() < Solution.MOST, SOLUTION_FULL)
                .accept(() -> new SolutionEvaluated(
                        solution.opportunityId(),
                        solution.latest().version(),
                        evaluate.feasible(),
                        evaluate.findings(),
                        evaluate.cost(),
                        occasion.who().name(),
                        occasion.today()));
    }

    static Decision<SolutionEvent> approve(Solution solution, String reason, Occasion occasion) {
        if (solution.latest().offStrategy() == null) {
            return refused(DEVIATION_MISSING);
        }
        if (solution.deviation() != null) {
            return unchanged();
        }
        if (isAuthor(solution, occasion)) {
            return refused(EVALUATOR_IS_AUTHOR);
        }
        return check().reason("/reason", reason)
                .accept(() -> new SolutionDeviationApproved(
                        solution.opportunityId(),
                        solution.latest().version(),
                        reason,
                        occasion.who().name()));
    }

    private static boolean isAuthor(Solution solution, Occasion occasion) {
        return occasion.who().is(solution.latest().author());
    }
}
