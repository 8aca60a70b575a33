package io.milepost.opportunities.automation;

import static io.milepost.opportunities.automation.WhenSalesProjectTerminatedThenWithdrawOpportunity.AUTOMATION;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A deal whose sales project was given up is given up with it. */
class TerminatedProjectsTest {
    private static final UUID DEAL = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final LocalDate LATER = LocalDate.parse("2026-03-02");
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> QUALIFIED = Scenario.of(
                    OpportunityCatalogue.OPPORTUNITY)
            .given(
                    new OpportunityIdentified(
                            null,
                            null,
                            "kim",
                            null,
                            null,
                            null,
                            null,
                            null,
                            "strategic",
                            2,
                            null,
                            null,
                            null,
                            null,
                            null),
                    new OpportunityQualified(null, "kim", "strategic", 2, true, null, null));
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> AUTHORIZED =
            QUALIFIED.given(new OpportunityAuthorized("board", DAY));
    private static final OpportunityWithdrawn WITHDRAWN =
            new OpportunityWithdrawn("no capacity", DAY, null, "strategic", 2, "ask earlier", EndCause.CAPACITY, null);

    @Test
    @DisplayName(
            "R-054, R-177: with its sales project a deal is withdrawn, on that day, with reason, cause and lessons, once")
    void the_deal_is_withdrawn() {
        var held = AUTHORIZED.given(new OpportunityPutOnHold("no budget", null, DAY));
        for (var open : List.of(QUALIFIED, AUTHORIZED, held)) {
            assertThat(status(open.when(withdraw()).then(WITHDRAWN))).isEqualTo("WITHDRAWN");
        }
        assertThat(status(AUTHORIZED)).as("before").isEqualTo("AUTHORIZED");
        AUTHORIZED.given(WITHDRAWN).when(withdraw()).thenRefused(OPPORTUNITY_CLOSED);
    }

    @Test
    @DisplayName("R-177: told late it is still of its own day; a deal that has ended meanwhile stays as it ended")
    void late_and_after_the_end() {
        AUTHORIZED.when(withdraw()).on(LATER.plusDays(30)).then(WITHDRAWN);
        AUTHORIZED
                .given(new OpportunityLost("price", "ask", DAY, null, "strategic", 2, EndCause.PRICE))
                .when(withdraw())
                .thenRefused(OPPORTUNITY_CLOSED);
        AUTHORIZED
                .given(new OpportunityWon(DEAL, Money.of("1.00", "USD"), DAY, List.of(), "strategic", 2))
                .when(withdraw())
                .thenRefused(OPPORTUNITY_ALREADY_WON);
        assertThat(AUTOMATION.settledBy()).containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON);
    }

    @Test
    @DisplayName("A sales project without a deal cannot be, and is parked for somebody to look at")
    void an_unknown_deal_is_parked() {
        Scenario.of(OpportunityCatalogue.OPPORTUNITY).when(withdraw()).thenUnknown();
        assertThat(AUTOMATION.settledBy()).doesNotContain(UNKNOWN_TARGET);
    }

    @Test
    @DisplayName("R-054, decision 44: what was given up by mistake is reopened, and stands where it stood")
    void it_is_reopened() {
        var again = AUTHORIZED
                .given(WITHDRAWN)
                .when(new ReopenOpportunity("the sponsor found people"))
                .then(new OpportunityReopened("the sponsor found people", LATER, Undone.WITHDRAWN, 1, 0));
        assertThat(status(again)).isEqualTo("AUTHORIZED");
    }

    @Test
    @DisplayName("R-060, R-177: a withdrawal that follows a negative decision says so, this one does not")
    void it_is_told_apart_from_a_negative_decision() {
        AUTHORIZED
                .when(new WithdrawByAti("no capacity", DAY, "ask earlier", EndCause.CAPACITY))
                .then(new OpportunityWithdrawn(
                        "no capacity", DAY, null, "strategic", 2, "ask earlier", EndCause.CAPACITY, true));
        assertThat(OpportunityCatalogue.OPPORTUNITY
                        .command(WithdrawByTermination.class)
                        .roles())
                .isEmpty();
    }

    @Test
    void reads_every_sample_of_the_sales_project() {
        for (var sample : ProducerSamples.of("opportunity", "sales-project", AUTOMATION.type())) {
            var asked = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(AUTOMATION.data()))
                    .orElseThrow();
            assertThat(asked.target()).isEqualTo(sample.subject());
            assertThat(asked.command()).isInstanceOf(WithdrawByTermination.class);
        }
        // One of before cause and lessons were asked for.
        var bare = asked("{\"reason\": \"no capacity\", \"terminatedOn\": \"%s\"}".formatted(DAY));
        assertThat(bare.command()).isEqualTo(new WithdrawByTermination("no capacity", DAY, null, null));
    }

    private static WithdrawByTermination withdraw() {
        var asked = asked(
                "{\"reason\": \"no capacity\", \"terminatedOn\": \"%s\", \"cause\": \"CAPACITY\", \"lessons\": \"ask earlier\", \"later\": 1}"
                        .formatted(DAY));
        assertThat(asked.target()).isEqualTo(DEAL);
        return (WithdrawByTermination) asked.command();
    }

    private static Reaction.Command asked(String json) {
        var event = ProducerSamples.event("opportunity", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(AUTOMATION.data())).orElseThrow();
    }

    private static String status(Scenario<Opportunity, Opportunity.Command, OpportunityEvent> deal) {
        return ((OpportunityView) OpportunityCatalogue.OPPORTUNITY.view().apply(deal.state())).status();
    }
}
