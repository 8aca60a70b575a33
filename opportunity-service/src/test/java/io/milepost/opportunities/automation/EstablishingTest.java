package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_NOT_QUALIFIED;
import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_ENDED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityAuthorized;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectCatalogue;
import io.milepost.opportunities.salesproject.SalesProjectCommand;
import io.milepost.opportunities.salesproject.SalesProjectEvent;
import io.milepost.opportunities.salesproject.SalesProjectEvent.ClosingCause;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClosed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectClosingStarted;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectProposed;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the qualified opportunity to its sales project and back; both have the same id. */
class EstablishingTest {
    private static final UUID DEAL = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> IDENTIFIED = Scenario.of(
                    OpportunityCatalogue.OPPORTUNITY)
            .given(new OpportunityIdentified(
                    null, null, "kim", null, null, null, null, null, "strategic", 2, null, null, null, null, null));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> QUALIFIED =
            IDENTIFIED.given(new OpportunityQualified(null, "kim", "strategic", 2, true, null, null));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> LOST =
            QUALIFIED.given(new OpportunityLost("price", "ask earlier", DAY, null, "strategic", 2, EndCause.PRICE));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> WON =
            QUALIFIED.given(new OpportunityWon(DEAL, Money.of("4514.00", "USD"), DAY, List.of("G06"), "strategic", 2));
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> NOTHING =
            Scenario.of(SalesProjectCatalogue.SALES_PROJECT);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PROPOSED =
            NOTHING.given(new SalesProjectProposed("kim", null, null, null));
    private static final String DECIDED =
            "{\"decidedBy\": \"board\", \"decidedOn\": \"2026-03-01\", \"reason\": \"so it is\"}";

    @Test
    @DisplayName("Domain 3.5: qualifying a strategic deal proposes its sales project, once however often it is told")
    void a_qualified_strategic_deal_is_proposed() {
        for (int version : List.of(1, 2)) {
            var reaction = qualified("strategic", version).orElseThrow();
            assertThat(reaction.target()).isEqualTo(DEAL);
            assertThat(qualified("strategic", version)).contains(reaction);
            NOTHING.when(reaction.command()).then(new SalesProjectProposed("kim", "strategic", version, null));
        }
    }

    @Test
    @DisplayName("Decision 43: from a standard deal nothing follows, nor from a qualification that tells no process")
    void a_standard_deal_is_not_proposed() {
        assertThat(qualified("standard", 2)).isEmpty();
        assertThat(qualified("standard", 1)).isEmpty();
        assertThat(to(WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION, "{}"))
                .isEmpty();
        assertThat(qualified("strategic", 2)).isPresent();
        assertThat(qualified("north", 4, false)).isEmpty();
        assertThat(qualified("north", 4, true)).isPresent();
    }

    @Test
    @DisplayName(
            "R-060, G06: a positive decision authorizes the opportunity once; one that has ended stays as it ended")
    void a_positive_decision_authorizes() {
        var authorize = reaction(WhenAtiApprovedThenAuthorizeOpportunity.AUTOMATION, DECIDED)
                .command();
        QUALIFIED
                .when(authorize)
                .then(new OpportunityAuthorized("board", DAY))
                .when(authorize)
                .thenNothing();
        LOST.when(authorize).thenRefused(OPPORTUNITY_CLOSED);
        WON.when(authorize).thenRefused(OPPORTUNITY_ALREADY_WON);
        IDENTIFIED.when(authorize).thenRefused(OPPORTUNITY_NOT_QUALIFIED);
        assertThat(WhenAtiApprovedThenAuthorizeOpportunity.AUTOMATION.settledBy())
                .containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
    }

    @Test
    @DisplayName(
            "R-060, R-177, G06: a negative decision withdraws the opportunity with its reason on its day, once, and says so")
    void a_negative_decision_withdraws() {
        var automation = WhenAtiRejectedThenWithdrawOpportunity.AUTOMATION;
        var withdraw = reaction(automation, DECIDED).command();
        QUALIFIED
                .when(withdraw)
                .then(new OpportunityWithdrawn("so it is", DAY, null, "strategic", 2, null, null, true))
                .when(withdraw)
                .thenRefused(OPPORTUNITY_CLOSED);
        WON.when(withdraw).thenRefused(OPPORTUNITY_ALREADY_WON);
        assertThat(automation.settledBy()).containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
    }

    @Test
    @DisplayName(
            "Domain 3.5: the end of a strategic deal begins the closing of its sales project, once, however it ended")
    void the_end_of_a_strategic_deal_closes_its_sales_project() {
        closes(WhenOpportunityEndsThenCloseSalesProject.WON, ClosingCause.WON);
        closes(WhenOpportunityEndsThenCloseSalesProject.LOST, ClosingCause.LOST);
        closes(WhenOpportunityEndsThenCloseSalesProject.WITHDRAWN, ClosingCause.WITHDRAWN);
    }

