package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static java.util.stream.Collectors.joining;

import io.milepost.contracts.salesorder.CallingOff.*;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order binds us when it is confirmed, until it is cancelled (R-136, decision 24). */
final class Confirming {

    /** What has become of the contract's money: whether orders wait for an advance that was missed (gate G15). */
    record PaidFor(boolean held) {}

    private Confirming() {}

    static Decision<Event> confirm(SalesOrder order, ConfirmOrder confirm, Occasion occasion) {
        var contractId = contractOf(order, confirm);
        return switch (order) {
            case Received _ -> refused(ORDER_NOT_VERIFIED);
            case Returned _, Cancelled _ -> refused(ORDER_ENDED);
            case Verified _, Confirmed _, InFulfilment _, Fulfilled _
            when confirm.contractId() != null && !confirm.contractId().equals(contractId) ->
                refusedAt("/contractId", CONTRACT_DIFFERS);
            case Confirmed _, InFulfilment _, Fulfilled _ -> unchanged();
            case Verified _ when contractId == null -> refusedAt("/contractId", CONTRACT_MISSING);
            case Verified verified -> confirm(verified, contractId, occasion);
        };
    }

    private static Decision<Event> confirm(Verified verified, UUID contractId, Occasion occasion) {
        var contract = occasion.read(OrderedUnder.class).orElse(null);
        if (contract != null && contract.closed()) {
            return refused(CONTRACT_ENDED);
        }
        if (contract == null || !contract.effective()) {
            return refused(CONTRACT_NOT_EFFECTIVE);
        }
        if (occasion.read(PaidFor.class).map(PaidFor::held).orElse(false)) {
            return refused(ADVANCE_MISSED);
        }
        var order = verified.order();
        var before = OrderedBefore.of(occasion);
        var faults = CallingOff.faults(order, contract, before, occasion);
        if (!faults.isEmpty()) {
            return refused(
                    ORDER_DIFFERS, faults.stream().map(Confirming::inWords).collect(joining(", ")));
        }
        return accepted(new OrderConfirmed(
                contractId,
                contract.accountId(),
                order.owner(),
                verified.verification().value(),
                order.lines(),
                order.requestedFor(),
                occasion.today(),
                CallingOff.of(order, contract, before)));
    }

    private static String inWords(OrderFault fault) {
        return fault.line() == null ? fault.kind().name() : "line %d: %s".formatted(fault.line(), fault.kind());
    }

    static Decision<Event> cancel(SalesOrder order, String reason, LocalDate today) {
        return switch (order) {
            case Received _, Verified _, Confirmed _ ->
                check().reason("/reason", reason).accept(() -> new OrderCancelled(order.contractId(), reason, today));
            case InFulfilment _ -> refused(ORDER_IN_FULFILMENT);
            case Cancelled(var _, var end) when end.reason().equals(reason) -> unchanged();
            case Cancelled _, Returned _, Fulfilled _ -> refused(ORDER_ENDED);
        };
    }

    /** The contract that an order is to be confirmed under, null where neither names one. */
    static @Nullable UUID contractOf(@Nullable SalesOrder order, ConfirmOrder confirm) {
        return order == null || order.contractId() == null ? confirm.contractId() : order.contractId();
    }
}
