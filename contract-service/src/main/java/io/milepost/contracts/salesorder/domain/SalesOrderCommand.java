package io.milepost.contracts.salesorder.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a sales order. */
public sealed interface SalesOrderCommand {

    /**
     * Takes down what the customer orders, as he wrote it.
     *
     * @param contractId under which contract; without one it is a draft order (decision 24)
     * @param owner code of the team member who answers for it
     * @param reference the customer's own number of the order
     * @param requestedFor the day for which the customer wants it
     * @param receivedOn today when absent
     */
    record ReceiveOrder(
            @Nullable UUID contractId,
            UUID accountId,
            String owner,
            @Nullable String reference,
            @Nullable LocalDate requestedFor,
            @Nullable LocalDate receivedOn,
            List<OrderLine> lines)
            implements SalesOrderCommand {
        public ReceiveOrder {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Checks the data. An order that is at fault goes back to the customer with all that is wrong in it.
     *
     * @param findings what does not fit the contract or the customer, beside what the data show by themselves; usually none
     */
    record VerifyOrder(List<@Limit(Limit.NOTE) String> findings) implements SalesOrderCommand {
        public VerifyOrder {
            findings = List.copyOf(findings);
        }
    }

    /** Binds us to the verified order, under the contract that it was received under or, a draft order, under this one. */
    record ConfirmOrder(@Nullable UUID contractId) implements SalesOrderCommand {}

    /** Possible until its fulfilment has begun. */
    record CancelOrder(@Limit(Limit.NOTE) String reason) implements SalesOrderCommand {}

    /** Production, purchase or shipment has begun {@code on} that day or today. */
    record StartFulfilment(@Nullable LocalDate on) implements SalesOrderCommand {}

    /**
     * All of it is delivered.
     *
     * @param deliveryReference the delivery note or the acceptance that shows it
     * @param on today when absent
     */
    record FulfilOrder(String deliveryReference, @Nullable LocalDate on) implements SalesOrderCommand {}
}
