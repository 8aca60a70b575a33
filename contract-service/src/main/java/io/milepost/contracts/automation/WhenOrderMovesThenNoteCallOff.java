package io.milepost.contracts.automation;

import io.milepost.contracts.calloff.CallOff.NoteOrder;
import io.milepost.contracts.salesorder.CallingOff;
import io.milepost.contracts.salesorder.SalesOrder.OrderCancelled;
import io.milepost.contracts.salesorder.SalesOrder.OrderConfirmed;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a confirmed order takes of its contract is known to those after it, until it is cancelled. */
public final class WhenOrderMovesThenNoteCallOff {

    public static final Automation<OrderConfirmed> CONFIRMED = new Automation<>(
            "when-order-confirmed-then-note-call-off",
            "contract",
            "sales-order.confirmed.v1",
            OrderConfirmed.class,
            WhenOrderMovesThenNoteCallOff::confirmed,
            Set.of());

    public static final Automation<OrderCancelled> CANCELLED = new Automation<>(
            "when-order-cancelled-then-note-call-off",
            "contract",
            "sales-order.cancelled.v1",
            OrderCancelled.class,
            (cause, cancelled) -> Optional.ofNullable(cancelled.contractId())
                    .map(contract -> new Reaction.Command(contract, new NoteOrder(cause.subject(), List.of()))),
            Set.of());

    private WhenOrderMovesThenNoteCallOff() {}

    private static Optional<Reaction.Command> confirmed(Inbound cause, OrderConfirmed order) {
        var called = CallingOff.called(order);
        return called.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reaction.Command(order.contractId(), new NoteOrder(cause.subject(), called)));
    }
}
