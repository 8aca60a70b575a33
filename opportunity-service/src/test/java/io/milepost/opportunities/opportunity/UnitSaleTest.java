package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.view;
import static io.milepost.opportunities.opportunity.Opportunity.No.LAST_STAGE;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.ATI_MISPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.automation.WhenOpportunityQualifiedThenProposeSalesProject;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.opportunity.ClosingCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.salesprocess.SalesProcessCatalogue;
import io.milepost.opportunities.salesprocess.SalesProcessVersions;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Units that are sold on site, by the process that domain 3.2 proposes for them. */
class UnitSaleTest {
    private static final List<String> NAMES = List.of(
            "Registered",
            "Received and toured",
            "Intent",
            "Priced",
            "Deposit paid",
            "Subscription signed",
            "Contract signed");
    private static final Template FLATS = Templates.with(Templates.SHORT, stages(false));
    private static final VersionPublished PUBLISHED = new VersionPublished(1, "flats", "Site one", Mode.UNIT, FLATS);
    private static final UUID CONTRACT = new UUID(3, 3);
    private static final Money PRICE = Money.of("310000.00", "EUR");

    @Test
    @DisplayName("Decision 3, R-188: a unit is sold in the stages of its own process, which knows no ATI decision")
    void a_unit_has_stages_of_its_own() {
        process(Mode.UNIT)
                .when(new DraftVersion(FLATS))
                .then(new VersionDrafted(1, FLATS, null))
                .when(new PublishVersion(1))
                .then(PUBLISHED);
        var decided = new DraftVersion(Templates.with(Templates.STRATEGIC, stages(true)));
        process(Mode.UNIT).when(decided).thenRefused(ATI_MISPLACED, "/template/stages");
        process(Mode.PROJECT).when(decided).then(new VersionDrafted(1, decided.template(), null));
    }

    @Test
    @DisplayName("R-046, R-050, R-053: a buyer goes through all seven, and the signed contract alone sells the unit")
    void a_buyer_goes_through_all_of_them() {
        var deal = buyer().when(new QualifyOpportunity(null)).then(qualified());
        for (int stage = 1; stage < NAMES.size(); stage++) {
            assertThat(view(deal).progress().name()).isEqualTo(NAMES.get(stage - 1));
            deal = deal.when(new ReachMilestone("U" + stage, null, null))
                    .then(
                            new OpportunityMilestoneReached(stage, "U" + stage, TODAY, null),
                            new OpportunityStageEntered(stage, TODAY))
                    .when(new MeetCriterion("D" + stage, null, null))
                    .then(
                            new SuccessCriterionMet(stage, "D" + stage, null, TODAY),
                            new OpportunityStageSucceeded(stage),
                            new WinProbabilityChanged(probability(stage - 1), probability(stage)))
                    .when(new AdvanceStage())
                    .then(new OpportunityStageAdvanced(stage, stage + 1));
        }
        deal.when(new AdvanceStage()).thenRefused(LAST_STAGE);
        deal.when(new WinOpportunity(CONTRACT, PRICE, TODAY))
                .then(new OpportunityWon(CONTRACT, PRICE, TODAY, List.of(), "flats", 1));
    }

    @Test
    @DisplayName(
            "Decision 3: there is no sales project a buyer, while the launch programme as a deal of its own has one")
    void a_launch_programme_may_be_a_sales_project() {
        assertThat(proposes(qualified())).isFalse();
        var programme = new OpportunityQualified(null, "kim", "strategic", 2, true, null, null);
        assertThat(proposes(programme)).isTrue();
    }

    private static boolean proposes(OpportunityQualified qualified) {
        var automation = WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION;
        var event = ProducerSamples.event(
                "opportunity", automation.type(), Json.events().writeValueAsString(qualified));
        return automation.reaction().to(event, event.as(automation.data())).isPresent();
    }

    private static Scenario<SalesProcessVersions, SalesProcessVersions.Command, Event> process(Mode mode) {
        return Scenario.of(SALES_PROCESS).given(new SalesProcessDefined("flats", "Site one", mode));
    }

    private static Scenario<Opportunity, Opportunity.Command, OpportunityEvent> buyer() {
        var inForce = SalesProcessCatalogue.inForce(Objects.requireNonNull(
                        process(Mode.UNIT).given(PUBLISHED).state()))
                .orElseThrow();
        return Scenario.of(OPPORTUNITY)
                .when(new IdentifyOpportunity(
                        "Flat 7", null, "kim", "Flat 7", null, PRICE, null, null, "flats", null, null))
                .reading(new Offered(inForce))
                .then(new OpportunityIdentified(
                        "Flat 7",
                        null,
                        "kim",
                        "Flat 7",
                        null,
                        PRICE,
                        null,
                        null,
                        "flats",
                        1,
                        TODAY,
                        FLATS.stages(),
                        FLATS.discountLimits(),
                        null,
                        null));
    }

    private static OpportunityQualified qualified() {
        return new OpportunityQualified(null, "kim", "flats", 1, false, null, null);
    }

    private static int probability(int stage) {
        return stage == NAMES.size() ? 100 : 15 * stage;
    }

    private static List<Stage> stages(boolean atiNeeded) {
        return IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(number -> new Stage(
                        number,
                        NAMES.get(number - 1),
                        "buys, step " + number,
                        atiNeeded && number == 2,
                        List.of(new Milestone("U" + number, NAMES.get(number - 1), false, null)),
                        List.of(new Criterion(
                                "D" + number,
                                "it is on record",
                                number == NAMES.size() ? ShownBy.CONTRACT : ShownBy.STATEMENT)),
                        null,
                        probability(number),
                        true,
                        null))
                .toList();
    }
}
