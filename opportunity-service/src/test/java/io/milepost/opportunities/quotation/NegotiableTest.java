package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.kernel.Negotiable.SOLUTION_NOT_EVALUATED;
import static io.milepost.opportunities.quotation.Quotations.OPPORTUNITY;
import static io.milepost.opportunities.quotation.Quotations.TODAY;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Quotation.RecordNegotiationRound;
import io.milepost.opportunities.quotation.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.solution.Solution;
import io.milepost.opportunities.solution.Solution.*;
import io.milepost.opportunities.solution.SolutionEvent;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a deal needs before anything about it is negotiated. */
class NegotiableTest {
    private static final AskedOfDeal ASKED = new AskedOfDeal(List.of(Asked.EVALUATED_SOLUTION), false);
    private static final RecordNegotiationRound ROUND =
            new RecordNegotiationRound(NegotiationTopic.PRICE, "4000", null, null, TODAY, null, null);
    private static final NegotiationRoundRecorded HELD =
            new NegotiationRoundRecorded(OPPORTUNITY, NegotiationTopic.PRICE, "4000", null, null, TODAY, null, null);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.<Refusal>of(SOLUTION_NOT_EVALUATED));
    private static final Scenario<Quotation, Quotation.Command, QuotationEvent> ISSUED =
            Quotations.ISSUED.recording(REACHED);
    private static final String KEY = "evaluatedSolutionOf=" + OPPORTUNITY;

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-091: where the process asks for it, nothing is negotiated before a solution is evaluated and costed")
    void a_solution_is_evaluated_first() {
        ISSUED.when(ROUND).reading(ASKED).thenRefused(SOLUTION_NOT_EVALUATED);
        Quotations.ISSUED
                .when(ROUND)
                .reading(ASKED)
                .holding(KEY, new UUID(8, 8))
                .then(HELD);
        ISSUED.when(ROUND).then(HELD);
        Quotations.ISSUED
                .when(ROUND)
                .reading(new AskedOfDeal(List.of(Asked.EVIDENCE), false))
                .then(HELD);
        // An import repeats what was negotiated elsewhere.
        ISSUED.when(ROUND).reading(ASKED).unbound().then(HELD);
    }

    @Test
    @DisplayName("R-091: a solution counts while its last version is evaluated, and can be done")
    void a_solution_counts_while_it_is_evaluated() {
        var content = new SolutionContent(
                SolutionKind.PRELIMINARY, "a sketch", List.of(new PlannedProduct("GTX Pro", List.of())), null, null);
        var drafted = new SolutionDrafted(OPPORTUNITY, "kim", 1, content, "kim", null, null, null);
        Scenario<Solution, Command, SolutionEvent> draft = Scenario.of(SOLUTION).given(drafted);
        assertThat(held(draft)).isEmpty();
        assertThat(held(draft.given(evaluated(false)))).isEmpty();
        var counted = draft.given(evaluated(true));
        assertThat(held(counted)).containsExactly(OPPORTUNITY.toString());
        var again = new SolutionDrafted(OPPORTUNITY, "kim", 2, content, "kim", null, null, null);
        assertThat(held(counted.given(again))).isEmpty();
    }

    private static Iterable<String> held(Scenario<Solution, Command, SolutionEvent> solution) {
        return SOLUTION.holds().get("evaluatedSolutionOf").apply(solution.state());
    }

    private static SolutionEvaluated evaluated(boolean feasible) {
        return new SolutionEvaluated(OPPORTUNITY, 1, feasible, "looked at", Money.of("1.00", "USD"), "lee", TODAY);
    }
}
