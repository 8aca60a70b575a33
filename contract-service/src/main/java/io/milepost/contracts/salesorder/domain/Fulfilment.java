package io.milepost.contracts.salesorder.domain;

import static io.milepost.contracts.salesorder.domain.SalesOrder.refused;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.BEGUN_BEFORE_CONFIRMED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.DAY_IN_FUTURE;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.FULFILLED_BEFORE_BEGUN;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_ENDED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_IN_FULFILMENT;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_NOT_CONFIRMED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_NOT_IN_FULFILMENT;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.REFERENCE_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.salesorder.domain.SalesOrder.Cancelled;
import io.milepost.contracts.salesorder.domain.SalesOrder.Confirmed;
import io.milepost.contracts.salesorder.domain.SalesOrder.Fulfilled;
import io.milepost.contracts.salesorder.domain.SalesOrder.InFulfilment;
import io.milepost.contracts.salesorder.domain.SalesOrder.Known;
import io.milepost.contracts.salesorder.domain.SalesOrder.Received;
import io.milepost.contracts.salesorder.domain.SalesOrder.Returned;
import io.milepost.contracts.salesorder.domain.SalesOrder.Verified;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.FulfilOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderFulfilled;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderFulfilmentBegun;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a confirmed order (decision 24); whoever delivers says so, since a delivery knows its contract and no order. */
final class Fulfilment {

    private Fulfilment() {}

    static Decision<SalesOrderEvent> start(Known order, @Nullable LocalDate on, LocalDate today) {
        var day = Objects.requireNonNullElse(on, today);
        return switch (order) {
            case Received _, Verified _ -> refused(ORDER_NOT_CONFIRMED);
            case Returned _, Cancelled _, Fulfilled _ -> refused(ORDER_ENDED);
            case InFulfilment(var _, var begun) ->
                on == null || on.equals(begun.begunOn()) ? unchanged() : refused(ORDER_IN_FULFILMENT);
            case Confirmed _ when day.isAfter(today) -> refused(DAY_IN_FUTURE).at("/on");
            case Confirmed(var _, var confirmation) ->
                day.isBefore(confirmation.confirmedOn())
                        ? refused(BEGUN_BEFORE_CONFIRMED).at("/on")
                        : accepted(new OrderFulfilmentBegun(confirmation.contractId(), day));
        };
    }

    static Decision<SalesOrderEvent> complete(Known order, FulfilOrder fulfil, LocalDate today) {
        var day = Objects.requireNonNullElse(fulfil.on(), today);
        if (fulfil.deliveryReference().isBlank()) {
            return refused(REFERENCE_MISSING).at("/deliveryReference");
        }
        return switch (order) {
            case Received _, Verified _, Confirmed _ -> refused(ORDER_NOT_IN_FULFILMENT);
            case Returned _, Cancelled _ -> refused(ORDER_ENDED);
            case Fulfilled(var _, var end) ->
                fulfil.deliveryReference().equals(end.deliveryReference()) && day.equals(end.fulfilledOn())
                        ? unchanged()
                        : refused(ORDER_ENDED);
            case InFulfilment _
            when day.isAfter(today) -> refused(DAY_IN_FUTURE).at("/on");
            case InFulfilment(var confirmed, var begun) ->
                day.isBefore(begun.begunOn())
                        ? refused(FULFILLED_BEFORE_BEGUN).at("/on")
                        : accepted(new OrderFulfilled(
                                confirmed.confirmation().contractId(), fulfil.deliveryReference(), day));
        };
    }
}
