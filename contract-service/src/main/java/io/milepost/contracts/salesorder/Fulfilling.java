package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a confirmed order is fulfilled (decision 24). The people who deliver say so, since a delivery knows its contract but no order. */
final class Fulfilling {

    private Fulfilling() {}

    static Decision<Event> start(SalesOrder order, @Nullable LocalDate on, LocalDate today) {
        var day = Objects.requireNonNullElse(on, today);
        return switch (order) {
            case Received _, Verified _ -> refused(ORDER_NOT_CONFIRMED);
            case Returned _, Cancelled _, Fulfilled _ -> refused(ORDER_ENDED);
            case InFulfilment(var _, var begun) ->
                on == null || on.equals(begun.begunOn()) ? unchanged() : refused(ORDER_IN_FULFILMENT);
            case Confirmed(var _, var confirmation) ->
                check().notAfter("/on", day, today)
                        .that(!day.isBefore(confirmation.confirmedOn()), "/on", BEGUN_BEFORE_CONFIRMED)
                        .accept(() -> new OrderFulfilmentBegun(confirmation.contractId(), day));
        };
    }

    static Decision<Event> complete(SalesOrder order, String reference, @Nullable LocalDate on, LocalDate today) {
        var day = Objects.requireNonNullElse(on, today);
        return check().text("/deliveryReference", reference, REFERENCE_MISSING).then(() -> switch (order) {
            case Received _, Verified _, Confirmed _ -> refused(ORDER_NOT_IN_FULFILMENT);
            case Returned _, Cancelled _ -> refused(ORDER_ENDED);
            case Fulfilled(var _, var end) ->
                reference.equals(end.deliveryReference()) && day.equals(end.fulfilledOn())
                        ? unchanged()
                        : refused(ORDER_ENDED);
            case InFulfilment(var confirmed, var begun) ->
                check().notAfter("/on", day, today)
                        .that(!day.isBefore(begun.begunOn()), "/on", FULFILLED_BEFORE_BEGUN)
                        .accept(() -> new OrderFulfilled(confirmed.contractId(), reference, day));
        });
    }
}
