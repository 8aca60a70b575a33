package io.milepost.opportunities.automation;

import static io.milepost.opportunities.automation.WhenContractSignedThenWinOpportunity.AUTOMATION;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.inbound.contract.ContractSigned;
import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityContractAdded;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityWon;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenContractSignedThenWinOpportunityTest {
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID ANOTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Money VALUE = Money.of("4514.00", "USD");
    private static final List<String> SKIPPED =
            List.of("G08/S1", "G08/S2", "G08/S3", "G08/S4", "G08/S5", "G08/S6", "G08/S7");
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> NOTHING =
            Scenario.of(OpportunityCatalogue.OPPORTUNITY);
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> QUALIFIED = NOTHING.given(
            new OpportunityIdentified(
                    null, null, "kim", null, null, null, null, null, null, null, null, null, null, null, null),
            new OpportunityQualified(null, "kim", "standard", 1, false, null, null));

    @Test
    @DisplayName("R-053: the signed contract wins the opportunity, once however often it is told")
    void wins_once() {
        assertThat(reaction().target()).isEqualTo(OPPORTUNITY);
        QUALIFIED
                .when(win())
                .then(new OpportunityWon(CONTRACT, VALUE, DAY, SKIPPED, "standard", 1))
                .when(win())
                .thenNothing();
    }

    @Test
    @DisplayName("Decision 44: another contract of a won opportunity is noted once, in case the first is void")
    void another_contract_of_a_won_opportunity_is_noted() {
        QUALIFIED
                .given(new OpportunityWon(ANOTHER, VALUE, DAY, List.of(), "standard", 1))
                .when(win())
                .then(new OpportunityContractAdded(CONTRACT, VALUE, DAY))
                .when(win())
                .thenNothing();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    @DisplayName("A contract signed for a lost deal, or for one that nobody knows, is parked for somebody to look at")
    void a_contract_for_a_lost_deal_is_not_settled() {
        QUALIFIED
                .given(new OpportunityLost("price", "ask earlier", DAY, null, "standard", 1, EndCause.PRICE))
                .when(win())
                .thenRefused(OPPORTUNITY_CLOSED);
        NOTHING.when(win()).thenUnknown();
        assertThat(AUTOMATION.settledBy()).doesNotContain(OPPORTUNITY_CLOSED, UNKNOWN_TARGET);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(ContractSigned.class)))
                    .isPresent();
        }
    }

    private static WinOpportunity win() {
        return (WinOpportunity) reaction().command();
    }

    private static Reaction.Command reaction() {
        var json = """
            {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "basis": "A_BASIS_OF_LATER",
             "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "%s"}
            """.formatted(OPPORTUNITY, ANOTHER, DAY);
        var event = ProducerSamples.event("contract", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(ContractSigned.class)).orElseThrow();
    }
}
