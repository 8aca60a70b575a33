package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenContractSignedThenInitiateHandover.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.kernel.Rules;
import io.milepost.delivery.kernel.Rules.Items;
import io.milepost.delivery.ruleset.RuleSet;
import io.milepost.delivery.ruleset.RuleSetCatalogue;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenContractSignedThenInitiateHandoverTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
    private static final Money VALUE = Money.of("4514.00", "USD");
    private static final Scenario<Handover, Handover.Command, Handover.Event> NOTHING =
            Scenario.of(HandoverCatalogue.HANDOVER);

    @Test
    @DisplayName("R-143: under the contract's id, with its owner, due two weeks after the signature")
    void initiates_the_handover() {
        initiates("QUOTATION", false);
        initiates("A_BASIS_OF_LATER", false);
    }

    @Test
    @DisplayName("R-143, R-188: due after as many days as the sales process of the deal says, where that is known here")
    void is_due_when_the_process_says() {
        var event = ProducerSamples.event("contract", AUTOMATION.type(), """
                {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "value": {"amount": "4514.00", "currency": "USD"},
                 "signedOn": "2026-03-01", "basis": "QUOTATION", "template": "north", "templateVersion": 4}
                """.formatted(OPPORTUNITY, ACCOUNT));
        var initiate = (InitiateHandover) AUTOMATION
                .reaction()
                .to(event, event.as(ContractSigned.class))
                .orElseThrow()
                .command();
        var id = RuleSetCatalogue.idOf("north", 4);
        assertThat(HandoverCatalogue.HANDOVER
                        .command(InitiateHandover.class)
                        .reads()
                        .getFirst()
                        .id()
                        .of(Scenario.ID, null, initiate))
                .isEqualTo(id);
        assertThat(dueOn(NOTHING.when(initiate))).isEqualTo(LocalDate.parse("2026-03-15"));
        assertThat(dueOn(NOTHING.when(initiate).reading(deadline(20)))).isEqualTo(LocalDate.parse("2026-03-21"));
    }

    /** As the catalogue makes it of the rules. */
    private static Record deadline(int days) {
        var rules = new Rules(days, new Items(List.of(), List.of()), null, null);
        var read = HandoverCatalogue.HANDOVER
                .command(InitiateHandover.class)
                .reads()
                .getFirst();
        return made(read, new RuleSet("north", 4, rules));
    }

    @SuppressWarnings("unchecked")
    private static <O> Record made(Read<?, O, ?> read, Object other) {
        return read.as().apply((O) other);
    }

    private static LocalDate dueOn(Scenario.Attempt<Handover, Handover.Command, Handover.Event> attempt) {
        var initiated = (HandoverInitiated) attempt.decision().events().getFirst();
        assertThat(initiated.template()).isEqualTo("north");
        return initiated.dueOn();
    }

    @Test
    @DisplayName("R-143: a contract that was migrated has a handover too, that nobody is reminded of")
    void initiates_the_handover_of_a_migrated_contract() {
        initiates("MIGRATED", true);
    }

    @Test
    @DisplayName(
            "Told twice, it is the same command; another signature of the same contract is parked for somebody to look at")
    void a_contract_is_handed_over_once() {
        assertThat(reaction("QUOTATION")).isEqualTo(reaction("QUOTATION"));
        NOTHING.given(initiated(false))
                .when((InitiateHandover) reaction("QUOTATION").command())
                .thenTaken();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            var initiate = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(ContractSigned.class))
                    .orElseThrow();
            assertThat(NOTHING.when((InitiateHandover) initiate.command()).decision())
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    private static void initiates(String basis, boolean migrated) {
        var initiate = reaction(basis);
        assertThat(initiate.target()).isEqualTo(CONTRACT);
        NOTHING.when((InitiateHandover) initiate.command()).to(CONTRACT).then(initiated(migrated));
    }

    private static HandoverInitiated initiated(boolean migrated) {
        var due = LocalDate.parse("2026-03-15");
        return new HandoverInitiated(CONTRACT, OPPORTUNITY, ACCOUNT, "kim", VALUE, due, migrated, null, null, null);
    }

    private static Reaction.Command reaction(String basis) {
        var json = """
                {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "basis": "%s",
                 "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "2026-03-01"}
                """.formatted(OPPORTUNITY, ACCOUNT, basis);
        var event = ProducerSamples.event("contract", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(ContractSigned.class)).orElseThrow();
    }
}
