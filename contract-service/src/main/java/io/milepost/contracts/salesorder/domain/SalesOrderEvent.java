package io.milepost.contracts.salesorder.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a sales order. */
public sealed interface SalesOrderEvent {

    record OrderReceived(
            @Nullable UUID contractId,
            UUID accountId,
            String owner,
            @Nullable String reference,
            @Nullable LocalDate requestedFor,
            LocalDate receivedOn,
            List<OrderLine> lines)
            implements SalesOrderEvent {
        public OrderReceived {
            lines = List.copyOf(lines);
        }
    }

    /** Its data are right; {@code value} is the sum of its lines. */
    record OrderVerified(Money value, LocalDate verifiedOn) implements SalesOrderEvent {}

    /** It goes back to the customer, who may order anew. */
    record OrderReturned(List<OrderFault> faults, LocalDate returnedOn) implements SalesOrderEvent {
        public OrderReturned {
            faults = List.copyOf(faults);
        }
    }

    /** We are bound to it. It has all that others act on. */
    record OrderConfirmed(
            UUID contractId,
            UUID accountId,
            String owner,
            Money value,
            List<OrderLine> lines,
            @Nullable LocalDate requestedFor,
            LocalDate confirmedOn)
            implements SalesOrderEvent {
        public OrderConfirmed {
            lines = List.copyOf(lines);
        }
    }

    record OrderFulfilmentBegun(UUID contractId, LocalDate begunOn) implements SalesOrderEvent {}

    record OrderFulfilled(UUID contractId, String deliveryReference, LocalDate fulfilledOn)
            implements SalesOrderEvent {}

    record OrderCancelled(@Nullable UUID contractId, String reason, LocalDate cancelledOn) implements SalesOrderEvent {}
}
