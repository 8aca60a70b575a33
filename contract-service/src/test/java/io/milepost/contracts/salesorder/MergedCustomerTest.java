package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.ORDER_DIFFERS;
import static io.milepost.contracts.salesorder.SalesOrders.*;
import static io.milepost.platform.decision.Decision.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.OneCustomer;
import io.milepost.contracts.salesorder.CallingOff.OrderedUnder;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.contracts.salesorder.SalesOrderCatalogue.View;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders of a customer whose accounts were merged after the contract was made. */
class MergedCustomerTest {
    private static final UUID GOLDEN = new UUID(9, 1);
    private static final OrderedUnder OF_THE_OLD = new OrderedUnder(true, false, ACCOUNT, List.of());
    private static final OrderReceived DRAFT =
            new OrderReceived(null, GOLDEN, "kim", "PO-1", TOMORROW, YESTERDAY, LINES);

    @Test
    @DisplayName(
            "R-019, R-136, decision 24: an order that was drafted without a contract after a merge is confirmed under a contract of the old account, whose it is then")
    void a_draft_order_of_the_golden_record_is_confirmed() {
        var drafted = NOTHING.given(DRAFT, new OrderVerified(VALUE, YESTERDAY));
        var confirm = new ConfirmOrder(CONTRACT);
        drafted.when(confirm).reading(OF_THE_OLD).thenRefused(ORDER_DIFFERS);
        var confirmed = new OrderConfirmed(CONTRACT, ACCOUNT, "kim", VALUE, LINES, TOMORROW, TODAY, null);
        assertThat(asked(drafted, confirm)).isEqualTo(accepted(confirmed));
        assertThat(View.of(drafted.given(confirmed).state()).accountId()).isEqualTo(ACCOUNT);
        assertThat(View.of(drafted.state()).accountId()).isEqualTo(GOLDEN);
    }

    @Test
    @DisplayName("R-019, R-136: so is one that names the contract from the start")
    void an_order_under_the_contract_is_right() {
        var received = NOTHING.given(new OrderReceived(CONTRACT, GOLDEN, "kim", "PO-1", TOMORROW, YESTERDAY, LINES));
        var verify = new VerifyOrder(List.of());
        assertThat(asked(received, verify)).isEqualTo(accepted(new OrderVerified(VALUE, TODAY)));
        assertThat(received.when(verify).reading(OF_THE_OLD).decision().events())
                .as("of somebody else, as long as nothing was merged")
                .hasOnlyElementsOfType(OrderReturned.class);
    }

    private static Decision<Event> asked(Scenario<SalesOrder, Command, Event> order, Command command) {
        return SalesOrder.decide(order.state(), command, OneCustomer.on(TODAY, ACCOUNT, GOLDEN, OF_THE_OLD));
    }
}
