package io.milepost.contracts.salesorder;

import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.Called;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.contracts.salesorder.SalesOrder.OrderFault.Kind;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An order calls off lines of its contract, at the prices agreed there and no more than is left of them; a contract without lines leaves those open. */
public final class CallingOff {

    private CallingOff() {}

    /** What a line of an order, by its number from 1, calls off: a line of the contract, and what of the agreed solution that is. */
    public record CalledOff(
            int line, int contractLine, @Nullable AgreedItem source) {}

    /**
     * What an order has to know of its contract (decision 24).
     *
     * @param accountId with whom it is
     * @param lines as they stand now
     */
    record OrderedUnder(boolean effective, boolean closed, UUID accountId, List<NumberedLine> lines) {
        OrderedUnder {
            lines = List.copyOf(lines);
        }
    }

    /** What one order calls off; nothing where it does not stand any more. */
    record TakenBy(UUID orderId, List<Called> lines) {
        TakenBy {
            lines = List.copyOf(lines);
        }
    }

    /** What was noted of orders, also of those that were confirmed before they said by a tag whose contract it is. */
    record Noted(List<TakenBy> orders) {
        Noted {
            orders = List.copyOf(orders);
        }
    }

    /** What the confirmed orders of the contract are now. They are the append's condition: two that are confirmed at once know of each other. */
    record Standing(List<TakenBy> orders) {
        Standing {
            orders = List.copyOf(orders);
        }
    }

    /** How much of each line of the contract other orders have called off. */
    record OrderedBefore(List<Called> lines) {
        OrderedBefore {
            lines = List.copyOf(lines);
        }

        /** What an order is counts, not what was noted of it. */
        static OrderedBefore of(Occasion occasion) {
            var orders = new HashMap<UUID, List<Called>>();
            occasion.read(Noted.class)
                    .ifPresent(noted -> noted.orders().forEach(order -> orders.put(order.orderId(), order.lines())));
            occasion.read(Standing.class)
                    .ifPresent(now -> now.orders().forEach(order -> orders.put(order.orderId(), order.lines())));
            return new OrderedBefore(
                    orders.values().stream().flatMap(List::stream).toList());
        }

        private BigDecimal of(int contractLine) {
            return lines.stream()
                    .filter(called -> called.contractLine() == contractLine)
                    .map(Called::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A line of the contract, and whether there is enough left of it. */
    private record Taken(NumberedLine line, boolean fits) {}

    /** How much of which lines of its contract a confirmed order calls off; nothing where the contract has none. */
    public static List<Called> called(OrderConfirmed order) {
        return Objects.requireNonNullElse(order.calledOff(), List.<CalledOff>of()).stream()
                .map(line -> called(order, line))
                .toList();
    }

    private static Called called(OrderConfirmed order, CalledOff line) {
        if (line.line() < 1 || line.line() > order.lines().size()) {
            throw new IllegalArgumentException("an order has no line " + line.line());
        }
        return new Called(
                line.contractLine(), order.lines().get(line.line() - 1).quantity());
    }

    /** What an order takes of its contract by what it is now. */
    static List<Called> standing(SalesOrder order) {
        return switch (order) {
            case Received _, Returned _, Verified _, Cancelled _ -> List.of();
            case Confirmed(var _, var confirmation) -> called(confirmation);
            case InFulfilment(var before, var _) -> standing(before);
            case Fulfilled(var before, var _) -> standing(before);
        };
    }

    /** What is not as the contract has it. */
    static List<OrderFault> faults(
            OrderReceived order, OrderedUnder contract, OrderedBefore before, Occasion occasion) {
        var faults = new ArrayList<OrderFault>();
        if (!occasion.isOneCustomer(contract.accountId(), order.accountId())) {
            faults.add(new OrderFault(Kind.OTHER_ACCOUNT, null, null));
        }
        var lines = order.lines();
        var taken = taken(order, contract, before);
        for (int i = 0; i < lines.size() && !contract.lines().isEmpty(); i++) {
            var number = i + 1;
            if (candidates(lines.get(i), contract).isEmpty()) {
                faults.add(new OrderFault(Kind.NOT_IN_CONTRACT, number, null));
            } else if (taken.get(i).isEmpty()) {
                faults.add(new OrderFault(Kind.PRICE_DIFFERS, number, null));
            } else if (!taken.get(i).get().fits()) {
                faults.add(new OrderFault(Kind.QUANTITY_EXCEEDED, number, null));
            }
        }
        return faults;
    }

    /** Of an order without faults. */
    static List<CalledOff> of(OrderReceived order, OrderedUnder contract, OrderedBefore before) {
        var taken = taken(order, contract, before);
        return IntStream.range(0, taken.size())
                .mapToObj(i -> taken.get(i)
                        .map(Taken::line)
                        .map(line ->
                                new CalledOff(i + 1, line.number(), line.line().source())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** For each line of the order one of the contract that has its product at its price: the first with enough left, or the first of all. */
    private static List<Optional<Taken>> taken(OrderReceived order, OrderedUnder contract, OrderedBefore before) {
        var used = new HashMap<Integer, BigDecimal>();
        var taken = new ArrayList<Optional<Taken>>();
        for (var ordered : order.lines()) {
            var alike = candidates(ordered, contract).stream()
                    .filter(line -> costs(ordered, line.line()))
                    .map(line -> new Taken(line, fits(ordered, line, before, used)))
                    .toList();
            var chosen = alike.stream()
                    .filter(Taken::fits)
                    .findFirst()
                    .or(() -> alike.stream().findFirst());
            chosen.ifPresent(one -> used.merge(one.line().number(), ordered.quantity(), BigDecimal::add));
            taken.add(chosen);
        }
        return taken;
    }

    private static boolean fits(
            OrderLine ordered, NumberedLine line, OrderedBefore before, Map<Integer, BigDecimal> used) {
        return before.of(line.number())
                        .add(used.getOrDefault(line.number(), BigDecimal.ZERO))
                        .add(ordered.quantity())
                        .compareTo(line.line().quantity())
                <= 0;
    }

    private static List<NumberedLine> candidates(OrderLine ordered, OrderedUnder contract) {
        return contract.lines().stream()
                .filter(line -> ordered.contractLine() == null || ordered.contractLine() == line.number())
                .filter(line -> Codes.same(line.line().product(), ordered.product()))
                .toList();
    }

    private static boolean costs(OrderLine ordered, ContractLine line) {
        return ordered.unitPrice()
                .equals(Money.rounded(line.netOfOne(), line.unitPrice().currency()));
    }
}
