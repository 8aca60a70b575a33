package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.contracts.salesorder.SalesOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.salesorder.CallingOff.*;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.contracts.salesorder.SalesOrder.OrderFault.Kind;
import io.milepost.contracts.salesorder.SalesOrderCatalogue.View;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An order against the lines of its contract. */
class CallingOffTest {
    private static final AgreedItem POSITION = new AgreedItem(new UUID(1, 2), 3, new UUID(1, 4), 2, "1.2");
    private static final List<NumberedLine> AGREED = List.of(
            agreed(1, "GTX Pro", "5000.00", "10", POSITION),
            agreed(2, "service", "0.25", null, null),
            agreed(4, "service", "0.30", null, null));
    private static final OrderedUnder CONTRACT_LINES = new OrderedUnder(true, false, ACCOUNT, AGREED);

    @Test
    @DisplayName(
            "R-123: each line of a confirmed order names the line of the contract, and the item of the agreed solution")
    void an_order_is_traced() {
        var confirmed = order(line("gtx pro", "2", "4500.00"), line("service", "1", "0.30"))
                .when(new ConfirmOrder(null))
                .reading(CONTRACT_LINES)
                .decision();
        var traced = List.of(new CalledOff(1, 1, POSITION), new CalledOff(2, 4, null));
        assertThat(confirmed.events())
                .singleElement()
                .satisfies(event ->
                        assertThat(((OrderConfirmed) event).calledOff()).isEqualTo(traced));
        var state = order(line("gtx pro", "2", "4500.00"))
                .given((OrderConfirmed) confirmed.events().getFirst())
                .state();
        assertThat(View.of(state).calledOff()).isEqualTo(traced);
    }

    @Test
    @DisplayName("R-136: an order of another customer, product, line or price goes back, with everything that is wrong")
    void an_order_is_verified_against_its_contract() {
        var lines = List.of(
                line("GTX Pro", "2", "5000.00"),
                line("service", "1", "0.25"),
                line("crane", "1", "0.25"),
                new OrderLine("service", BigDecimal.ONE, Money.of("0.25", "USD"), 4),
                new OrderLine("service", BigDecimal.ONE, Money.of("0.25", "USD"), 3),
                new OrderLine("service", BigDecimal.ONE, Money.of("0.30", "USD"), 4));
        NOTHING.given(received(CONTRACT, lines))
                .when(new VerifyOrder(List.of()))
                .reading(new OrderedUnder(true, false, OTHER, AGREED))
                .then(new OrderReturned(
                        List.of(
                                new OrderFault(Kind.OTHER_ACCOUNT, null, null),
                                new OrderFault(Kind.PRICE_DIFFERS, 1, null),
                                new OrderFault(Kind.NOT_IN_CONTRACT, 3, null),
                                new OrderFault(Kind.PRICE_DIFFERS, 4, null),
                                new OrderFault(Kind.NOT_IN_CONTRACT, 5, null)),
                        TODAY));
    }

    @Test
    @DisplayName("R-136: what a draft order wants is compared when it is confirmed under a contract")
    void a_draft_order_is_compared_when_it_is_confirmed() {
        var verified = order(line("GTX Pro", "2", "4500.01"));
        var refused =
                verified.when(new ConfirmOrder(null)).reading(CONTRACT_LINES).decision();
        assertThat(refused).isInstanceOfSatisfying(Decision.Refused.class, no -> {
            assertThat(no.reason()).isEqualTo(ORDER_DIFFERS);
            assertThat(no.detail()).isEqualTo("line 1: PRICE_DIFFERS");
        });
    }

    @Test
    void a_contract_without_lines_leaves_product_and_price_open() {
        var open = new OrderedUnder(true, false, ACCOUNT, List.of());
        order(line("crane", "2", "1.00"))
                .when(new ConfirmOrder(null))
                .reading(open)
                .then(new OrderConfirmed(
                        CONTRACT, ACCOUNT, "kim", VALUE, List.of(line("crane", "2", "1.00")), TOMORROW, TODAY, null));
    }

    private static Scenario<SalesOrder, Command, Event> order(OrderLine... lines) {
        return NOTHING.given(received(CONTRACT, List.of(lines)), new OrderVerified(VALUE, YESTERDAY));
    }

    private static NumberedLine agreed(
            int number, String product, String price, @Nullable String discount, @Nullable AgreedItem source) {
        var line = new ContractLine(
                product,
                null,
                BigDecimal.TEN,
                Money.of(price, "USD"),
                discount == null ? null : new BigDecimal(discount),
                source);
        return new NumberedLine(number, line);
    }
}
