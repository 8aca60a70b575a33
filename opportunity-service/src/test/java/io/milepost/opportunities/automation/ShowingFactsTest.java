package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.CRITERION_NOT_BY_HAND;
import static io.milepost.opportunities.opportunity.Opportunity.No.MILESTONE_NOT_OF_STAGE;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.Command;
import io.milepost.opportunities.opportunity.Opportunity.MeetCriterion;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What requirements, solutions, bills and bids prove of the deal that they are for. */
class ShowingFactsTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID CAUSE = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Scenario<Opportunity, Command, OpportunityEvent> NOTHING = Scenario.of(OPPORTUNITY);
    private static final Scenario<Opportunity, Command, OpportunityEvent> FIRST =
            NOTHING.given(new OpportunityIdentified(
                    null, null, "kim", null, null, null, null, null, "standard", 2, null, null, null, null, null));
    private static final Scenario<Opportunity, Command, OpportunityEvent> LOST =
            FIRST.given(new OpportunityLost("price", "ask earlier", DAY, null, "standard", 2, EndCause.PRICE));

    /** What any of them says; each reads its own part. */
    private static final String SHOWN = """
        {"opportunityId": "%s", "version": 2, "confirmedBy": "kim", "kind": "%s", "by": "Ann", "evidence": "file",
         "findings": "complete", "reviewedBy": "lee", "outcome": "liked it", "tender": "T-7", "solutionVersion": 2,
         "quotationRevision": 1, "on": "%s"}
        """;

    @Test
    @DisplayName("R-048, R-049: a criterion is met by the fact whose code it bears, once, also before its stage")
    void a_fact_meets_its_criterion() {
        var facts = Map.of(
                WhenProofArrivesThenShowFact.REQUIREMENT_BASELINED, "REQUIREMENT_BASELINED",
                WhenProofArrivesThenShowFact.SOLUTION_CONFIRMED, "FORMAL_SOLUTION_CONFIRMED",
                WhenProofArrivesThenShowFact.BILL_ISSUED, "BILL_OF_QUANTITIES_ISSUED");
        var kinds = Map.of(
                WhenProofArrivesThenShowFact.REQUIREMENT_BASELINED, "x",
                WhenProofArrivesThenShowFact.SOLUTION_CONFIRMED, "FORMAL",
                WhenProofArrivesThenShowFact.BILL_ISSUED, "BILL_OF_QUANTITIES");
        facts.forEach((automation, code) -> {
            var show = to(automation, SHOWN.formatted(DEAL, kinds.get(automation), DAY))
                    .orElseThrow();
            assertThat(show.target()).isEqualTo(DEAL);
            var early = FIRST.when(show.command());
            var event = (OpportunityFactShown) early.decision().events().getFirst();
            assertThat(event.evidence()).endsWith(CAUSE + " version 2");
            early.then(event).when(show.command()).thenNothing();
            var fifth = FIRST.given(event, new OpportunityStageAdvanced(4, 5));
            assertThat(missing(fifth)).doesNotContain(code);
            assertThat(missing(FIRST.given(new OpportunityStageAdvanced(4, 5)))).contains(code);
            assertThat(view(fifth).progress().evidence()).singleElement().satisfies(shown -> {
                assertThat(shown.code()).isEqualTo(code);
                assertThat(shown.evidence().proved()).isTrue();
            });
            LOST.when(show.command()).thenRefused(OPPORTUNITY_CLOSED);
            NOTHING.when(show.command()).thenUnknown();
            assertThat(automation.settledBy()).containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
        });
    }

    @Test
    @DisplayName("R-089, R-093, R-094: a sketch or a forecast proves nothing; a shortlisted bid proves its criterion")
    void what_proves_nothing_and_a_shortlisted_bid() {
        assertThat(to(WhenProofArrivesThenShowFact.SOLUTION_CONFIRMED, SHOWN.formatted(DEAL, "PRELIMINARY", DAY)))
                .isEmpty();
        assertThat(to(WhenProofArrivesThenShowFact.BILL_ISSUED, SHOWN.formatted(DEAL, "DEMAND_FORECAST", DAY)))
                .isEmpty();
        var show = to(WhenProofArrivesThenShowFact.BID_SHORTLISTED, SHOWN.formatted(DEAL, "x", DAY))
                .orElseThrow();
        FIRST.when(show.command()).then(new OpportunityFactShown(ShownBy.SHORTLISTING, "bid " + CAUSE, DAY));
    }

    @Test
    @DisplayName(
            "R-047: a submitted or shown solution, a reviewed requirement and a bid reach the milestone of their code")
    void a_fact_reaches_the_milestone_of_its_code() {
        reaches(WhenFactArrivesThenReachMilestone.SOLUTION_SUBMITTED, 3, "PRELIMINARY_PROPOSAL_DELIVERED", "solution");
        reaches(WhenFactArrivesThenReachMilestone.SOLUTION_DEMONSTRATED, 4, "DEMO_OR_EXCHANGE_HELD", "solution");
        reaches(WhenFactArrivesThenReachMilestone.REQUIREMENT_REVIEWED, 5, "REQUIREMENT_REVIEWED", "requirement");
        reaches(WhenFactArrivesThenReachMilestone.BID_SUBMITTED, 6, "FORMAL_OFFER_SUBMITTED", "bid");
    }

    @Test
    @DisplayName("R-048: where the sales process asks for the fact, nobody's word meets the criterion")
    void a_process_may_ask_for_the_fact_alone() {
        var plain = Templates.stages(50, 100).getLast();
        var stages = List.of(
                new Stage(
                        1,
                        "one",
                        "buys",
                        false,
                        plain.milestones(),
                        List.of(new Criterion("BILL", "a bill is issued", ShownBy.BILL_OF_QUANTITIES)),
                        null,
                        50,
                        false,
                        null),
                plain);
        var deal = NOTHING.given(new OpportunityIdentified(
                null, null, "kim", null, null, null, null, null, "north", 4, null, stages, List.of(), null, null));
        deal.when(new MeetCriterion("BILL", "file 7", null)).thenRefused(CRITERION_NOT_BY_HAND, "/criterion");
        assertThat(missing(deal)).contains("BILL");
        var shown = to(WhenProofArrivesThenShowFact.BILL_ISSUED, SHOWN.formatted(DEAL, "BILL_OF_QUANTITIES", DAY))
                .orElseThrow();
        assertThat(missing(deal.given(
                        deal.when(shown.command()).decision().events().getFirst())))
                .doesNotContain("BILL");
    }

    @Test
    void reads_every_sample_of_the_producers() {
        reads("requirement", WhenProofArrivesThenShowFact.REQUIREMENT_BASELINED);
        reads("solution", WhenProofArrivesThenShowFact.SOLUTION_CONFIRMED);
        reads("configuration", WhenProofArrivesThenShowFact.BILL_ISSUED);
        reads("bid", WhenProofArrivesThenShowFact.BID_SHORTLISTED);
        reads("solution", WhenFactArrivesThenReachMilestone.SOLUTION_SUBMITTED);
        reads("solution", WhenFactArrivesThenReachMilestone.SOLUTION_DEMONSTRATED);
        reads("requirement", WhenFactArrivesThenReachMilestone.REQUIREMENT_REVIEWED);
        reads("bid", WhenFactArrivesThenReachMilestone.BID_SUBMITTED);
    }

    private static void reaches(Automation<?> automation, int stage, String milestone, String what) {
        var reach = to(automation, SHOWN.formatted(DEAL, "FORMAL", DAY))
                .orElseThrow()
                .command();
        var evidence = what + " " + CAUSE;
        FIRST.given(new OpportunityStageAdvanced(stage - 1, stage))
                .when(reach)
                .then(
                        new OpportunityMilestoneReached(stage, milestone, DAY, evidence),
                        new OpportunityMilestoneProved(stage, milestone, DAY, evidence),
                        new OpportunityStageEntered(stage, DAY))
                .when(reach)
                .thenNothing();
        FIRST.when(reach).thenRefused(MILESTONE_NOT_OF_STAGE);
        LOST.when(reach).thenRefused(OPPORTUNITY_CLOSED);
    }

    private static List<String> missing(Scenario<Opportunity, Command, OpportunityEvent> deal) {
        return view(deal).progress().missing();
    }

    private static OpportunityView view(Scenario<Opportunity, Command, OpportunityEvent> deal) {
        return (OpportunityView) Objects.requireNonNull(OPPORTUNITY.view().apply(deal.state()));
    }

    private static <T> Optional<Reaction.Command> to(Automation<T> automation, String json) {
        var event = ProducerSamples.event(automation.source(), automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data()));
    }

    private static <T> void reads(String aggregate, Automation<T> automation) {
        for (var sample : ProducerSamples.of("opportunity", aggregate, automation.type())) {
            assertThat(sample.as(automation.data())).isNotNull();
        }
    }
}
