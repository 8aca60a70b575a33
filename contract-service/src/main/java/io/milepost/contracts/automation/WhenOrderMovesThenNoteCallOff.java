package io.milepost.contracts.automation;

import io.milepost.contracts.calloff.CallOff.NoteOrder;
import io.milepost.contracts.kernel.Called;
import io.milepost.contracts.salesorder.CallingOff.CalledOff;
import io.milepost.contracts.salesorder.SalesOrder.OrderCancelled;
import io.milepost.contracts.salesorder.SalesOrder.OrderConfirmed;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Objects;
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
        var called = Objects.requireNonNullElse(order.calledOff(), List.<CalledOff>of()).stream()
                .map(line -> new Called(
                        line.contractLine(), order.lines().get(line.line() - 1).quantity()))
                .toList();
        return called.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reaction.Command(order.contractId(), new NoteOrder(cause.subject(), called)));
    }
}
