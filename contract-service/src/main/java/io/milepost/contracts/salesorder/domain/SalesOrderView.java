package io.milepost.contracts.salesorder.domain;

import io.milepost.contracts.salesorder.domain.SalesOrder.Cancelled;
import io.milepost.contracts.salesorder.domain.SalesOrder.Confirmed;
import io.milepost.contracts.salesorder.domain.SalesOrder.Fulfilled;
import io.milepost.contracts.salesorder.domain.SalesOrder.InFulfilment;
import io.milepost.contracts.salesorder.domain.SalesOrder.Known;
import io.milepost.contracts.salesorder.domain.SalesOrder.Received;
import io.milepost.contracts.salesorder.domain.SalesOrder.Returned;
import io.milepost.contracts.salesorder.domain.SalesOrder.Unknown;
import io.milepost.contracts.salesorder.domain.SalesOrder.Verified;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a sales order.
 *
 * @param status RECEIVED, RETURNED, VERIFIED, CONFIRMED, IN_FULFILMENT, FULFILLED or CANCELLED
 * @param contractId absent while it is a draft order (decision 24)
 * @param value the sum of the lines, once it is verified
 * @param faults what was wrong with it, where it was returned
 */
public record SalesOrderView(
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
        @Nullable String cancelReason) {

    public static @Nullable SalesOrderView of(SalesOrder state) {
        return switch (state) {
            case Unknown _ -> null;
            case Known order -> of(order);
        };
    }

    private static SalesOrderView of(Known order) {
        var received = order.order();
        var verified = verified(order);
        var confirmed = confirmed(order);
        var begun = begun(order);
        var fulfilled = order instanceof Fulfilled done ? done.end() : null;
        var cancelled = order instanceof Cancelled over ? over.end() : null;
        return new SalesOrderView(
                status(order),
                order.contractId(),
                received.accountId(),
                received.owner(),
                received.reference(),
                received.requestedFor(),
                received.receivedOn(),
                received.lines(),
                verified == null ? null : verified.verification().value(),
                order instanceof Returned returned ? returned.decision().faults() : List.of(),
                confirmed == null ? null : confirmed.confirmation().confirmedOn(),
                begun == null ? null : begun.begun().begunOn(),
                fulfilled == null ? null : fulfilled.fulfilledOn(),
                fulfilled == null ? null : fulfilled.deliveryReference(),
                cancelled == null ? null : cancelled.cancelledOn(),
                cancelled == null ? null : cancelled.reason());
    }

    private static String status(Known order) {
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

    private static @Nullable Verified verified(Known order) {
        return switch (order) {
            case Received _, Returned _ -> null;
            case Verified verified -> verified;
            case Confirmed(var verified, var _) -> verified;
            case InFulfilment(var confirmed, var _) -> confirmed.verified();
            case Fulfilled(var before, var _) -> before.confirmed().verified();
            case Cancelled(var before, var _) -> verified(before);
        };
    }

    private static @Nullable Confirmed confirmed(Known order) {
        return switch (order) {
            case Received _, Returned _, Verified _ -> null;
            case Confirmed confirmed -> confirmed;
            case InFulfilment(var confirmed, var _) -> confirmed;
            case Fulfilled(var before, var _) -> before.confirmed();
            case Cancelled(var before, var _) -> confirmed(before);
        };
    }

    private static @Nullable InFulfilment begun(Known order) {
        return switch (order) {
            case InFulfilment begun -> begun;
            case Fulfilled(var before, var _) -> before;
            case Received _, Returned _, Verified _, Confirmed _, Cancelled _ -> null;
        };
    }
}
