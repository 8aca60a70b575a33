package io.milepost.contracts.salesorder.domain;

import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.AMOUNT_TOO_LARGE;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.FINDING_MISSING;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_ALREADY_VERIFIED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_ENDED;
import static io.milepost.contracts.salesorder.domain.SalesOrderRefusal.ORDER_IN_FULFILMENT;
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
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderReceived;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderReturned;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderVerified;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Whether an order's data are right; one that is at fault goes back with everything that is wrong at once. */
final class Verification {

    private Verification() {}

    static Decision<SalesOrderEvent> verify(Known order, List<String> findings, LocalDate today) {
        int blank = indexOfBlank(findings);
        if (blank >= 0) {
            return Decision.<SalesOrderEvent>refused(FINDING_MISSING).at("/findings/" + blank);
        }
        return switch (order) {
            case Received(var received) -> {
                var faults = faults(received, findings);
                if (!faults.isEmpty()) {
                    yield accepted(new OrderReturned(faults, today));
                }
                yield excess(received.lines()).isPresent()
                        ? Decision.refused(AMOUNT_TOO_LARGE)
                        : accepted(new OrderVerified(valueOf(received.lines()), today));
            }
            case Returned(var received, var before) ->
                faults(received, findings).equals(before.faults()) ? unchanged() : Decision.refused(ORDER_ENDED);
            case Verified _, Confirmed _ -> findings.isEmpty() ? unchanged() : Decision.refused(ORDER_ALREADY_VERIFIED);
            case InFulfilment _ -> Decision.refused(ORDER_IN_FULFILMENT);
            case Cancelled _, Fulfilled _ -> Decision.refused(ORDER_ENDED);
        };
    }

    private static List<OrderFault> faults(OrderReceived order, List<String> findings) {
        var faults = new ArrayList<OrderFault>();
        var lines = order.lines();
        if (lines.isEmpty()) {
            faults.add(OrderFault.of(OrderFault.Kind.LINES_MISSING));
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.product().isBlank()) {
                faults.add(OrderFault.inLine(i + 1, OrderFault.Kind.PRODUCT_MISSING));
            }
            if (line.quantity().signum() <= 0) {
                faults.add(OrderFault.inLine(i + 1, OrderFault.Kind.QUANTITY_NOT_POSITIVE));
            }
            if (line.unitPrice().isNegative()) {
                faults.add(OrderFault.inLine(i + 1, OrderFault.Kind.PRICE_NEGATIVE));
            }
            if (!line.unitPrice().currency().equals(lines.getFirst().unitPrice().currency())) {
                faults.add(OrderFault.inLine(i + 1, OrderFault.Kind.CURRENCIES_MIXED));
            }
        }
        if (order.requestedFor() != null && order.requestedFor().isBefore(order.receivedOn())) {
            faults.add(OrderFault.of(OrderFault.Kind.REQUESTED_BEFORE_RECEIVED));
        }
        findings.forEach(finding -> faults.add(OrderFault.found(finding)));
        return faults;
    }

    /** Of lines in one currency, at least one. */
    private static Money valueOf(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::amount).reduce(Money::plus).orElseThrow();
    }

    /** The line with which an order comes to more than an amount may have digits; what is in another currency is another fault. */
    static OptionalInt excess(List<OrderLine> lines) {
        var sums = new HashMap<Currency, Money>();
        return IntStream.range(0, lines.size())
                .filter(i -> {
                    var amount = lines.get(i).amount();
                    return sums.merge(amount.currency(), amount, Money::plus).isTooLarge();
                })
                .findFirst();
    }

    private static int indexOfBlank(List<String> findings) {
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).isBlank()) {
                return i;
            }
        }
        return -1;
    }
}