    @Test
    @DisplayName("R-177: a complete closure closes the sales project once, also before it began to close; one that was"
            + " closed otherwise is parked, and one that never was is nothing to close")
    void a_complete_closure_closes_its_sales_project() {
        var closing = PROPOSED.given(new SalesProjectClosingStarted(ClosingCause.LOST, DAY.minusDays(1)));
        for (var outcome : ClosingCause.values()) {
            for (var project : List.of(PROPOSED, closing)) {
                project.when(completed(outcome, DAY))
                        .then(new SalesProjectClosed(outcome, DAY))
                        .when(completed(outcome, DAY))
                        .thenNothing()
                        .when(completed(outcome, DAY.plusDays(1)))
                        .thenRefused(SALES_PROJECT_ENDED);
            }
        }
        NOTHING.when(completed(ClosingCause.LOST, DAY)).thenUnknown();
        assertThat(WhenSalesClosureCompletedThenCloseSalesProject.AUTOMATION.settledBy())
                .containsExactly(UNKNOWN_TARGET)
                .doesNotContain(SALES_PROJECT_ENDED);
    }

    @Test
    void reads_every_sample_of_the_producer_of_closures() {
        var automation = WhenSalesClosureCompletedThenCloseSalesProject.AUTOMATION;
        var samples = ProducerSamples.of("delivery", "sales-closure", automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            assertThat(to(automation, sample)).isPresent();
        }
    }

    @Test
    void reads_every_sample_of_its_own_events() {
        reads("opportunity", WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION);
        reads("opportunity", WhenOpportunityEndsThenCloseSalesProject.WON);
        reads("opportunity", WhenOpportunityEndsThenCloseSalesProject.LOST);
        reads("opportunity", WhenOpportunityEndsThenCloseSalesProject.WITHDRAWN);
        reads("sales-project", WhenAtiApprovedThenAuthorizeOpportunity.AUTOMATION);
        reads("sales-project", WhenAtiRejectedThenWithdrawOpportunity.AUTOMATION);
    }

    private static <T> void closes(Automation<T> automation, ClosingCause cause) {
        var close = reaction(automation, ended("strategic")).command();
        PROPOSED.when(close)
                .then(new SalesProjectClosingStarted(cause, DAY))
                .when(close)
                .thenNothing();
        NOTHING.when(close).thenUnknown();
        assertThat(automation.settledBy()).containsExactly(UNKNOWN_TARGET);
        assertThat(to(automation, ended("standard"))).isEmpty();
        assertThat(to(automation, ended("standard").replace("\"standard\"", "\"standard\", \"templateVersion\": 2")))
                .isEmpty();
        assertThat(to(automation, ended("standard").replace("\"standard\"", "\"standard\", \"templateVersion\": 3")))
                .as("what was published since may need one: its sales project is asked")
                .isPresent();
        assertThat(to(automation, ended("strategic").replace(", \"template\": \"strategic\"", "")))
                .isEmpty();
    }

    private static Record completed(ClosingCause outcome, LocalDate on) {
        var automation = WhenSalesClosureCompletedThenCloseSalesProject.AUTOMATION;
        var event = ProducerSamples.event(
                "delivery",
                automation.type(),
                "{\"opportunityId\": \"%s\", \"outcome\": \"%s\", \"closedOn\": \"%s\"}".formatted(DEAL, outcome, on));
        var reaction = to(automation, event).orElseThrow();
        assertThat(reaction.target()).isEqualTo(DEAL);
        return reaction.command();
    }

    private static String ended(String template) {
        return """
            {"contractId": "%s", "value": {"amount": "4514.00", "currency": "USD"}, "closedOn": "%s", "reason": "x",
             "skippedGates": [], "template": "%s"}
            """.formatted(DEAL, DAY, template);
    }

    private static Optional<Reaction.Command> qualified(String template, int version) {
        return to(
                WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION,
                "{\"owner\": \"kim\", \"template\": \"%s\", \"templateVersion\": %d}".formatted(template, version));
    }

    private static Optional<Reaction.Command> qualified(String template, int version, boolean atiNeeded) {
        return to(
                WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION,
                "{\"owner\": \"kim\", \"template\": \"%s\", \"templateVersion\": %d, \"atiNeeded\": %b}"
                        .formatted(template, version, atiNeeded));
    }

    private static <T> Reaction.Command reaction(Automation<T> automation, String json) {
        var reaction = to(automation, json).orElseThrow();
        assertThat(reaction.target()).isEqualTo(DEAL);
        return reaction;
    }

    private static <T> Optional<Reaction.Command> to(Automation<T> automation, String json) {
        return to(automation, ProducerSamples.event("opportunity", automation.type(), json));
    }

    private static <T> Optional<Reaction.Command> to(Automation<T> automation, Inbound event) {
        return automation.reaction().to(event, event.as(automation.data()));
    }

    private static <T> void reads(String aggregate, Automation<T> automation) {
        for (var sample : ProducerSamples.of("opportunity", aggregate, automation.type())) {
            assertThat(sample.as(automation.data())).isNotNull();
        }
    }
}
