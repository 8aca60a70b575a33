package io.milepost.contracts.salesorder;

import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.contracts.salesorder.SalesOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.Called;
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
import java.util.function.Consumer;
import org.assertj.core.api.ObjectAssert;
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
    private static final UUID OTHER_ORDER = new UUID(3, 1);
    private static final UUID OLD_ORDER = new UUID(3, 2);
    private static final Standing NOTHING_TAKEN = new Standing(List.of());
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
    @DisplayName("R-136: all orders together call off no more of a line than the contract has")
    void orders_together_take_no_more_than_was_agreed() {
        var before = taken(1, "7");
        confirm(before, line("GTX Pro", "3", "4500.00")).satisfies(taking(1));
        confirm(before, line("GTX Pro", "3.01", "4500.00")).satisfies(refusing("line 1: QUANTITY_EXCEEDED"));
        confirm(before, line("GTX Pro", "2", "4500.00"), line("GTX Pro", "2", "4500.00"))
                .satisfies(refusing("line 2: QUANTITY_EXCEEDED"));
        confirm(NOTHING_TAKEN, line("GTX Pro", "10.01", "4500.00")).satisfies(refusing("line 1: QUANTITY_EXCEEDED"));
        confirm(NOTHING_TAKEN, line("GTX Pro", "10", "4500.00")).satisfies(taking(1));
        NOTHING.given(received(CONTRACT, List.of(line("GTX Pro", "4", "4500.00"))))
                .when(new VerifyOrder(List.of()))
                .reading(CONTRACT_LINES)
                .reading(before)
                .then(new OrderReturned(List.of(new OrderFault(Kind.QUANTITY_EXCEEDED, 1, null)), TODAY));
    }

    @Test
    @DisplayName("R-136: where two lines of the contract offer the same, an order takes the one with enough left")
    void an_order_takes_the_line_with_enough_left() {
        var twice = new OrderedUnder(
                true,
                false,
                ACCOUNT,
                List.of(agreed(1, "service", "0.25", null, null), agreed(2, "service", "0.25", null, null)));
        var before = taken(1, "9");
        assertThat(order(line("service", "2", "0.25"), line("service", "1", "0.25"))
                        .when(new ConfirmOrder(null))
                        .reading(twice)
                        .reading(before)
                        .decision())
                .satisfies(taking(2, 1));
    }

    @Test
    @DisplayName(
            "R-136: what an order is counts, and not what was noted of it; of one from before orders had tags the note"
                    + " does")
    void what_an_order_is_counts() {
        var noted = new Noted(List.of(
                new TakenBy(OTHER_ORDER, List.of(called(1, "9"))), new TakenBy(OLD_ORDER, List.of(called(1, "4")))));
        assertThat(order(line("GTX Pro", "6", "4500.00"))
                        .when(new ConfirmOrder(null))
                        .reading(CONTRACT_LINES)
                        .reading(noted)
                        .reading(new Standing(List.of(new TakenBy(OTHER_ORDER, List.of()))))
                        .decision())
                .satisfies(taking(1));
        assertThat(order(line("GTX Pro", "6", "4500.00"))
                        .when(new ConfirmOrder(null))
                        .reading(CONTRACT_LINES)
                        .reading(noted)
                        .reading(taken(1, "1"))
                        .decision())
                .satisfies(refusing("line 1: QUANTITY_EXCEEDED"));
    }

    @Test
    @DisplayName("R-136: an order takes of its contract from its confirmation on, until it is cancelled")
    void an_order_takes_of_its_contract_while_it_stands() {
        var confirmed = new OrderConfirmed(
                CONTRACT,
                ACCOUNT,
                "kim",
                VALUE,
                List.of(line("service", "1", "0.25"), line("GTX Pro", "2", "4500.00")),
                TOMORROW,
                YESTERDAY,
                List.of(new CalledOff(1, 2, null), new CalledOff(2, 1, POSITION)));
        var taken = List.of(called(2, "1"), called(1, "2"));
        var order = VERIFIED.given(confirmed);
        assertThat(CallingOff.standing(VERIFIED.state())).isEmpty();
        assertThat(CallingOff.standing(order.state())).isEqualTo(taken);
        assertThat(CallingOff.standing(order.given(
                                new OrderFulfilmentBegun(CONTRACT, YESTERDAY),
                                new OrderFulfilled(CONTRACT, "note 7", TODAY))
                        .state()))
                .isEqualTo(taken);
        assertThat(CallingOff.standing(order.given(new OrderCancelled(CONTRACT, "budget", TODAY))
                        .state()))
                .isEmpty();
        assertThat(CallingOff.standing(CONFIRMED.state()))
                .as("of a contract without lines")
                .isEmpty();
    }

    private static Standing taken(int contractLine, String quantity) {
        return new Standing(List.of(new TakenBy(OTHER_ORDER, List.of(called(contractLine, quantity)))));
    }

    private static Called called(int contractLine, String quantity) {
        return new Called(contractLine, new BigDecimal(quantity));
    }

    private static ObjectAssert<Decision<Event>> confirm(Standing before, OrderLine... lines) {
        return assertThat(order(lines)
                .when(new ConfirmOrder(null))
                .reading(CONTRACT_LINES)
                .reading(before)
                .decision());
    }

    private static Consumer<Decision<Event>> taking(Integer... contractLines) {
        return decision -> assertThat(decision.events())
                .singleElement()
                .satisfies(event -> assertThat(((OrderConfirmed) event).calledOff())
                        .extracting(CalledOff::contractLine)
                        .containsExactly(contractLines));
    }

    private static Consumer<Decision<Event>> refusing(String detail) {
        return decision -> assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, no -> {
            assertThat(no.reason()).isEqualTo(ORDER_DIFFERS);
            assertThat(no.detail()).isEqualTo(detail);
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
