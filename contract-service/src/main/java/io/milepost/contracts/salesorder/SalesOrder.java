package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.salesorder.CallingOff.CalledOff;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer orders under a contract, from the order's receipt to its fulfilment (R-136, decision 24). */
public sealed interface SalesOrder {
    Decider<SalesOrder, Command, Event> DECIDER =
            new Decider<>(SalesOrder::decide, SalesOrder::begin, SalesOrder::evolve);

    /**
     * Records what the customer orders, as the customer wrote it.
     *
     * @param contractId under which contract; without one it is a draft order (decision 24)
     * @param owner code of the team member who is responsible for it
     * @param reference the customer's own number of the order
     * @param requestedFor the day for which the customer wants it
     * @param receivedOn today when absent
     */
    record ReceiveOrder(
            @Nullable UUID contractId,
            UUID accountId,
            String owner,
            @Nullable String reference,
            @Nullable LocalDate requestedFor,
            @Nullable LocalDate receivedOn,
            List<OrderLine> lines) {
        public ReceiveOrder {
            lines = List.copyOf(lines);
        }
    }

    /** What may be asked of an order that was received. */
    sealed interface Command {}

    /**
     * Checks the data. A faulty order goes back to the customer with everything that is wrong with it.
     *
     * @param findings what does not fit the contract or the customer, besides what the data show by themselves; usually none
     */
    record VerifyOrder(List<@Limit(Limit.NOTE) String> findings) implements Command {
        public VerifyOrder {
            findings = List.copyOf(findings);
        }
    }

    /** Binds us to the verified order, under the contract that it was received under; a draft order names one here. */
    record ConfirmOrder(@Nullable UUID contractId) implements Command {}

