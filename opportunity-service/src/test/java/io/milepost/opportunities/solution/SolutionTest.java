package io.milepost.opportunities.solution;

import static io.milepost.opportunities.solution.Solution.No.*;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.opportunities.kernel.AgreedSolution;
import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.solution.Solution.*;
import io.milepost.opportunities.solution.SolutionCatalogue.View;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SolutionTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SOLUTION);
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID NEED = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final UUID PACKAGE = UUID.fromString("01900000-0000-7000-8000-0000000000e2");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Money COST = Money.of("3000.00", "USD");
    private static final Scenario<Solution, Command, SolutionEvent> NOTHING = Scenario.of(SOLUTION)
            .recording(REACHED)
            .reading(new PursuedDeal(true))
            .reading(new AnsweredRequirement(DEAL, 2))
            .reading(new BuiltOn(true, 3, List.of("gtx pro", "Training")));
    private static final SolutionContent SKETCH = content(SolutionKind.PRELIMINARY, "a sketch", null, PACKAGE);
    private static final SolutionContent FORMAL = content(SolutionKind.FORMAL, "the design", NEED, PACKAGE);
    private static final SolutionDrafted DRAFTED = new SolutionDrafted(DEAL, "kim", 1, SKETCH, "kim", null, 3, null);
    private static final SolutionEvaluated FEASIBLE =
            new SolutionEvaluated(DEAL, 1, true, "can be done", COST, "lee", TODAY);
    private static final Scenario<Solution, Command, SolutionEvent> DRAFT = NOTHING.given(DRAFTED);
    private static final Scenario<Solution, Command, SolutionEvent> EVALUATED = DRAFT.given(FEASIBLE);
    private static final Scenario<Solution, Command, SolutionEvent> SUBMITTED =
            EVALUATED.given(new SolutionSubmitted(DEAL, 1, SolutionKind.PRELIMINARY, TODAY));
    private static final Scenario<Solution, Command, SolutionEvent> CONFIRMED =
            SUBMITTED.given(new SolutionConfirmed(DEAL, 1, SolutionKind.PRELIMINARY, "Ann", "mail 7", TODAY));
    private static final Scenario<Solution, Command, SolutionEvent> TO_REVISE =
            SUBMITTED.given(new SolutionRevisionRequested(DEAL, 1, "Ann", "smaller", TODAY));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-123: offers see the version that the customer confirmed last, whatever is drafted since")
    void offers_see_what_was_agreed() {
        assertThat(SUBMITTED.state().agreed()).isEqualTo(new AgreedSolution(DEAL, 0, List.of()));
        var agreed = CONFIRMED.state().agreed();
        assertThat(agreed.version()).isEqualTo(1);
        assertThat(agreed.products())
                .isNotEmpty()
                .isEqualTo(
                        SKETCH.products().stream().map(PlannedProduct::product).toList());
        var next = new SolutionDrafted(DEAL, "kim", 2, FORMAL, "kim", 2, 3, null);
        assertThat(CONFIRMED.given(next).state().agreed()).isEqualTo(agreed);
    }

    @Test
    @DisplayName("R-089: a solution begins as a sketch of products and functions; the formal one answers the baseline")
    void is_drafted_for_an_open_deal() {
        NOTHING.when(new DraftSolution(DEAL, "kim", SKETCH)).by("kim").then(DRAFTED);
        NOTHING.when(new DraftSolution(DEAL, "kim", FORMAL))
                .by("kim")
                .then(new SolutionDrafted(DEAL, "kim", 1, FORMAL, "kim", 2, 3, null));
        for (var other : List.of(new AnsweredRequirement(DEAL, 0), new AnsweredRequirement(NEED, 2))) {
            NOTHING.when(new DraftSolution(DEAL, "kim", FORMAL))
                    .reading(other)
                    .thenRefused(REQUIREMENT_NOT_BASELINED, "/content/requirementId");
        }
        NOTHING.when(new DraftSolution(DEAL, "kim", content(SolutionKind.FORMAL, "x", null, PACKAGE)))
                .thenRefused(REQUIREMENT_NOT_BASELINED, "/content/requirementId");
        NOTHING.when(new DraftSolution(DEAL, " ", SKETCH)).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(new DraftSolution(DEAL, "kim", SKETCH))
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED, "/opportunityId");
        Scenario.of(SOLUTION)
                .recording(REACHED)
                .when(new DraftSolution(DEAL, "kim", content(SolutionKind.PRELIMINARY, "x", null, null)))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_UNKNOWN, "/opportunityId");
        refused(List.of(), PRODUCTS_MISSING, "/content/products");
        var press = new PlannedProduct("GTX Pro", List.of());
        refused(
                List.of(press, new PlannedProduct("gtx pro ", List.of())),
                PRODUCT_REPEATED,
                "/content/products/1/product");
        refused(List.of(new PlannedProduct("GTX", List.of(" "))), TEXT_MISSING, "/content/products/0/functions/0");
    }

    @Test
    @DisplayName("R-066: what the customer says of the solution is noted by who answers for it")
    void the_solution_responsible_notes_the_acceptance() {
        var solution = new Holders(Set.of("SAM"));
        for (var command :
                List.of(new ConfirmSolution("Ann", "mail 7", null), new RequestRevision("Ann", "smaller", null))) {
            SUBMITTED.when(command).reading(solution).byMember("kim").thenNotYourDuty();
        }
        SUBMITTED
                .when(new ConfirmSolution("Ann", "mail 7", null))
                .reading(solution)
                .byMember("sam")
                .then(new SolutionConfirmed(DEAL, 1, SolutionKind.PRELIMINARY, "Ann", "mail 7", TODAY));
    }

    @Test
    @DisplayName(
            "R-092: what the company's packages do not have is flagged, and approved by somebody else before it goes out")
    void stays_in_line_with_the_packages() {
        NOTHING.when(new DraftSolution(DEAL, "kim", SKETCH))
                .reading(new BuiltOn(false, 3, List.of("GTX Pro")))
                .thenRefused(PACKAGE_NOT_IN_FORCE, "/content/packageId");
        var without = content(SolutionKind.PRELIMINARY, "a sketch", null, null);
        NOTHING.when(new DraftSolution(DEAL, "kim", without))
                .by("kim")
                .then(
                        new SolutionDrafted(DEAL, "kim", 1, without, "kim", null, null, List.of("GTX Pro")),
                        new SolutionOffStrategyFlagged(DEAL, 1, List.of("GTX Pro")));
        var off = NOTHING.given(
                new SolutionDrafted(DEAL, "kim", 1, without, "kim", null, null, List.of("GTX Pro")),
                new SolutionOffStrategyFlagged(DEAL, 1, List.of("GTX Pro")),
                FEASIBLE);
        off.when(new SubmitSolution()).thenRefused(DEVIATION_NOT_APPROVED);
        off.when(new ApproveDeviation("a reference")).by("kim").thenRefused(EVALUATOR_IS_AUTHOR);
        off.when(new ApproveDeviation(" ")).by("lee").thenRefused(REASON_MISSING, "/reason");
        off.when(new ApproveDeviation("a reference"))
                .by("lee")
                .then(new SolutionDeviationApproved(DEAL, 1, "a reference", "lee"))
                .when(new ApproveDeviation("a reference"))
                .thenNothing()
                .when(new SubmitSolution())
                .then(new SolutionSubmitted(DEAL, 1, SolutionKind.PRELIMINARY, TODAY));
        EVALUATED.when(new ApproveDeviation("x")).by("lee").thenRefused(DEVIATION_MISSING);
    }

    @Test
    @DisplayName("R-037: where the process asks for it, no solution is handed out before the customer was surveyed")
    void the_customer_is_surveyed_first() {
        var asked = List.of(Asked.CUSTOMER_SURVEY);
        var submitted = new SolutionSubmitted(DEAL, 1, SolutionKind.PRELIMINARY, TODAY);
        EVALUATED
                .when(new SubmitSolution())
                .reading(new AskedOfDeal(asked, false))
                .thenRefused(Proposable.CUSTOMER_NOT_SURVEYED);
        EVALUATED
                .when(new SubmitSolution())
                .reading(new AskedOfDeal(asked, true))
                .then(submitted);
        EVALUATED
                .when(new SubmitSolution())
                .reading(new AskedOfDeal(List.of(), false))
                .then(submitted);
        // Nor while the deal is on hold (decision 12).
        EVALUATED
                .when(new SubmitSolution())
                .reading(new AskedOfDeal(List.of(), false, true))
                .thenRefused(Proposable.OPPORTUNITY_ON_HOLD);
    }

    @Test
    @DisplayName("R-091, G10: engineering evaluates it and its cost before any customer sees it, never its author")
    void is_evaluated_before_it_is_submitted() {
        var evaluate = new EvaluateSolution(true, "can be done", COST);
        DRAFT.when(new SubmitSolution()).thenRefused(SOLUTION_NOT_EVALUATED);
        DRAFT.when(evaluate).by("kim").thenRefused(EVALUATOR_IS_AUTHOR);
        DRAFT.when(new EvaluateSolution(true, "x", Money.of("-1.00", "USD")))
                .by("lee")
                .thenRefused(AMOUNT_NEGATIVE, "/cost");
        DRAFT.when(evaluate)
                .by("lee")
                .then(FEASIBLE)
                .when(evaluate)
                .thenNothing()
                .when(new EvaluateSolution(false, "cannot", COST))
                .thenRefused(SOLUTION_EVALUATED);
        var failed = DRAFT.when(new EvaluateSolution(false, "too heavy", COST))
                .by("lee")
                .then(new SolutionEvaluated(DEAL, 1, false, "too heavy", COST, "lee", TODAY));
        failed.when(new SubmitSolution()).thenRefused(SOLUTION_NOT_EVALUATED);
        failed.when(new ReviseSolution(FORMAL))
                .by("kim")
                .then(new SolutionDrafted(DEAL, "kim", 2, FORMAL, "kim", 2, 3, null));
        assertThat(SOLUTION.command(EvaluateSolution.class).roles())
                .containsExactlyInAnyOrder(Role.ENGINEERING, Role.IMPORTER);
    }

    @Test
    @DisplayName("R-090, G10: the customer confirms it or asks for changes; every round is kept")
    void the_customer_answers() {
        EVALUATED.when(new ConfirmSolution("Ann", "mail 7", null)).thenRefused(SOLUTION_NOT_SUBMITTED);
        SUBMITTED.when(new SubmitSolution()).thenNothing();
        SUBMITTED.when(new ReviseSolution(FORMAL)).thenRefused(SOLUTION_SUBMITTED);
        var shown = SUBMITTED
                .when(new RecordDemonstration("liked it", "minutes 3", null))
                .then(new SolutionDemonstrated(DEAL, 1, "liked it", "minutes 3", TODAY))
                .when(new RecordDemonstration("liked it", "minutes 3", null))
                .thenNothing();
        var asked = shown.when(new RequestRevision("Ann", "smaller", null))
                .then(new SolutionRevisionRequested(DEAL, 1, "Ann", "smaller", TODAY))
                .when(new RequestRevision("Ann", "smaller", null))
                .thenNothing();
        asked.when(new SubmitSolution()).thenRefused(REVISION_OWED);
        var second = asked.when(new ReviseSolution(FORMAL))
                .by("kim")
                .then(new SolutionDrafted(DEAL, "kim", 2, FORMAL, "kim", 2, 3, null))
                .given(
                        new SolutionEvaluated(DEAL, 2, true, "can be done", COST, "lee", TODAY),
                        new SolutionSubmitted(DEAL, 2, SolutionKind.FORMAL, TODAY))
                .when(new ConfirmSolution("Ann", "mail 9", null))
                .then(new SolutionConfirmed(DEAL, 2, SolutionKind.FORMAL, "Ann", "mail 9", TODAY))
                .when(new ConfirmSolution("Ann", "mail 9", null))
                .thenNothing();
        assertThat(View.of(second.state()).rounds())
                .extracting(SolutionRound::version, SolutionRound::verdict)
                .containsExactly(
                        tuple(1, SolutionVerdict.SUBMITTED),
                        tuple(1, SolutionVerdict.DEMONSTRATED),
                        tuple(1, SolutionVerdict.REVISION_REQUESTED),
                        tuple(2, SolutionVerdict.SUBMITTED),
                        tuple(2, SolutionVerdict.CONFIRMED));
        CONFIRMED.when(new RequestRevision("Ann", "smaller", null)).thenRefused(SOLUTION_CONFIRMED);
        CONFIRMED.when(new SubmitSolution()).thenRefused(SOLUTION_CONFIRMED);
        TO_REVISE.when(new ConfirmSolution("Ann", "mail 7", null)).thenRefused(REVISION_OWED);
        SUBMITTED.when(new ConfirmSolution("Ann", "mail 7", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        SUBMITTED.when(new ConfirmSolution("Ann", "mail 7", LocalDate.EPOCH)).thenRefused(DAY_IMPLAUSIBLE, "/on");
        SUBMITTED
                .when(new ConfirmSolution("Ann", "mail 7", null))
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED);
    }

    @Test
    @DisplayName("R-089: a version that nobody has evaluated is written anew, others are followed by a next one")
    void is_revised_in_versions() {
        DRAFT.when(new ReviseSolution(SKETCH)).thenNothing();
        DRAFT.when(new ReviseSolution(FORMAL))
                .by("kim")
                .then(new SolutionDrafted(DEAL, "kim", 1, FORMAL, "kim", 2, 3, null));
        for (var other : List.of(EVALUATED, CONFIRMED, TO_REVISE)) {
            other.when(new ReviseSolution(FORMAL))
                    .by("kim")
                    .then(new SolutionDrafted(DEAL, "kim", 2, FORMAL, "kim", 2, 3, null));
        }
        var full =
                NOTHING.given(new SolutionDrafted(DEAL, "kim", Solution.MOST, SKETCH, "kim", null, 3, null), FEASIBLE);
        full.when(new ReviseSolution(FORMAL)).thenRefused(SOLUTION_FULL);
    }

    private static void refused(List<PlannedProduct> products, Refusal no, String pointer) {
        var content = new SolutionContent(SolutionKind.PRELIMINARY, "x", products, null, null);
        NOTHING.when(new DraftSolution(DEAL, "kim", content)).thenRefused(no, pointer);
    }

    private static SolutionContent content(
            SolutionKind kind, String summary, @Nullable UUID requirement, @Nullable UUID known) {
        return new SolutionContent(
                kind, summary, List.of(new PlannedProduct("GTX Pro", List.of("presses"))), requirement, known);
    }
}
