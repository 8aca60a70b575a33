package io.milepost.opportunities.solution;

import static io.milepost.opportunities.solution.Solution.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.solution.Solution.*;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;

/** What the customer says of a version that was submitted; every round is kept. */
final class Answering {

    private Answering() {}

    static Decision<SolutionEvent> demonstrate(
            Solution solution, RecordDemonstration demonstration, Occasion occasion) {
        var on = Objects.requireNonNullElse(demonstration.on(), occasion.today());
        var shown = new SolutionDemonstrated(
                solution.opportunityId(),
                solution.latest().version(),
                demonstration.outcome(),
                demonstration.evidence(),
                on);
        var round = new SolutionRound(shown.version(), SolutionVerdict.DEMONSTRATED, shown.outcome(), on);
        if (solution.standing() == Standing.DEMONSTRATED && solution.rounds().contains(round)) {
            return unchanged();
        }
        return answered(
                solution,
                occasion,
                checkDay(on, occasion.today())
                        .text("/outcome", demonstration.outcome())
                        .text("/evidence", demonstration.evidence()),
                () -> shown);
    }

    static Decision<SolutionEvent> confirm(Solution solution, ConfirmSolution confirm, Occasion occasion) {
        var on = Objects.requireNonNullElse(confirm.on(), occasion.today());
        if (solution.standing() == Standing.CONFIRMED) {
            return unchanged();
        }
        return answered(
                solution,
                occasion,
                checkDay(on, occasion.today()).text("/by", confirm.by()).text("/evidence", confirm.evidence()),
                () -> new SolutionConfirmed(
                        solution.opportunityId(),
                        solution.latest().version(),
                        solution.latest().content().kind(),
                        confirm.by(),
                        confirm.evidence(),
                        on));
    }

    static Decision<SolutionEvent> request(Solution solution, RequestRevision request, Occasion occasion) {
        var on = Objects.requireNonNullElse(request.on(), occasion.today());
        var round = new SolutionRound(
                solution.latest().version(), SolutionVerdict.REVISION_REQUESTED, request.changes(), on);
        if (solution.standing() == Standing.REVISION_REQUESTED
                && solution.rounds().contains(round)) {
            return unchanged();
        }
        return answered(
                solution,
                occasion,
                checkDay(on, occasion.today()).text("/by", request.by()).text("/changes", request.changes()),
                () -> new SolutionRevisionRequested(
                        solution.opportunityId(), solution.latest().version(), request.by(), request.changes(), on));
    }

    private static Checks checkDay(LocalDate on, LocalDate today) {
        return check().notAfter("/on", on, today).within(NEAR, "/on", on, today);
    }

    private static Decision<SolutionEvent> answered(
            Solution solution, Occasion occasion, Checks checks, Supplier<SolutionEvent> event) {
        return switch (solution.standing()) {
            case SUBMITTED, DEMONSTRATED ->
                checks.that(solution.rounds().size() < Solution.MOST, SOLUTION_FULL)
                        .then(() -> PursuedDeal.closed(occasion)
                                .<Decision<SolutionEvent>>map(no -> refused(no))
                                .orElseGet(() -> accepted(event.get())));
            case DRAFT, EVALUATED -> refused(SOLUTION_NOT_SUBMITTED);
            case CONFIRMED -> refused(SOLUTION_CONFIRMED);
            case REVISION_REQUESTED -> refused(REVISION_OWED);
        };
    }
}
