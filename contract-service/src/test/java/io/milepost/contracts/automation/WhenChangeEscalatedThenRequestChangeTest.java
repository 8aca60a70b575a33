package io.milepost.contracts.automation;

import static io.milepost.contracts.automation.WhenChangeEscalatedThenRequestChange.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.changeorder.ChangeOrder.ContractToChange;
import io.milepost.contracts.changeorder.ChangeOrder.No;
import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.changeorder.ChangeOrderCatalogue;
import io.milepost.contracts.changeorder.ChangeOrderCommand.RequestChange;
import io.milepost.contracts.changeorder.ChangeOrderEvent;
import io.milepost.contracts.changeorder.ChangeOrderEvent.ChangeOrderRequested;
import io.milepost.contracts.inbound.delivery.ChangeEscalated;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenChangeEscalatedThenRequestChangeTest {
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID REQUEST = ProducerSamples.SUBJECT;

    @Test
    @DisplayName("R-153, decision 33: a change that delivery may not decide becomes a change order under its id, once")
    void becomes_a_change_order() {
        assertThat(reaction().target()).isEqualTo(REQUEST);
        var order = request(false)
                .when((RequestChange) reaction().command())
                .then(new ChangeOrderRequested(
                        CONTRACT,
                        new UUID(1, 2),
                        new UUID(1, 3),
                        "kim",
                        Origin.DELIVERY,
                        "another gate",
                        "it is too low",
                        "change request " + REQUEST,
                        TODAY));
        order.when((RequestChange) reaction().command()).thenTaken();
    }

    @Test
    @DisplayName("R-153: a contract that is closed refuses, which nobody overlooks")
    void of_a_closed_contract_is_parked() {
        request(true).when((RequestChange) reaction().command()).thenRefused(No.CONTRACT_ENDED);
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void reads_every_sample_of_the_producer() {
        var samples = ProducerSamples.of("delivery", "change-request", AUTOMATION.type());
        assertThat(samples)
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(AUTOMATION.reaction().to(sample, sample.as(ChangeEscalated.class)))
                        .isPresent());
    }

    private static Scenario<?, ?, ChangeOrderEvent> request(boolean closed) {
        return Scenario.of(ChangeOrderCatalogue.CHANGE_ORDER)
                .reading(new ContractToChange(
                        new UUID(1, 2),
                        new UUID(1, 3),
                        "kim",
                        Money.of("300.00", "USD"),
                        List.of(),
                        Terms.NONE,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        TODAY.minusDays(9),
                        closed));
    }

    private static Reaction.Command reaction() {
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), """
                {"contractId": "%s", "subject": "another gate", "reason": "it is too low", "more": 1}
                """.formatted(CONTRACT));
        return AUTOMATION.reaction().to(event, event.as(ChangeEscalated.class)).orElseThrow();
    }
}
