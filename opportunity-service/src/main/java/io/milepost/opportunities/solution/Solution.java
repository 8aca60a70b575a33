package io.milepost.opportunities.solution;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.AgreedSolution;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we propose to a customer, from a first sketch to the formal design, in versions (R-089 to R-092, gate G10).
 *
 * @param versions as they were written, in their order
 * @param evaluation of the latest version, as is the deviation; absent until then
 * @param rounds what customers and we said of which version, in its order
 */
public record Solution(
        UUID opportunityId,
        String owner,
        Standing standing,
        List<SolutionDrafted> versions,
        @Nullable SolutionEvaluated evaluation,
        @Nullable SolutionDeviationApproved deviation,
        List<SolutionRound> rounds) {
    static final Decider<Solution, Command, SolutionEvent> DECIDER =
            new Decider<>(Solution::decide, Solution::begin, Solution::evolve);

    /** How many versions and rounds one solution keeps. */
    static final int MOST = 500;

    /** Writes the first version of a solution for a deal; {@code owner} is the code of the member who answers for it. */
    public record DraftSolution(UUID opportunityId, String owner, SolutionContent content) {}

    /** What may be asked of a solution. Only {@code by} may name a person. */
    public sealed interface Command {}

    /** Writes the next version, or anew one that nobody has evaluated. */
    public record ReviseSolution(SolutionContent content) implements Command {}

    /**
     * Says whether it can be done and what it costs us, before any customer sees it; never its own author.
     *
     * @param cost our own, in the currency of the deal
     */
    public record EvaluateSolution(
            boolean feasible, @Limit(Limit.NOTE) String findings, Money cost) implements Command {}

    /** Allows what the company's packages do not have; never its own author. */
    public record ApproveDeviation(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Hands the version to the customer. */
    public record SubmitSolution() implements Command {}

    /** It was shown at work, today unless {@code on} says otherwise; {@code evidence} is where the minutes are kept. */
    public record RecordDemonstration(
            @Limit(Limit.NOTE) String outcome,
            String evidence,
            @Nullable LocalDate on) implements Command {}

    /**
     * The customer agrees to the version.
     *
     * @param by who says so; personal data
     * @param evidence where that is kept
     */
    public record ConfirmSolution(
            String by, String evidence, @Nullable LocalDate on) implements Command {}

    /** The customer asks for changes. */
    public record RequestRevision(
            String by,
            @Limit(Limit.NOTE) String changes,
            @Nullable LocalDate on) implements Command {}

    public enum No implements Refusal {
        PRODUCTS_MISSING(rule("a solution is made of at least one product")),
        PRODUCT_REPEATED(rule("a product can be in a solution only once")),
        REQUIREMENT_NOT_BASELINED(state("a formal solution answers the baselined requirement of its deal")),
        PACKAGE_NOT_IN_FORCE(state("there is no solution package in force with this id")),
        SOLUTION_EVALUATED(state("the version has been evaluated, otherwise")),
        SOLUTION_NOT_EVALUATED(state("a solution must be found feasible before the customer sees it")),
        EVALUATOR_IS_AUTHOR(sender("whoever wrote a version cannot evaluate it or approve its deviation")),
        DEVIATION_NOT_APPROVED(state("what the company's packages do not have must be approved first")),
        DEVIATION_MISSING(state("the version keeps to the company's packages")),
        SOLUTION_NOT_SUBMITTED(state("a solution must be submitted before the customer answers to it")),
        SOLUTION_SUBMITTED(state("the version is with the customer, who has not answered yet")),
        SOLUTION_CONFIRMED(state("the customer has confirmed the version; changes are a next version")),
        REVISION_OWED(state("the customer asked for changes, which are a next version")),
        SOLUTION_FULL(state("the solution holds as many versions or rounds as it can"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum SolutionKind {
        PRELIMINARY,
        FORMAL
    }

    public enum Standing {
        DRAFT,
        EVALUATED,
        SUBMITTED,
        DEMONSTRATED,
        CONFIRMED,
        REVISION_REQUESTED
    }

    /**
     * What a version says.
     *
     * @param requirementId the requirement that it answers; a formal one has it
     * @param packageId the company's package that it is built on
     */
    public record SolutionContent(
            SolutionKind kind,
            @Limit(Limit.TEXT) String summary,
            List<PlannedProduct> products,
            @Nullable UUID requirementId,
            @Nullable UUID packageId) {
        public SolutionContent {
            products = List.copyOf(products);
        }
    }

    /** A product and what it does for the customer. */
    public record PlannedProduct(String product, List<@Limit(Limit.NOTE) String> functions) {
        public PlannedProduct {
            functions = List.copyOf(functions);
        }
    }

    public enum SolutionVerdict {
        NOT_FEASIBLE,
        SUBMITTED,
        DEMONSTRATED,
        CONFIRMED,
        REVISION_REQUESTED
    }

    /** What was said of a version, and when. */
    public record SolutionRound(
            int version, SolutionVerdict verdict, @Nullable String what, LocalDate on) {}

    /** What a solution has to know of the requirement that it answers. */
    record AnsweredRequirement(UUID opportunityId, int baseline) {}

    /** What it has to know of the package that it is built on. */
    record BuiltOn(boolean inForce, int version, List<String> products) {
        BuiltOn {
            products = List.copyOf(products);
        }
    }

    public Solution {
        versions = List.copyOf(versions);
        rounds = List.copyOf(rounds);
    }

    static Decision<SolutionEvent> decide(Solution solution, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseSolution(var content) -> Proposing.revise(solution, content, occasion);
            case EvaluateSolution evaluate -> Evaluating.evaluate(solution, evaluate, occasion);
            case ApproveDeviation(var reason) -> Evaluating.approve(solution, reason, occasion);
            case SubmitSolution _ -> Proposing.submit(solution, occasion);
            case RecordDemonstration demonstration -> Answering.demonstrate(solution, demonstration, occasion);
            case ConfirmSolution confirm -> Answering.confirm(solution, confirm, occasion);
            case RequestRevision request -> Answering.request(solution, request, occasion);
        };
    }

    static Solution begin(SolutionEvent first) {
        var drafted = (SolutionDrafted) first;
        return new Solution(
                drafted.opportunityId(), drafted.owner(), Standing.DRAFT, List.of(drafted), null, null, List.of());
    }

    static Solution evolve(Solution solution, SolutionEvent event) {
        return switch (event) {
            case SolutionDrafted drafted -> solution.with(drafted);
            case SolutionOffStrategyFlagged _ -> solution;
            case SolutionDeviationApproved approved ->
                new Solution(
                        solution.opportunityId,
                        solution.owner,
                        solution.standing,
                        solution.versions,
                        solution.evaluation,
                        approved,
                        solution.rounds);
            case SolutionEvaluated evaluated ->
                evaluated.feasible()
                        ? solution.evaluated(Standing.EVALUATED, evaluated)
                        : solution.evaluated(Standing.DRAFT, evaluated)
                                .at(Standing.DRAFT, SolutionVerdict.NOT_FEASIBLE, evaluated.findings(), evaluated.on());
            case SolutionSubmitted submitted ->
                solution.at(Standing.SUBMITTED, SolutionVerdict.SUBMITTED, null, submitted.on());
            case SolutionDemonstrated shown ->
                solution.at(Standing.DEMONSTRATED, SolutionVerdict.DEMONSTRATED, shown.outcome(), shown.on());
            case SolutionConfirmed confirmed ->
                solution.at(Standing.CONFIRMED, SolutionVerdict.CONFIRMED, confirmed.evidence(), confirmed.on());
            case SolutionRevisionRequested asked ->
                solution.at(
                        Standing.REVISION_REQUESTED, SolutionVerdict.REVISION_REQUESTED, asked.changes(), asked.on());
        };
    }

    /** What offers of it have to know. */
    public AgreedSolution agreed() {
        var version = rounds.stream()
                .filter(round -> round.verdict() == SolutionVerdict.CONFIRMED)
                .map(SolutionRound::version)
                .reduce((_, later) -> later)
                .orElse(0);
        return new AgreedSolution(
                opportunityId,
                version,
                versions.stream()
                        .filter(drafted -> drafted.version() == version)
                        .flatMap(drafted -> drafted.content().products().stream())
                        .map(PlannedProduct::product)
                        .toList());
    }

    SolutionDrafted latest() {
        return versions.getLast();
    }

    private Solution with(SolutionDrafted drafted) {
        var others = versions.stream().filter(version -> version.version() != drafted.version());
        return new Solution(
                opportunityId,
                owner,
                Standing.DRAFT,
                Stream.concat(others, Stream.of(drafted)).toList(),
                null,
                null,
                rounds);
    }

    private Solution evaluated(Standing next, SolutionEvaluated by) {
        return new Solution(opportunityId, owner, next, versions, by, deviation, rounds);
    }

    private Solution at(Standing next, SolutionVerdict verdict, @Nullable String what, LocalDate on) {
        var round = new SolutionRound(latest().version(), verdict, what, on);
        return new Solution(
                opportunityId,
                owner,
                next,
                versions,
                evaluation,
                deviation,
                Stream.concat(rounds.stream(), Stream.of(round)).toList());
    }
}
