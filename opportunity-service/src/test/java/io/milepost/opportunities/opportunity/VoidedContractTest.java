package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunities.QUALIFIED;
import static io.milepost.opportunities.opportunity.Opportunities.QUOTATION;
import static io.milepost.opportunities.opportunity.Opportunities.TODAY;
import static io.milepost.opportunities.opportunity.Opportunities.in;
import static io.milepost.opportunities.opportunity.Opportunity.No.SALES_PROJECT_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.automation.WhenContractVoidedThenUndoWin;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Decision 44: a deal that was won by a contract which was signed by mistake is open again")
class VoidedContractTest {
    private static final UUID CONTRACT = QUOTATION;
    private static final UUID ANOTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
    private static final Money VALUE = Money.of("4514.00", "USD");
    private static final Money EXPECTED = Money.of("5000.00", "USD");
    private static final Scenario<Opportunity, Command, OpportunityEvent> VALUED =
            QUALIFIED.given(new OpportunityValueUpdated(null, EXPECTED));
    private static final OpportunityWon WON = new OpportunityWon(CONTRACT, VALUE, TODAY, List.of("G06"), "standard", 2);
    private static final UndoWin UNDO = new UndoWin(CONTRACT, "signed twice", TODAY);

    @Test
    @DisplayName("It stands where it stood, and is worth again what it was expected to bring")
    void it_stands_where_it_stood() {
        var before = in(3, 20).given(new OpportunityValueUpdated(null, EXPECTED));
        var again = before.given(WON)
                .when(UNDO)
                .unbound()
                .then(
                        new OpportunityReopened("signed twice", TODAY, Undone.WON, 3, 20),
                        new OpportunityValueUpdated(VALUE, EXPECTED));
        var view = OpportunityView.of(again.state());
        assertThat(view.status()).isEqualTo("QUALIFIED");
        assertThat(view.stage()).isEqualTo(3);
        assertThat(view.contractId()).isNull();
        assertThat(view.expectedValue()).isEqualTo(EXPECTED);
        again.when(UNDO).unbound().thenNothing();
        QUALIFIED.given(WON).when(UNDO).unbound().then(reopened());
    }

    @Test
    @DisplayName("Its last stage, which only the signature made a success, is entered and no more")
    void the_last_stage_is_no_success() {
        var last = QUALIFIED.state().progress().process().last();
        var before = in(last, 90).given(new OpportunityStageEntered(last, TODAY));
        var win = new WinOpportunity(CONTRACT, VALUE, TODAY);
        var won = before.given(before.when(win).unbound().decision().events().toArray(OpportunityEvent[]::new));
        assertThat(won.state().progress().standing()).isEqualTo(Progress.Standing.SUCCEEDED);
        var events = won.when(UNDO).unbound().decision().events();
        var again = won.given(events.toArray(OpportunityEvent[]::new)).state().progress();
        assertThat(again.standing()).isEqualTo(Progress.Standing.ENTERED);
        assertThat(again.probability())
                .isEqualTo(((OpportunityReopened) events.getFirst()).probability())
                .isLessThan(100);
    }

    @Test
    @DisplayName("Another contract that was signed for it keeps it won")
    void another_contract_keeps_it_won() {
        var both = VALUED.given(WON, new OpportunityContractAdded(ANOTHER, VALUE, TODAY));
        var won = both.when(UNDO)
                .unbound()
                .then(new OpportunityWon(ANOTHER, VALUE, TODAY, List.of("G06"), "standard", 2));
        assertThat(OpportunityView.of(won.state()).contractId()).isEqualTo(ANOTHER);
        won.when(UNDO).unbound().thenNothing();
        won.when(new UndoWin(ANOTHER, "signed twice", TODAY))
                .unbound()
                .then(reopened(), new OpportunityValueUpdated(VALUE, EXPECTED));

        var first = both.when(new UndoWin(ANOTHER, "signed twice", TODAY))
                .unbound()
                .then(new OpportunityContractDropped(ANOTHER, "signed twice"));
        assertThat(OpportunityView.of(first.state()).contractId()).isEqualTo(CONTRACT);
        first.when(UNDO).unbound().then(reopened(), new OpportunityValueUpdated(VALUE, EXPECTED));
    }

    @Test
    @DisplayName(
            "With its sales project closed it stays won, and somebody has to look; what did not win it changes nothing")
    void a_closed_sales_project_ends_it() {
        QUALIFIED
                .recording(ReachedRefusals.of(List.<Refusal>of(SALES_PROJECT_CLOSED)))
                .given(WON)
                .when(UNDO)
                .unbound()
                .reading(new Project(true))
                .thenRefused(SALES_PROJECT_CLOSED);
        VALUED.given(WON)
                .when(UNDO)
                .unbound()
                .reading(new Project(false))
                .then(reopened(), new OpportunityValueUpdated(VALUE, EXPECTED));
        QUALIFIED.when(UNDO).unbound().thenNothing();
        QUALIFIED
                .given(WON)
                .when(new UndoWin(ANOTHER, "signed twice", TODAY))
                .unbound()
                .thenNothing();
        assertThat(WhenContractVoidedThenUndoWin.AUTOMATION.settledBy()).doesNotContain(SALES_PROJECT_CLOSED);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        var automation = WhenContractVoidedThenUndoWin.AUTOMATION;
        var samples = ProducerSamples.of("contract", "contract", automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var voided = sample.as(automation.data());
            assertThat(automation.reaction().to(sample, voided))
                    .contains(new Reaction.Command(
                            voided.opportunityId(), new UndoWin(sample.subject(), voided.reason(), voided.on())));
        }
    }

    private static OpportunityReopened reopened() {
        return new OpportunityReopened("signed twice", TODAY, Undone.WON, 1, 0);
    }
}
