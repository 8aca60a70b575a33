package io.milepost.contracts.calloff;

import static io.milepost.contracts.automation.WhenOrderMovesThenNoteCallOff.CANCELLED;
import static io.milepost.contracts.automation.WhenOrderMovesThenNoteCallOff.CONFIRMED;
import static io.milepost.contracts.calloff.CallOffCatalogue.CALL_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.calloff.CallOff.*;
import io.milepost.contracts.calloff.CallOffCatalogue.View;
import io.milepost.contracts.kernel.Called;
import io.milepost.contracts.salesorder.SalesOrder.OrderCancelled;
import io.milepost.contracts.salesorder.SalesOrder.OrderConfirmed;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How much of a contract was called off. */
class CallOffTest {
    private static final UUID ONE = new UUID(3, 1);
    private static final UUID OTHER = new UUID(3, 2);
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final Scenario<CallOff, Command, Event> NOTHING = Scenario.of(CALL_OFF);

    @Test
    @DisplayName("R-136: what orders take of a line adds up, until one is cancelled")
    void what_orders_take_adds_up() {
        var first = List.of(called(1, "2"), called(4, "0.5"));
        var two = NOTHING.when(new NoteOrder(ONE, first))
                .then(new OrderNoted(ONE, first))
                .when(new NoteOrder(ONE, first))
                .thenNothing()
                .when(new NoteOrder(OTHER, List.of(called(1, "3"), called(1, "1"))))
                .then(new OrderNoted(OTHER, List.of(called(1, "3"), called(1, "1"))));
        assertThat(View.of(two.state())).isEqualTo(new View("KNOWN", List.of(called(1, "6"), called(4, "0.5"))));
        var cancelled = two.when(new NoteOrder(ONE, List.of()))
                .then(new OrderNoted(ONE, List.of()))
                .when(new NoteOrder(ONE, List.of()))
                .thenNothing();
        assertThat(cancelled.state().inAll()).containsExactly(called(1, "4"));
    }

    @Test
    @DisplayName("R-136: a confirmed order is noted under its contract, and a cancelled one is taken away")
    void orders_are_noted() {
        var confirmed = ProducerSamples.event("contract", CONFIRMED.type(), """
                {"contractId": "%s", "accountId": "%s", "owner": "kim", "value": {"amount": "5.00", "currency": "USD"},
                 "lines": [{"product": "a", "quantity": 1, "unitPrice": {"amount": "1.00", "currency": "USD"}},
                           {"product": "b", "quantity": 2, "unitPrice": {"amount": "2.00", "currency": "USD"}}],
                 "confirmedOn": "2026-03-02", "calledOff": [{"line": 1, "contractLine": 3}, {"line": 2, "contractLine": 1}]}
                """.formatted(CONTRACT, CONTRACT));
        assertThat(CONFIRMED.reaction().to(confirmed, confirmed.as(OrderConfirmed.class)))
                .contains(new Reaction.Command(
                        CONTRACT, new NoteOrder(ProducerSamples.SUBJECT, List.of(called(3, "1"), called(1, "2")))));
        var open = ProducerSamples.event("contract", CONFIRMED.type(), """
                {"contractId": "%s", "accountId": "%s", "owner": "kim", "value": {"amount": "5.00", "currency": "USD"},
                 "lines": [], "confirmedOn": "2026-03-02"}""".formatted(CONTRACT, CONTRACT));
        assertThat(CONFIRMED.reaction().to(open, open.as(OrderConfirmed.class))).isEmpty();
        var cancelled = ProducerSamples.event("contract", CANCELLED.type(), """
                {"contractId": "%s", "reason": "budget", "cancelledOn": "2026-03-02"}""".formatted(CONTRACT));
        assertThat(CANCELLED.reaction().to(cancelled, cancelled.as(OrderCancelled.class)))
                .contains(new Reaction.Command(CONTRACT, new NoteOrder(ProducerSamples.SUBJECT, List.of())));
        var draft = ProducerSamples.event(
                "contract", CANCELLED.type(), "{\"reason\": \"budget\", \"cancelledOn\": \"2026-03-02\"}");
        assertThat(CANCELLED.reaction().to(draft, draft.as(OrderCancelled.class)))
                .isEmpty();
    }

    private static Called called(int line, String quantity) {
        return new Called(line, new BigDecimal(quantity));
    }
}
