package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;

import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sales order in each of its states, and its contract. */
final class SalesOrders {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final LocalDate TOMORROW = TODAY.plusDays(1);
    static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    static final List<OrderLine> LINES = List.of(line("GTX Pro", "2", "4821.00"), line("service", "0.5", "0.25"));
    static final Money VALUE = Money.of("9642.13", "USD");
    static final Scenario<SalesOrder, Command, Event> NOTHING = Scenario.of(SALES_ORDER);
    static final Scenario<SalesOrder, Command, Event> RECEIVED = NOTHING.given(received(CONTRACT, LINES));
    static final Scenario<SalesOrder, Command, Event> RETURNED = RECEIVED.given(
            new OrderReturned(List.of(new OrderFault(OrderFault.Kind.FOUND, null, "no such plant")), YESTERDAY));
    static final Scenario<SalesOrder, Command, Event> VERIFIED = RECEIVED.given(new OrderVerified(VALUE, YESTERDAY));
    static final Scenario<SalesOrder, Command, Event> VERIFIED_DRAFT =
            NOTHING.given(received(null, LINES), new OrderVerified(VALUE, YESTERDAY));
    static final Scenario<SalesOrder, Command, Event> CONFIRMED = VERIFIED.given(confirmed(CONTRACT, YESTERDAY));
    static final Scenario<SalesOrder, Command, Event> IN_FULFILMENT =
            CONFIRMED.given(new OrderFulfilmentBegun(CONTRACT, YESTERDAY));
    static final Scenario<SalesOrder, Command, Event> FULFILLED =
            IN_FULFILMENT.given(new OrderFulfilled(CONTRACT, "note 7", TODAY));
    static final Scenario<SalesOrder, Command, Event> CANCELLED =
            CONFIRMED.given(new OrderCancelled(CONTRACT, "budget", TODAY));

    private SalesOrders() {}

    static OrderReceived received(@Nullable UUID contract, List<OrderLine> lines) {
        return new OrderReceived(contract, ACCOUNT, "kim", "PO-1", TOMORROW, YESTERDAY, lines);
    }

    static OrderConfirmed confirmed(UUID contract, LocalDate on) {
        return new OrderConfirmed(contract, ACCOUNT, "kim", VALUE, LINES, TOMORROW, on, null);
    }

    static OrderLine line(String product, String quantity, String price) {
        return new OrderLine(product, new BigDecimal(quantity), Money.of(price, "USD"), null);
    }
}
