package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.automation.WhenDeliveryEndsThenCarryOutContract;
import io.milepost.contracts.automation.WhenVoidingGrantedThenVoidContract;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A signed contract that should never have been signed. */
class VoidedContractTest {
    private static final VoidContract VOID =
            new VoidContract(VoidingCause.SIGNED_TWICE, "agreed in C-7 already", "lee", "jo", TODAY);
    private static final ContractVoided VOIDED = new ContractVoided(
            OPPORTUNITY,
            ACCOUNT,
            "kim",
            VALUE,
            TODAY,
            VoidingCause.SIGNED_TWICE,
            "agreed in C-7 already",
            "lee",
            "jo",
            TODAY);

    @Test
    @DisplayName("Decision 44: a contract that was signed by mistake is void, once, and says why")
    void is_void_once() {
        var given = aSignedContract()
                .when(VOID)
                .unbound()
                .then(VOIDED)
                .when(VOID)
                .unbound()
                .thenNothing();
        var view = ContractView.of(given.state());
        assertThat(view.status()).isEqualTo("VOIDED");
        assertThat(view.voidedOn()).isEqualTo(TODAY);
        assertThat(view.voidCause()).isEqualTo(VoidingCause.SIGNED_TWICE);
        assertThat(view.voidReason()).isEqualTo("agreed in C-7 already");
        assertThat(view.signedOn()).as("what was signed stays on record").isEqualTo(TODAY);
        assertThat(view.value()).isEqualTo(VALUE);
        assertThat(given.state().signedOn())
                .as("for all others it is not signed")
                .isEmpty();
        assertThat(ContractView.of(aSignedContract().state()).voidedOn()).isNull();
    }

    @Test
    @DisplayName("Decision 44: what nobody signed is withdrawn, and what is closed stays so")
    void only_what_is_signed_is_void() {
        for (var unsigned : List.of(aDraft(), aContractOutForSignature(), aContractSignedBy(Party.SELLER, TODAY))) {
            unsigned.when(VOID).unbound().thenRefused(CONTRACT_NOT_SIGNED);
        }
        aDraft().given(new ContractWithdrawn(OPPORTUNITY, "not wanted", null, TODAY, "kim"))
                .when(VOID)
                .unbound()
                .thenRefused(CONTRACT_WITHDRAWN);
        aSignedContract().given(new ContractClosed(TODAY)).when(VOID).unbound().thenRefused(CONTRACT_ALREADY_CLOSED);
    }

    @Test
    @DisplayName("Decision 44: nothing more becomes of a void contract, which could go on before")
    void nothing_more_becomes_of_it() {
        for (var command : List.of(
                new SetEffectiveDate(TODAY),
                new DeliverCopies(TODAY),
                new ArchiveContract("4"),
                new NoteHandover(TODAY),
                new RecordPerformance(TODAY),
                new CloseContract(TODAY))) {
            assertThat(aSignedContract().when(command).decision().events()).isNotEmpty();
            voided().when(command).thenRefused(CONTRACT_VOIDED);
        }
        for (var command : List.of(
                new EditClause("P-1", Clause.Kind.SPECIAL, "penalty", null),
                new SubmitForReview(),
                new SendForSignature(),
                new RecordExplanation("Ann", null, null),
                new CheckText(),
                new SignContract(Party.SELLER, null, null),
                new DeclineSignature(Party.SELLER, "price"),
                new WithdrawContract("not wanted"))) {
            voided().when(command).thenRefused(CONTRACT_VOIDED);
        }
        voided().when(new WithdrawSuperseded(QUOTATION)).unbound().thenNothing();
    }

    @Test
    @DisplayName("Decision 44: the contract is void as two people decided, and notes that delivery has taken it over")
    void others_tell_it() {
        var granted =
                reaction(WhenVoidingGrantedThenVoidContract.AUTOMATION, "contract", """
                    {"contractId": "%s", "cause": "SIGNED_TWICE", "reason": "agreed in C-7 already", "requestedBy": "lee",
                     "decidedBy": "jo", "on": "%s"}\
                    """.formatted(OPPORTUNITY, TODAY));
        assertThat(granted).isEqualTo(new Reaction.Command(OPPORTUNITY, VOID));
        var taken = reaction(
                WhenDeliveryEndsThenCarryOutContract.TAKEN_OVER,
                "delivery",
                "{\"contractId\": \"%s\", \"acceptedOn\": \"%s\"}".formatted(OPPORTUNITY, TODAY));
        assertThat(taken).isEqualTo(new Reaction.Command(OPPORTUNITY, new NoteHandover(TODAY)));
        var handedOver = aSignedContract()
                .when(taken.command())
                .unbound()
                .then(new ContractHandedOver(TODAY))
                .when(taken.command())
                .unbound()
                .thenNothing();
        assertThat(ContractView.of(handedOver.state()).handedOverOn()).isEqualTo(TODAY);
        var samples =
                ProducerSamples.of("delivery", "handover", WhenDeliveryEndsThenCarryOutContract.TAKEN_OVER.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var automation = WhenDeliveryEndsThenCarryOutContract.TAKEN_OVER;
            assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                    .isPresent();
        }
    }

    private static <T> Reaction.Command reaction(Automation<T> automation, String producer, String json) {
        var event = ProducerSamples.event(producer, automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data())).orElseThrow();
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> voided() {
        return aSignedContract().given(VOIDED);
    }
}
