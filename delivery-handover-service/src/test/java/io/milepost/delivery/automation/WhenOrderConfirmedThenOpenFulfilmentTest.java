package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenOrderConfirmedThenOpenFulfilment.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.fulfilment.Fulfilment;
import io.milepost.delivery.fulfilment.Fulfilment.FulfilOrder;
import io.milepost.delivery.fulfilment.Fulfilment.Line;
import io.milepost.delivery.fulfilment.FulfilmentCatalogue;
import io.milepost.delivery.fulfilment.FulfilmentEvent;
import io.milepost.delivery.fulfilment.FulfilmentEvent.FulfilmentOpened;
import io.milepost.delivery.inbound.contract.OrderConfirmed;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenOrderConfirmedThenOpenFulfilmentTest {
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final FulfilmentOpened OPENED = new FulfilmentOpened(
            CONTRACT, "kim", List.of(new Line("press", new BigDecimal("3"))), LocalDate.parse("2026-03-20"));
    private static final Scenario<Fulfilment, Fulfilment.Command, FulfilmentEvent> NOTHING =
            Scenario.of(FulfilmentCatalogue.FULFILMENT);

    @Test
    @DisplayName("R-150: a confirmed order is fulfilled line by line, under the id of the order")
    void opens_a_fulfilment() {
        assertThat(reaction().target()).isEqualTo(ProducerSamples.SUBJECT);
        NOTHING.when((FulfilOrder) reaction().command()).then(OPENED);
    }

    @Test
    void the_same_order_twice_is_one_fulfilment() {
        NOTHING.given(OPENED).when((FulfilOrder) reaction().command()).thenTaken();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("contract", "sales-order", AUTOMATION.type())) {
            var fulfil = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(OrderConfirmed.class))
                    .orElseThrow();
            assertThat(NOTHING.when((FulfilOrder) fulfil.command()).decision()).isInstanceOf(Decision.Accepted.class);
        }
    }

    private static Reaction.Command reaction() {
        var event = ProducerSamples.event("contract", AUTOMATION.type(), """
                {"contractId": "%s", "owner": "kim", "requestedFor": "2026-03-20", "confirmedOn": "2026-03-02",
                 "lines": [{"product": "press", "quantity": 3, "unitPrice": {"amount": "1", "currency": "USD"}}]}
                """.formatted(CONTRACT));
        return AUTOMATION.reaction().to(event, event.as(OrderConfirmed.class)).orElseThrow();
    }
}
