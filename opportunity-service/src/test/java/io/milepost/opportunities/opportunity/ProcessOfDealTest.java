package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.view;
import static io.milepost.opportunities.opportunity.Opportunity.No.LAST_STAGE;
import static io.milepost.opportunities.opportunity.Opportunity.No.STAGE_NOT_EARLIER;
import static io.milepost.opportunities.opportunity.Opportunity.No.TEMPLATE_UNKNOWN;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sales process under which a deal is identified, and which it keeps. */
class ProcessOfDealTest {
    private static final ProcessVersion SHORT =
            new ProcessVersion("north", 4, Templates.stages(30, 60, 100), List.of(), null);
    private static final Scenario<Opportunity, Command, OpportunityEvent> NOTHING = Scenario.of(OPPORTUNITY);
    private static final Scenario<Opportunity, Command, OpportunityEvent> DEAL = NOTHING.when(identify("north"))
            .reading(new Offered(SHORT))
            .then(new OpportunityIdentified(
                    null,
                    null,
                    "kim",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "north",
                    4,
                    TODAY,
                    SHORT.stages(),
                    List.of(),
                    null,
                    null));

    @Test
    @DisplayName(
            "R-046, R-188: a deal goes through as many stages as its process has, and the last is won by the contract")
    void a_deal_goes_through_the_stages_of_its_process() {
        var deal = DEAL;
        for (int stage : List.of(1, 2)) {
            deal = deal.when(new ReachMilestone("M" + stage, null, null))
                    .then(
                            new OpportunityMilestoneReached(stage, "M" + stage, TODAY, null),
                            new OpportunityStageEntered(stage, TODAY))
                    .when(new MeetCriterion("C" + stage, null, null))
                    .then(new SuccessCriterionMet(stage, "C" + stage, null, TODAY))
                    .when(new RecordCommitment("Ann", "the next step", null, null))
                    .then(
                            new CustomerCommitmentRecorded(stage, "Ann", "the next step", TODAY, null, null, null),
                            new OpportunityStageSucceeded(stage),
                            new WinProbabilityChanged(30 * (stage - 1), 30 * stage))
                    .when(new AdvanceStage())
                    .then(new OpportunityStageAdvanced(stage, stage + 1));
        }
        deal.when(new AdvanceStage()).thenRefused(LAST_STAGE);
        deal.when(new ReturnFromSigning("no signature"))
                .then(new OpportunityStageRegressed(3, 2, "no signature"), new WinProbabilityChanged(60, 30))
                .when(new ReturnFromSigning("no signature"))
                .thenRefused(STAGE_NOT_EARLIER);
        var contract = new WinOpportunity(new UUID(1, 1), Money.of("1.00", "USD"), TODAY);
        deal.when(contract)
                .then(new OpportunityWon(contract.contractId(), contract.value(), TODAY, List.of("G04"), "north", 4));
    }

    @Test
    @DisplayName("R-188: a running deal keeps its version, whatever is published since")
    void a_running_deal_keeps_its_version() {
        assertThat(view(DEAL).templateVersion()).isEqualTo(4);
        assertThat(DEAL.state().progress().process()).isEqualTo(SHORT);
        var later = new ProcessVersion("north", 5, Templates.stages(50, 100), List.of(), null);
        assertThat(NOTHING.when(identify("north"))
                        .reading(new Offered(later))
                        .decision()
                        .events())
                .singleElement()
                .isInstanceOfSatisfying(
                        OpportunityIdentified.class,
                        deal -> assertThat(deal.stages()).hasSize(2));
    }

    @Test
    @DisplayName("A deal under a version that the product comes with carries no stages, for they never change")
    void what_the_product_comes_with_is_not_repeated() {
        var standard = SalesProcesses.of("standard", 2);
        NOTHING.when(identify("standard")).reading(new Offered(standard)).then(identified("standard", 2));
        assertThat(NOTHING.given(identified("standard", 2)).state().progress().process())
                .isEqualTo(standard);
    }

    @Test
    @DisplayName("R-041: who asks for no process gets one in any case; one that is asked for must be published")
    void identification_without_a_process_is_never_refused() {
        NOTHING.when(identify(null)).then(identified("standard", 2));
        NOTHING.when(identify(null)).reading(new Offered(null)).then(identified("standard", 2));
        assertThat(NOTHING.when(identify(null))
                        .reading(new Offered(SHORT))
                        .decision()
                        .events())
                .hasSize(1);
        NOTHING.when(identify("standard")).then(identified("standard", 2));
        NOTHING.when(identify("north")).thenRefused(TEMPLATE_UNKNOWN, "/template");
        NOTHING.when(identify("standard")).reading(new Offered(null)).thenRefused(TEMPLATE_UNKNOWN, "/template");
    }

    private static IdentifyOpportunity identify(@Nullable String template) {
        return new IdentifyOpportunity(null, null, "kim", null, null, null, null, null, template, null, null);
    }

    private static OpportunityIdentified identified(String template, int version) {
        return new OpportunityIdentified(
                null, null, "kim", null, null, null, null, null, template, version, TODAY, null, null, null, null);
    }
}
