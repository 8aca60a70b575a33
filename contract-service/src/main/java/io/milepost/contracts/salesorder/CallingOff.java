package io.milepost.contracts.salesorder;

import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.contracts.salesorder.SalesOrder.OrderFault.Kind;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An order calls off lines of its contract, at the prices agreed there; a contract without lines leaves those open. */
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

    /** What is not as the contract has it. */
    static List<OrderFault> faults(OrderReceived order, OrderedUnder contract) {
        var faults = new ArrayList<OrderFault>();
        if (!contract.accountId().equals(order.accountId())) {
            faults.add(new OrderFault(Kind.OTHER_ACCOUNT, null, null));
        }
        var lines = order.lines();
        for (int i = 0; i < lines.size() && !contract.lines().isEmpty(); i++) {
            var ordered = lines.get(i);
            var candidates = candidates(ordered, contract);
            if (candidates.isEmpty()) {
                faults.add(new OrderFault(Kind.NOT_IN_CONTRACT, i + 1, null));
            } else if (candidates.stream().noneMatch(line -> costs(ordered, line.line()))) {
                faults.add(new OrderFault(Kind.PRICE_DIFFERS, i + 1, null));
            }
        }
        return faults;
    }

    /** Of an order without faults. */
    static List<CalledOff> of(OrderReceived order, OrderedUnder contract) {
        return IntStream.range(0, order.lines().size())
                .mapToObj(i -> lineOf(order.lines().get(i), contract)
                        .map(line ->
                                new CalledOff(i + 1, line.number(), line.line().source())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NumberedLine> lineOf(OrderLine ordered, OrderedUnder contract) {
        return candidates(ordered, contract).stream()
                .filter(line -> costs(ordered, line.line()))
                .findFirst();
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
