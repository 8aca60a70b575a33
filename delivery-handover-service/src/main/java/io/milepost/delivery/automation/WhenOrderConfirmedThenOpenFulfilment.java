package io.milepost.delivery.automation;

import io.milepost.delivery.fulfilment.Fulfilment.FulfilOrder;
import io.milepost.delivery.fulfilment.Fulfilment.Line;
import io.milepost.delivery.inbound.contract.OrderConfirmed;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** What a confirmed order asks for has to be produced or bought, and shipped. No refusal settles it: an order is confirmed once. */
public final class WhenOrderConfirmedThenOpenFulfilment {

    public static final Automation<OrderConfirmed> AUTOMATION = new Automation<>(
            "when-order-confirmed-then-open-fulfilment",
            "contract",
            "sales-order.confirmed.v1",
            OrderConfirmed.class,
            WhenOrderConfirmedThenOpenFulfilment::react,
            Set.of());

    private WhenOrderConfirmedThenOpenFulfilment() {}

    private static Optional<Reaction.Command> react(Inbound cause, OrderConfirmed confirmed) {
        var lines = confirmed.lines().stream()
                .map(line -> new Line(line.product(), line.quantity()))
                .toList();
        return Optional.of(new Reaction.Command(
                cause.subject(),
                new FulfilOrder(confirmed.contractId(), confirmed.owner(), lines, confirmed.requestedFor())));
    }
}
