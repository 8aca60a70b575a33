package io.milepost.opportunities.solution;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.SOLUTION_PACKAGE;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Negotiable;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.requirement.Requirement;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.solution.Solution.*;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.opportunities.solutionpackage.SolutionPackage;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The solution's commands and events. The technical department evaluates it; in a sales project, who answers for the solution hands it out. */
public final class SolutionCatalogue {

    private static final String SOLUTION_RESPONSIBLE = "the solution responsible (SR) of the sales project";

    public static final Catalogue<Solution, Command, SolutionEvent> SOLUTION = Catalogue.of(
                    "solution", "solutions", Solution.DECIDER)
            .creates(DraftSolution.class, Proposing::draft, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    DraftSolution.class,
                    () -> OPPORTUNITY,
                    (_, draft) -> draft.opportunityId(),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    DraftSolution.class,
                    () -> REQUIREMENT,
                    (_, draft) -> draft.content().requirementId(),
                    AnsweredRequirement.class,
                    SolutionCatalogue::answered)
            .reads(
                    DraftSolution.class,
                    () -> SOLUTION_PACKAGE,
                    (_, draft) -> draft.content().packageId(),
                    BuiltOn.class,
                    SolutionCatalogue::builtOn)
            .command(ReviseSolution.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    ReviseSolution.class,
                    () -> OPPORTUNITY,
                    (solution, _) -> dealOf(solution),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    ReviseSolution.class,
                    () -> REQUIREMENT,
                    (_, revise) -> revise.content().requirementId(),
                    AnsweredRequirement.class,
                    SolutionCatalogue::answered)
            .reads(
                    ReviseSolution.class,
                    () -> SOLUTION_PACKAGE,
                    (_, revise) -> revise.content().packageId(),
                    BuiltOn.class,
                    SolutionCatalogue::builtOn)
            .command(EvaluateSolution.class, ENGINEERING, IMPORTER)
            .command(ApproveDeviation.class, SALES_MANAGER, ENGINEERING, IMPORTER)
            .command(SubmitSolution.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    SubmitSolution.class,
                    () -> OPPORTUNITY,
                    (solution, _) -> dealOf(solution),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    SubmitSolution.class,
                    () -> OPPORTUNITY,
                    (solution, _) -> dealOf(solution),
                    AskedOfDeal.class,
                    OpportunityCatalogue::asked)
            .duty(
                    SubmitSolution.class,
                    SOLUTION_RESPONSIBLE,
                    () -> SALES_PROJECT,
                    (_, solution, _) -> Objects.requireNonNull(solution).opportunityId(),
                    project -> project.holders(TeamRole.SR))
            .command(RecordDemonstration.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    RecordDemonstration.class,
                    () -> OPPORTUNITY,
                    (solution, _) -> dealOf(solution),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(ConfirmSolution.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    ConfirmSolution.class,
                    SOLUTION_RESPONSIBLE,
                    () -> SALES_PROJECT,
                    (_, solution, _) -> Objects.requireNonNull(solution).opportunityId(),
                    project -> project.holders(TeamRole.SR))
            .reads(
                    ConfirmSolution.class,
                    () -> OPPORTUNITY,
                    (solution, _) -> dealOf(solution),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(RequestRevision.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    RequestRevision.class,
                    SOLUTION_RESPONSIBLE,
                    () -> SALES_PROJECT,
                    (_, solution, _) -> Objects.requireNonNull(solution).opportunityId(),
                    project -> project.holders(TeamRole.SR))
            .reads(
                    RequestRevision.class,
                    () -> OPPORTUNITY,
                    (solution, _) -> dealOf(solution),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .event(SolutionDrafted.class, "solution.drafted", 1)
            .event(SolutionOffStrategyFlagged.class, "solution.off-strategy-flagged", 1)
            .event(SolutionDeviationApproved.class, "solution.deviation-approved", 1)
            .event(SolutionEvaluated.class, "solution.evaluated", 1)
            .tags(
                    SolutionEvaluated.class,
                    evaluated -> Set.of(new Tag(
                            Negotiable.SOLUTION_OF, evaluated.opportunityId().toString())))
            .holds(
                    Negotiable.SOLUTION_OF,
                    solution -> isEvaluated(solution)
                            ? List.of(solution.opportunityId().toString())
                            : List.of())
            .event(SolutionSubmitted.class, "solution.submitted", 1)
            .event(SolutionDemonstrated.class, "solution.demonstrated", 1)
            .event(SolutionConfirmed.class, "solution.confirmed", 1)
            .personal(SolutionConfirmed.class, (id, _) -> id, "by")
            .event(SolutionRevisionRequested.class, "solution.revision-requested", 1)
            .personal(SolutionRevisionRequested.class, (id, _) -> id, "by")
            .rootedBy(SolutionEvent::opportunityId)
            .ownedBy(Solution::owner)
            .refusals(PursuedDeal.No.class)
            .refusals(Proposable.class)
            .refusals(
                    No.class,
                    TEXT_MISSING,
                    REASON_MISSING,
                    OWNER_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    AMOUNT_NEGATIVE)
            .view(View.class, View::of);

    private SolutionCatalogue() {}

    /** Its last version was evaluated, can be done, and has its cost. */
    private static boolean isEvaluated(Solution solution) {
        var evaluation = solution.evaluation();
        return evaluation != null && evaluation.feasible();
    }

    private static @Nullable UUID dealOf(@Nullable Solution solution) {
        return solution == null ? null : solution.opportunityId();
    }

    private static AnsweredRequirement answered(Requirement requirement) {
        return new AnsweredRequirement(requirement.opened().opportunityId(), requirement.baseline());
    }

    private static BuiltOn builtOn(SolutionPackage known) {
        return new BuiltOn(
                known.retirement() == null, known.version(), known.current().products());
    }

    /**
     * What a read shows.
     *
     * @param status DRAFT, EVALUATED, SUBMITTED, DEMONSTRATED, CONFIRMED or REVISION_REQUESTED
     * @param latest the version that the status is of
     * @param evaluation of the latest version, as is the deviation
     */
    public record View(
            String status,
            UUID opportunityId,
            String owner,
            SolutionDrafted latest,
            @Nullable SolutionEvaluated evaluation,
            @Nullable SolutionDeviationApproved deviation,
            List<SolutionDrafted> versions,
            List<SolutionRound> rounds) {
        static View of(Solution solution) {
            return new View(
                    solution.standing().name(),
                    solution.opportunityId(),
                    solution.owner(),
                    solution.latest(),
                    solution.evaluation(),
                    solution.deviation(),
                    solution.versions(),
                    solution.rounds());
        }
    }
}
