package io.milepost.delivery.inbound.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code sales-order.confirmed}: under which contract, whose it is, and how much of what. The order is the event's subject. */
public record OrderConfirmed(
        UUID contractId,
        String owner,
        List<OrderedLine> lines,
        @Nullable LocalDate requestedFor) {
    public OrderConfirmed {
        lines = List.copyOf(lines);
    }

    /** How much of a product. */
    public record OrderedLine(String product, BigDecimal quantity) {}
}