    /** Possible until its fulfilment has begun. */
    record CancelOrder(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Production, purchase or shipment has begun, {@code on} that day or today. */
    record StartFulfilment(@Nullable LocalDate on) implements Command {}

    /**
     * All of it is delivered.
     *
     * @param deliveryReference the delivery note or the acceptance that shows it
     * @param on today when absent
     */
    record FulfilOrder(String deliveryReference, @Nullable LocalDate on) implements Command {}

    sealed interface Event {}

    record OrderReceived(
            @Nullable UUID contractId,
            UUID accountId,
            String owner,
            @Nullable String reference,
            @Nullable LocalDate requestedFor,
            LocalDate receivedOn,
            List<OrderLine> lines)
            implements Event {
        public OrderReceived {
            lines = List.copyOf(lines);
        }
    }

    /** Its data are right; {@code value} is the sum of its lines. */
    record OrderVerified(Money value, LocalDate verifiedOn) implements Event {}

    /** It goes back to the customer, who may order again. */
    record OrderReturned(List<OrderFault> faults, LocalDate returnedOn) implements Event {
        public OrderReturned {
            faults = List.copyOf(faults);
        }
    }

    /** We are bound to it. It says everything that others act on; {@code calledOff} is absent where the contract has no lines. */
    record OrderConfirmed(
            UUID contractId,
            UUID accountId,
            String owner,
            Money value,
            List<OrderLine> lines,
            @Nullable LocalDate requestedFor,
            LocalDate confirmedOn,
            @Nullable List<CalledOff> calledOff)
            implements Event {
        public OrderConfirmed {
            lines = List.copyOf(lines);
            calledOff = calledOff == null || calledOff.isEmpty() ? null : List.copyOf(calledOff);
        }
    }

    record OrderFulfilmentBegun(UUID contractId, LocalDate begunOn) implements Event {}

    record OrderFulfilled(UUID contractId, String deliveryReference, LocalDate fulfilledOn) implements Event {}

    record OrderCancelled(@Nullable UUID contractId, String reason, LocalDate cancelledOn) implements Event {}

    enum No implements Refusal {
        ORDER_ALREADY_VERIFIED(state("the order is verified; if something is wrong with it, cancel it")),
        ORDER_NOT_VERIFIED(state("an order cannot be confirmed before it is verified")),
        ORDER_NOT_CONFIRMED(state("fulfilment cannot begin before the order is confirmed")),
        ORDER_NOT_IN_FULFILMENT(state("an order cannot be fulfilled before its fulfilment has begun")),
        ORDER_IN_FULFILMENT(state("fulfilment has begun; changes now need a change of the contract")),
        ORDER_ENDED(state("the order is returned, cancelled or fulfilled")),
        CONTRACT_DIFFERS(state("the order belongs to another contract")),
        CONTRACT_NOT_EFFECTIVE(state("an order can be confirmed only under a contract that is in effect")),
        ORDER_DIFFERS(state(
                "the order is not what its contract has: another customer, product or price, or more than is left")),
        ADVANCE_MISSED(
                state("nothing goes on under the contract before its advance is paid, as its sales process says")),
        CONTRACT_ENDED(state("nothing can be ordered under a contract that is closed")),
        CONTRACT_MISSING(rule("a draft order must name a contract to be confirmed under")),
        FINDING_MISSING(rule("a finding must say what is wrong")),
        REFERENCE_MISSING(rule("a fulfilment must name what shows the delivery")),
        FULFILLED_BEFORE_BEGUN(rule("an order cannot be fulfilled on a day before its fulfilment began")),
        BEGUN_BEFORE_CONFIRMED(rule("fulfilment cannot begin on a day before the order was confirmed"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * A product, how much of it, at which price. As the customer wrote it: whether that is possible is verified later.
     *
     * @param contractLine number of the line of the contract that it calls off; the one with its product when absent
     */
    record OrderLine(
            String product,
            BigDecimal quantity,
            Money unitPrice,
            @Nullable Integer contractLine) {
        /** Quantity times price, rounded once. */
        Money amount() {
            return Money.rounded(quantity.multiply(unitPrice.amount()), unitPrice.currency());
        }
    }

    /**
     * What is wrong with an order.
     *
     * @param line which of its lines, from 1; absent where it is the order as a whole
     * @param finding what the person who verified it found; only with FOUND
     */
    record OrderFault(
            Kind kind, @Nullable Integer line, @Nullable String finding) {

        /** What an order's data show by themselves, and what somebody found. */
        public enum Kind {
            LINES_MISSING,
            PRODUCT_MISSING,
            QUANTITY_NOT_POSITIVE,
            PRICE_NEGATIVE,
            CURRENCIES_MIXED,
            REQUESTED_BEFORE_RECEIVED,
            /** The contract is with another customer. */
            OTHER_ACCOUNT,
            /** The contract has no such line or product. */
            NOT_IN_CONTRACT,
            /** The contract has another price for it. */
            PRICE_DIFFERS,
            /** All orders together would take more of the line than the contract has. */
            QUANTITY_EXCEEDED,
            FOUND
        }
    }

    OrderReceived order();

    /** The contract that it belongs to, null while it is a draft order. */
    default @Nullable UUID contractId() {
        return order().contractId();
    }

    record Received(OrderReceived order) implements SalesOrder {}

    record Returned(OrderReceived order, OrderReturned decision) implements SalesOrder {}

    record Verified(OrderReceived order, OrderVerified verification) implements SalesOrder {}

    record Confirmed(Verified verified, OrderConfirmed confirmation) implements SalesOrder {
        @Override
        public OrderReceived order() {
            return verified.order();
        }

        @Override
        public UUID contractId() {
            return confirmation.contractId();
        }
    }

    record InFulfilment(Confirmed confirmed, OrderFulfilmentBegun begun) implements SalesOrder {
        @Override
        public OrderReceived order() {
            return confirmed.order();
        }

        @Override
        public UUID contractId() {
            return confirmed.contractId();
        }
    }

    record Fulfilled(InFulfilment before, OrderFulfilled end) implements SalesOrder {
        @Override
        public OrderReceived order() {
            return before.order();
        }

        @Override
        public UUID contractId() {
            return before.contractId();
        }
    }

    record Cancelled(SalesOrder before, OrderCancelled end) implements SalesOrder {
        @Override
        public OrderReceived order() {
            return before.order();
        }

        @Override
        public @Nullable UUID contractId() {
            return before.contractId();
        }
    }

    static Decision<Event> decide(SalesOrder order, Command command, Occasion occasion) {
        return switch (command) {
            case VerifyOrder(var findings) -> Verifying.verify(order, findings, occasion);
            case ConfirmOrder confirm -> Confirming.confirm(order, confirm, occasion);
            case CancelOrder(var reason) -> Confirming.cancel(order, reason, occasion.today());
            case StartFulfilment(var on) -> Fulfilling.start(order, on, occasion.today());
            case FulfilOrder(var reference, var on) -> Fulfilling.complete(order, reference, on, occasion.today());
        };
    }

    static SalesOrder begin(Event first) {
        return new Received((OrderReceived) first);
    }

    static SalesOrder evolve(SalesOrder order, Event event) {
        return switch (event) {
            case OrderReceived _ -> order;
            case OrderReturned decision -> new Returned(order.order(), decision);
            case OrderVerified verification -> new Verified(order.order(), verification);
            case OrderConfirmed confirmation -> new Confirmed((Verified) order, confirmation);
            case OrderFulfilmentBegun begun -> new InFulfilment((Confirmed) order, begun);
            case OrderFulfilled end -> new Fulfilled((InFulfilment) order, end);
            case OrderCancelled end -> new Cancelled(order, end);
        };
    }
}
