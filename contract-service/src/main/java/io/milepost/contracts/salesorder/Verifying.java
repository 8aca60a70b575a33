package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;

import io.milepost.contracts.salesorder.CallingOff.*;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.contracts.salesorder.SalesOrder.OrderFault.Kind;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Whether an order's data are right; a faulty one goes back with everything that is wrong at once. */
final class Verifying {

    private Verifying() {}

    static Decision<Event> verify(SalesOrder order, List<String> findings, Occasion occasion) {
        var contract = occasion.read(OrderedUnder.class);
        var before = OrderedBefore.of(occasion);
        var checks = check();
        for (int i = 0; i < findings.size(); i++) {
            checks = checks.text("/findings/" + i, findings.get(i), FINDING_MISSING);
        }
        return checks.then(() -> switch (order) {
            case Received(var received) -> verify(received, findings, contract, before, occasion);
            case Returned(var received, var decision) ->
                faults(received, findings, contract, before, occasion).equals(decision.faults())
                        ? unchanged()
                        : refused(ORDER_ENDED);
            case Verified _, Confirmed _ -> findings.isEmpty() ? unchanged() : refused(ORDER_ALREADY_VERIFIED);
            case InFulfilment _ -> refused(ORDER_IN_FULFILMENT);
            case Cancelled _, Fulfilled _ -> refused(ORDER_ENDED);
        });
    }

    private static Decision<Event> verify(
            OrderReceived order,
            List<String> findings,
            Optional<OrderedUnder> contract,
            OrderedBefore before,
            Occasion occasion) {
        var today = occasion.today();
        var faults = faults(order, findings, contract, before, occasion);
        if (!faults.isEmpty()) {
            return accepted(new OrderReturned(faults, today));
        }
        return excess(order.lines()).isPresent()
                ? refused(AMOUNT_TOO_LARGE)
                : accepted(new OrderVerified(valueOf(order.lines()), today));
    }

    private static List<OrderFault> faults(
            OrderReceived order,
            List<String> findings,
            Optional<OrderedUnder> contract,
            OrderedBefore before,
            Occasion occasion) {
        var faults = new ArrayList<OrderFault>();
        var lines = order.lines();
        if (lines.isEmpty()) {
            faults.add(new OrderFault(Kind.LINES_MISSING, null, null));
        }
        for (int i = 0; i < lines.size(); i++) {
            for (var kind : faultsOf(lines.get(i), lines.getFirst())) {
                faults.add(new OrderFault(kind, i + 1, null));
            }
        }
        if (order.requestedFor() != null && order.requestedFor().isBefore(order.receivedOn())) {
            faults.add(new OrderFault(Kind.REQUESTED_BEFORE_RECEIVED, null, null));
        }
        contract.ifPresent(known -> faults.addAll(CallingOff.faults(order, known, before, occasion)));
        findings.forEach(finding -> faults.add(new OrderFault(Kind.FOUND, null, finding)));
        return faults;
    }

    private static List<Kind> faultsOf(OrderLine line, OrderLine first) {
        var faults = new ArrayList<Kind>();
        if (line.product().isBlank()) {
            faults.add(Kind.PRODUCT_MISSING);
        }
        if (line.quantity().signum() <= 0) {
            faults.add(Kind.QUANTITY_NOT_POSITIVE);
        }
        if (line.unitPrice().isNegative()) {
            faults.add(Kind.PRICE_NEGATIVE);
        }
        if (!line.unitPrice().currency().equals(first.unitPrice().currency())) {
            faults.add(Kind.CURRENCIES_MIXED);
        }
        return faults;
    }

    /** Of lines in one currency, at least one. */
    private static Money valueOf(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::amount).reduce(Money::plus).orElseThrow();
    }

    /** The line that takes the sum of an order over the largest amount; each currency has its own sum, since mixing them is another fault. */
    static OptionalInt excess(List<OrderLine> lines) {
        var sums = new HashMap<Currency, Money>();
        return IntStream.range(0, lines.size())
                .filter(i -> {
                    var amount = lines.get(i).amount();
                    return sums.merge(amount.currency(), amount, Money::plus).isTooLarge();
                })
                .findFirst();
    }
}
