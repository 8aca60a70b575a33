package io.milepost.contracts.automation;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.ContractView;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the delivery says of a contract: performed, then closed. */
class CarryingOutContractsTest {
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final LocalDate LATER = DAY.plusDays(1);
    private static final Scenario<Contract, ContractCommand, ContractEvent> NOTHING = Scenario.of(CONTRACT);
    private static final Scenario<Contract, ContractCommand, ContractEvent> DRAFT = NOTHING.given(new ContractDrafted(
            null,
            Basis.MIGRATED,
            "as said",
            null,
            ID,
            ID,
            "kim",
            Money.of("12.50", "USD"),
            List.of(),
            Terms.NONE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    private static final Scenario<Contract, ContractCommand, ContractEvent> SIGNED = DRAFT.given(
            new ContractPartySigned(Party.SELLER, null, DAY, null),
            new ContractPartySigned(Party.CUSTOMER, null, DAY, null));
    private static final Scenario<Contract, ContractCommand, ContractEvent> EFFECTIVE =
            SIGNED.given(new ContractBecameEffective(DAY));

    @Test
    @DisplayName("R-137: a comprehensive acceptance performs the contract once, also one without an effective day")
    void a_comprehensive_acceptance_performs_the_contract() {
        for (var concluded : List.of(SIGNED, EFFECTIVE)) {
            var performed = concluded
                    .when(accepted(DAY))
                    .then(new ContractPerformed(DAY))
                    .when(accepted(DAY))
                    .thenNothing();
            assertThat(view(performed).status()).isEqualTo("PERFORMED");
            assertThat(view(performed).performedOn()).isEqualTo(DAY);
            performed.when(accepted(LATER)).thenRefused(CONTRACT_ALREADY_PERFORMED);
        }
    }

    @Test
    @DisplayName("Domain 3.3: a closed project closes the contract once, and what is heard late of it leaves it closed")
    void a_closed_project_closes_the_contract() {
        for (var concluded : List.of(SIGNED, EFFECTIVE, EFFECTIVE.given(new ContractPerformed(DAY)))) {
            var closed = concluded
                    .when(closed(LATER))
                    .then(new ContractClosed(LATER))
                    .when(closed(LATER))
                    .thenNothing();
            assertThat(view(closed).status()).isEqualTo("CLOSED");
            assertThat(view(closed).closedOn()).isEqualTo(LATER);
            closed.when(closed(DAY)).thenRefused(CONTRACT_ALREADY_CLOSED);
        }
        var late = SIGNED.given(new ContractClosed(LATER)).when(accepted(DAY)).then(new ContractPerformed(DAY));
        assertThat(view(late).status()).isEqualTo("CLOSED");
        assertThat(view(late).performedOn()).isEqualTo(DAY);
    }

    @Test
    @DisplayName("R-132, R-131: papers are filed and the effective day is recorded also when the work is done")
    void papers_and_the_effective_day_may_come_late() {
        var performed = SIGNED.given(new ContractPerformed(DAY));
        var filed = performed
                .when(new DeliverCopies(LATER))
                .on(LATER)
                .then(new ContractCopiesDelivered(LATER))
                .when(new SetEffectiveDate(DAY))
                .then(new ContractBecameEffective(DAY));
        assertThat(view(filed).status()).isEqualTo("PERFORMED");
        assertThat(view(filed).effectiveOn()).isEqualTo(DAY);
        assertThat(view(filed).copiesDeliveredOn()).isEqualTo(LATER);
    }

    @Test
    @DisplayName("A delivery under a contract that nobody signed is parked for somebody to look at")
    void a_contract_that_is_not_signed_is_parked() {
        for (var command : List.of(accepted(DAY), closed(DAY))) {
            NOTHING.when(command).thenUnknown();
            DRAFT.when(command).thenRefused(CONTRACT_NOT_SIGNED);
            DRAFT.given(new ContractPartySigned(Party.SELLER, null, DAY, null))
                    .when(command)
                    .thenRefused(CONTRACT_NOT_SIGNED);
        }
        assertThat(WhenDeliveryEndsThenCarryOutContract.PERFORMED.settledBy()).isEmpty();
        assertThat(WhenDeliveryEndsThenCarryOutContract.CLOSED.settledBy()).isEmpty();
    }

    @Test
    void reads_every_sample_of_the_producer() {
        reads("acceptance", WhenDeliveryEndsThenCarryOutContract.PERFORMED);
        reads("closure", WhenDeliveryEndsThenCarryOutContract.CLOSED);
    }

    private static ContractCommand accepted(LocalDate on) {
        return command(WhenDeliveryEndsThenCarryOutContract.PERFORMED, "acceptedOn", on);
    }

    private static ContractCommand closed(LocalDate on) {
        return command(WhenDeliveryEndsThenCarryOutContract.CLOSED, "closedOn", on);
    }

    private static <T> ContractCommand command(Automation<T> automation, String field, LocalDate on) {
        var event = ProducerSamples.event(
                "delivery", automation.type(), "{\"contractId\": \"%s\", \"%s\": \"%s\"}".formatted(ID, field, on));
        var reaction =
                automation.reaction().to(event, event.as(automation.data())).orElseThrow();
        assertThat(reaction.target()).isEqualTo(ID);
        return (ContractCommand) reaction.command();
    }

    private static <T> void reads(String aggregate, Automation<T> automation) {
        var samples = ProducerSamples.of("delivery", aggregate, automation.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                    .isPresent();
        }
    }

    private static ContractView view(Scenario<Contract, ContractCommand, ContractEvent> contract) {
        return (ContractView) Objects.requireNonNull(CONTRACT.view().apply(contract.state()));
    }
}
