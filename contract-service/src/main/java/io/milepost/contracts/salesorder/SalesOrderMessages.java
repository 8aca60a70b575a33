package io.milepost.contracts.salesorder;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.contracts.contract.ContractMessages;
import io.milepost.contracts.salesorder.domain.SalesOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.CancelOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.ConfirmOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.FulfilOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.ReceiveOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.StartFulfilment;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand.VerifyOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderCancelled;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderConfirmed;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderFulfilled;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderFulfilmentBegun;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderReceived;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderReturned;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent.OrderVerified;
import io.milepost.contracts.salesorder.domain.SalesOrderRefusal;
import io.milepost.contracts.salesorder.domain.SalesOrderView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decider;
import java.util.Optional;

/** The sales order's commands and events, with paths, roles and names. Whether its contract is in effect stands beside its confirmation (ADR 0024). */
public final class SalesOrderMessages {

    public static final Catalogue<SalesOrder, SalesOrderCommand, SalesOrderEvent> SALES_ORDER = Catalogue.of(
                    "sales-order",
                    "sales-orders",
                    new Decider<SalesOrder, SalesOrderCommand, SalesOrderEvent>(
                            new SalesOrder.Unknown(), SalesOrder::decide, SalesOrder::evolve))
            .creates(ReceiveOrder.class, SALES_REP, SALES_MANAGER)
            .command(VerifyOrder.class, SALES_REP, SALES_MANAGER)
            .command(ConfirmOrder.class, SALES_REP, SALES_MANAGER)
            .considers(
                    ConfirmOrder.class,
                    (order, confirm) -> contractOf(order, confirm).stream().toList())
            .command(CancelOrder.class, SALES_REP, SALES_MANAGER)
            .command(StartFulfilment.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(FulfilOrder.class, SALES_MANAGER, DELIVERY_MANAGER)
            .event(OrderReceived.class, "sales-order.received", 1)
            .event(OrderVerified.class, "sales-order.verified", 1)
            .event(OrderReturned.class, "sales-order.returned", 1)
            .event(OrderConfirmed.class, "sales-order.confirmed", 1)
            .event(OrderFulfilmentBegun.class, "sales-order.fulfilment-begun", 1)
            .event(OrderFulfilled.class, "sales-order.fulfilled", 1)
            .event(OrderCancelled.class, "sales-order.cancelled", 1)
            .refusals(SalesOrderRefusal.class)
            .view(SalesOrderView.class, SalesOrderView::of);

    private SalesOrderMessages() {}

    private static Optional<Tag> contractOf(SalesOrder order, ConfirmOrder confirm) {
        return Optional.ofNullable(SalesOrder.frameOf(order, confirm)).map(ContractMessages.CONTRACT::tagOf);
    }
}
