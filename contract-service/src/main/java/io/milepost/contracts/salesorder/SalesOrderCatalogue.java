package io.milepost.contracts.salesorder;

import static io.milepost.contracts.calloff.CallOffCatalogue.CALL_OFF;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.contracts.calloff.CallOff;
import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.ContractCatalogue;
import io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue;
import io.milepost.contracts.salesorder.CallingOff.*;
import io.milepost.contracts.salesorder.Confirming.PaidFor;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Gathering.Gathered;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sales order's commands and events, with paths, roles and names. Its confirmation reads whether the contract is in effect (ADR 0032). */
public final class SalesOrderCatalogue {
    /** By the id of a contract: the orders that were confirmed under it. */
    public static final String UNDER_CONTRACT = "order-under";

    public static final Catalogue<SalesOrder, Command, Event> SALES_ORDER = Catalogue.of(
                    "sales-order", "sales-orders", SalesOrder.DECIDER)
            .creates(ReceiveOrder.class, Receiving::receive, SALES_REP, SALES_MANAGER)
            .command(VerifyOrder.class, SALES_REP, SALES_MANAGER)
            .reads(
                    VerifyOrder.class,
                    () -> ContractCatalogue.CONTRACT,
                    (order, _) -> order == null ? null : order.contractId(),
                    OrderedUnder.class,
                    SalesOrderCatalogue::orderedUnder)
            .reads(
                    VerifyOrder.class,
                    () -> CALL_OFF,
                    (order, _) -> order == null ? null : order.contractId(),
                    Noted.class,
                    SalesOrderCatalogue::noted)
            .gathers(
                    VerifyOrder.class,
                    SalesOrderCatalogue::orders,
                    UNDER_CONTRACT,
                    (order, _) -> order == null ? null : written(order.contractId()),
                    Standing.class,
                    SalesOrderCatalogue::standing)
            .command(ConfirmOrder.class, SALES_REP, SALES_MANAGER)
            .reads(
                    ConfirmOrder.class,
                    () -> ContractCatalogue.CONTRACT,
                    Confirming::contractOf,
                    OrderedUnder.class,
                    SalesOrderCatalogue::orderedUnder)
            .reads(
                    ConfirmOrder.class,
                    () -> PaymentScheduleCatalogue.PAYMENT_SCHEDULE,
                    Confirming::contractOf,
                    PaidFor.class,
                    schedule -> new PaidFor(schedule.isHeld()))
            .reads(ConfirmOrder.class, () -> CALL_OFF, Confirming::contractOf, Noted.class, SalesOrderCatalogue::noted)
            .gathers(
                    ConfirmOrder.class,
                    SalesOrderCatalogue::orders,
                    UNDER_CONTRACT,
                    (order, confirm) -> written(Confirming.contractOf(order, confirm)),
                    Standing.class,
                    SalesOrderCatalogue::standing)
            .command(CancelOrder.class, SALES_REP, SALES_MANAGER)
            .command(StartFulfilment.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(FulfilOrder.class, SALES_MANAGER, DELIVERY_MANAGER)
            .event(OrderReceived.class, "sales-order.received", 1)
            .event(OrderVerified.class, "sales-order.verified", 1)
            .event(OrderReturned.class, "sales-order.returned", 1)
            .event(OrderConfirmed.class, "sales-order.confirmed", 1)
            .tags(
                    OrderConfirmed.class,
                    confirmed -> Set.of(
                            new Tag(UNDER_CONTRACT, confirmed.contractId().toString())))
            .event(OrderFulfilmentBegun.class, "sales-order.fulfilment-begun", 1)
            .event(OrderFulfilled.class, "sales-order.fulfilled", 1)
            .event(OrderCancelled.class, "sales-order.cancelled", 1)
            .ownedBy(order -> order.order().owner())
            .refusals(No.class, OWNER_MISSING, REASON_MISSING, AMOUNT_TOO_LARGE, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private SalesOrderCatalogue() {}

    private static Catalogue<SalesOrder, ?, ?> orders() {
        return SALES_ORDER;
    }

    private static @Nullable String written(@Nullable UUID contract) {
        return contract == null ? null : contract.toString();
    }

    private static Noted noted(CallOff callOff) {
        return new Noted(callOff.orders().entrySet().stream()
                .map(order -> new TakenBy(order.getKey(), order.getValue()))
                .toList());
    }

    private static Standing standing(List<Gathered<SalesOrder>> orders) {
        return new Standing(orders.stream()
                .map(order -> new TakenBy(order.id(), CallingOff.standing(order.state())))
                .toList());
    }

    private static OrderedUnder orderedUnder(Contract contract) {
        return new OrderedUnder(
                contract.hasTakenEffect(), contract.isClosed(), contract.draft().accountId(), contract.numberedLines());
    }

    /**
     * What a read shows of a sales order.
     *
     * @param status RECEIVED, RETURNED, VERIFIED, CONFIRMED, IN_FULFILMENT, FULFILLED or CANCELLED
     * @param contractId absent while it is a draft order (decision 24)
     * @param value the sum of the lines, once it is verified
     * @param calledOff which line of the contract each line calls off, and what of the agreed solution that is, once it is confirmed
     * @param faults what was wrong with it, if it was returned
     */
    public record View(
            String status,
            @Nullable UUID contractId,
            UUID accountId,
            String owner,
            @Nullable String reference,
            @Nullable LocalDate requestedFor,
            LocalDate receivedOn,
            List<OrderLine> lines,
            @Nullable Money value,
            List<OrderFault> faults,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate begunOn,
            @Nullable LocalDate fulfilledOn,
            @Nullable String deliveryReference,
            @Nullable LocalDate cancelledOn,
            @Nullable String cancelReason,
            List<CalledOff> calledOff) {
        static View of(SalesOrder order) {
            var received = order.order();
            var end = order instanceof Fulfilled fulfilled ? fulfilled.end() : null;
            var cancelled = order instanceof Cancelled over ? over.end() : null;
            return new View(
                    statusOf(order),
                    order.contractId(),
                    accountOf(order),
                    received.owner(),
                    received.reference(),
                    received.requestedFor(),
                    received.receivedOn(),
                    received.lines(),
                    valueOf(order),
                    order instanceof Returned returned ? returned.decision().faults() : List.of(),
                    dayConfirmed(order),
                    dayBegun(order),
                    end == null ? null : end.fulfilledOn(),
                    end == null ? null : end.deliveryReference(),
                    cancelled == null ? null : cancelled.cancelledOn(),
                    cancelled == null ? null : cancelled.reason(),
                    linesCalledOff(order));
        }
    }

    /** That of the contract, once it is confirmed: the customer may have had two accounts that were merged. */
    private static UUID accountOf(SalesOrder order) {
        return switch (order) {
            case Received _, Returned _, Verified _ -> order.order().accountId();
            case Confirmed(var _, var confirmation) -> confirmation.accountId();
            case InFulfilment(var before, var _) -> accountOf(before);
            case Fulfilled(var before, var _) -> accountOf(before);
            case Cancelled(var before, var _) -> accountOf(before);
        };
    }

    private static String statusOf(SalesOrder order) {
        return switch (order) {
            case Received _ -> "RECEIVED";
            case Returned _ -> "RETURNED";
            case Verified _ -> "VERIFIED";
            case Confirmed _ -> "CONFIRMED";
            case InFulfilment _ -> "IN_FULFILMENT";
            case Fulfilled _ -> "FULFILLED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    private static @Nullable Money valueOf(SalesOrder order) {
        return switch (order) {
            case Received _, Returned _ -> null;
            case Verified(var _, var verification) -> verification.value();
            case Confirmed(var before, var _) -> valueOf(before);
            case InFulfilment(var before, var _) -> valueOf(before);
            case Fulfilled(var before, var _) -> valueOf(before);
            case Cancelled(var before, var _) -> valueOf(before);
        };
    }

    private static List<CalledOff> linesCalledOff(SalesOrder order) {
        return switch (order) {
            case Received _, Returned _, Verified _ -> List.of();
            case Confirmed(var _, var confirmation) -> Objects.requireNonNullElse(confirmation.calledOff(), List.of());
            case InFulfilment(var before, var _) -> linesCalledOff(before);
            case Fulfilled(var before, var _) -> linesCalledOff(before);
            case Cancelled(var before, var _) -> linesCalledOff(before);
        };
    }

    private static @Nullable LocalDate dayConfirmed(SalesOrder order) {
        return switch (order) {
            case Received _, Returned _, Verified _ -> null;
            case Confirmed(var _, var confirmation) -> confirmation.confirmedOn();
            case InFulfilment(var before, var _) -> dayConfirmed(before);
            case Fulfilled(var before, var _) -> dayConfirmed(before);
            case Cancelled(var before, var _) -> dayConfirmed(before);
        };
    }

    /** None of a cancelled order, whose fulfilment never began. */
    private static @Nullable LocalDate dayBegun(SalesOrder order) {
        return switch (order) {
            case InFulfilment(var _, var begun) -> begun.begunOn();
            case Fulfilled(var before, var _) -> dayBegun(before);
            case Received _, Returned _, Verified _, Confirmed _, Cancelled _ -> null;
        };
    }
}
