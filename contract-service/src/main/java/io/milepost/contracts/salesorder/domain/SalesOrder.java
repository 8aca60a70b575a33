package io.milepost.contracts.salesorder.domain;

import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.AMOUNT_TOO_LARGE;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.CONTRACT_DIFFERS;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.CONTRACT_ENDED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.CONTRACT_MISSING;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.CONTRACT_NOT_EFFECTIVE;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.DAY_IN_FUTURE;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_ALREADY_RECEIVED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_ENDED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_IN_FULFILMENT;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_NOT_VERIFIED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_UNKNOWN;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.OWNER_MISSING;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.REASON_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.kernel.Horizon;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.CancelOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.ConfirmOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.FulfilOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.ReceiveOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.StartFulfilment;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.VerifyOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderCancelled;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderConfirmed;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderFulfilled;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderFulfilmentBegun;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderReceived;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderReturned;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderVerified;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer orders; the contract is its frame (R-136, decision 24). */
public sealed interface SalesOrder {

    record Unknown() implements SalesOrder {}

    /** Every order that was received. */
    sealed interface Known extends SalesOrder {
        OrderReceived order();

        /** The contract that it stands under, null while it is a draft order. */
        default @Nullable UUID contractId() {
            return order().contractId();
        }
    }

    record Received(OrderReceived order) implements Known {}

    record Returned(OrderReceived order, OrderReturned decision) implements Known {}

    record Verified(OrderReceived order, OrderVerified verification) implements Known {}

    record Confirmed(Verified verified, OrderConfirmed confirmation) implements Known {
        @Override
        public OrderReceived order() {
            return verified.order();
        }

        @Override
        public UUID contractId() {
            return confirmation.contractId();
        }
    }

    record InFulfilment(Confirmed confirmed, OrderFulfilmentBegun begun) implements Known {
        @Override
        public OrderReceived order() {
            return confirmed.order();
        }

        @Override
        public UUID contractId() {
            return confirmed.contractId();
        }
    }

    record Fulfilled(InFulfilment before, OrderFulfilled end) implements Known {
        @Override
        public OrderReceived order() {
            return before.order();
        }

        @Override
        public UUID contractId() {
            return before.contractId();
        }
    }

    record Cancelled(Known before, OrderCancelled end) implements Known {
        @Override
        public OrderReceived order() {
            return before.order();
        }

        @Override
        public @Nullable UUID contractId() {
            return before.contractId();
        }
    }

    static Decision<SalesOrderEvent> decide(SalesOrder state, SalesOrderCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof ReceiveOrder receive ? receive(receive, occasion.today()) : refused(ORDER_UNKNOWN);
            case Known order ->
                switch (command) {
                    case ReceiveOrder _ -> refused(ORDER_ALREADY_RECEIVED);
                    case VerifyOrder(var findings) -> Verification.verify(order, findings, occasion.today());
                    case ConfirmOrder confirm -> confirm(order, confirm, occasion);
                    case CancelOrder(var reason) -> cancel(order, reason, occasion.today());
                    case StartFulfilment(var on) -> Fulfilment.start(order, on, occasion.today());
                    case FulfilOrder fulfil -> Fulfilment.complete(order, fulfil, occasion.today());
                };
        };
    }

    static SalesOrder evolve(SalesOrder state, SalesOrderEvent event) {
        return switch (event) {
            case OrderReceived order -> new Received(order);
            case OrderReturned decision -> new Returned(((Received) state).order(), decision);
            case OrderVerified verification -> new Verified(((Received) state).order(), verification);
            case OrderConfirmed confirmation -> new Confirmed((Verified) state, confirmation);
            case OrderFulfilmentBegun begun -> new InFulfilment((Confirmed) state, begun);
            case OrderFulfilled end -> new Fulfilled((InFulfilment) state, end);
            case OrderCancelled end -> new Cancelled((Known) state, end);
        };
    }

    /** The contract that an order is to be confirmed under, null where neither says one. */
    static @Nullable UUID frameOf(SalesOrder state, ConfirmOrder confirm) {
        return state instanceof Known order && order.contractId() != null ? order.contractId() : confirm.contractId();
    }

    private static Decision<SalesOrderEvent> receive(ReceiveOrder receive, LocalDate today) {
        var receivedOn = Objects.requireNonNullElse(receive.receivedOn(), today);
        if (receive.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (receivedOn.isAfter(today)) {
            return refused(DAY_IN_FUTURE).at("/receivedOn");
        }
        if (!Horizon.reaches(receivedOn, today)) {
            return refused(DAY_IMPLAUSIBLE).at("/receivedOn");
        }
        if (receive.requestedFor() != null && !Horizon.reaches(receive.requestedFor(), today)) {
            return refused(DAY_IMPLAUSIBLE).at("/requestedFor");
        }
        var excess = Verification.excess(receive.lines());
        return excess.isPresent()
                ? refused(AMOUNT_TOO_LARGE).at("/lines/" + excess.getAsInt())
                : accepted(new OrderReceived(
                        receive.contractId(),
                        receive.accountId(),
                        receive.owner(),
                        receive.reference(),
                        receive.requestedFor(),
                        receivedOn,
                        receive.lines()));
    }

    private static Decision<SalesOrderEvent> confirm(Known order, ConfirmOrder confirm, Occasion occasion) {
        var contractId = frameOf(order, confirm);
        return switch (order) {
            case Received _ -> refused(ORDER_NOT_VERIFIED);
            case Returned _, Cancelled _ -> refused(ORDER_ENDED);
            case Verified _, Confirmed _, InFulfilment _, Fulfilled _
            when confirm.contractId() != null && !confirm.contractId().equals(contractId) ->
                refused(CONTRACT_DIFFERS).at("/contractId");
            case Confirmed _, InFulfilment _, Fulfilled _ -> unchanged();
            case Verified(var received, var verification) -> {
                if (contractId == null) {
                    yield refused(CONTRACT_MISSING).at("/contractId");
                }
                if (occasion.hasHappened("contract.closed", "contract", contractId.toString())) {
                    yield refused(CONTRACT_ENDED);
                }
                yield occasion.hasHappened("contract.became-effective", "contract", contractId.toString())
                        ? accepted(new OrderConfirmed(
                                contractId,
                                received.accountId(),
                                received.owner(),
                                verification.value(),
                                received.lines(),
                                received.requestedFor(),
                                occasion.today()))
                        : refused(CONTRACT_NOT_EFFECTIVE);
            }
        };
    }

    private static Decision<SalesOrderEvent> cancel(Known order, String reason, LocalDate today) {
        return switch (order) {
            case Received _, Verified _, Confirmed _ ->
                reason.isBlank()
                        ? refused(REASON_MISSING).at("/reason")
                        : accepted(new OrderCancelled(order.contractId(), reason, today));
            case InFulfilment _ -> refused(ORDER_IN_FULFILMENT);
            case Cancelled(var _, var end) when end.reason().equals(reason) -> unchanged();
            case Cancelled _, Returned _, Fulfilled _ -> refused(ORDER_ENDED);
        };
    }

    static Refused<SalesOrderEvent> refused(SalesOrderRefusal reason) {
        return Decision.refused(reason);
    }
}
