package io.milepost.contracts.salesorder;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.salesorder.SalesOrder.No.*;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.salesorder.SalesOrders.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.salesorder.CallingOff.OrderedUnder;
import io.milepost.contracts.salesorder.Confirming.PaidFor;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.contracts.salesorder.SalesOrderCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the customer's order to its delivery. */
class SalesOrderTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SALES_ORDER);
    private static final VerifyOrder VERIFY = new VerifyOrder(List.of());
    private static final ConfirmOrder CONFIRM = new ConfirmOrder(null);
    private static final OrderedUnder EFFECTIVE = new OrderedUnder(true, false, ACCOUNT, List.of());

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-136: an order is taken down once as the customer wrote it, also before there is a contract")
    void is_received_as_it_was_written() {
        for (var contract : new UUID[] {SalesOrders.CONTRACT, null}) {
            var wrong = List.of(line(" ", "-1", "-1.00"));
            NOTHING.recording(REACHED)
                    .when(receive(contract, "kim", YESTERDAY, wrong))
                    .then(received(contract, wrong))
                    .when(receive(contract, "kim", YESTERDAY, wrong))
                    .thenTaken();
        }
        NOTHING.when(receive(null, "kim", null, LINES))
                .then(new OrderReceived(null, ACCOUNT, "kim", "PO-1", TOMORROW, TODAY, LINES));
        NOTHING.recording(REACHED).when(receive(null, " ", null, LINES)).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.recording(REACHED)
                .when(receive(null, "kim", TOMORROW, LINES))
                .thenRefused(DAY_IN_FUTURE, "/receivedOn");
        NOTHING.recording(REACHED)
                .when(receive(null, "kim", TODAY.minusYears(50).minusDays(1), LINES))
                .thenRefused(DAY_IMPLAUSIBLE, "/receivedOn");
        NOTHING.recording(REACHED)
                .when(new ReceiveOrder(
                        null, ACCOUNT, "kim", null, TODAY.plusYears(50).plusDays(1), null, LINES))
                .thenRefused(DAY_IMPLAUSIBLE, "/requestedFor");
        for (var command :
                List.of(VERIFY, CONFIRM, new CancelOrder("x"), new StartFulfilment(null), fulfil("x", null))) {
            NOTHING.recording(REACHED).when(command).thenUnknown();
        }
    }

    @Test
    @DisplayName("An order comes to no more than an amount may have digits, whenever it was received")
    void is_not_over_more_than_can_be_written_down() {
        var most = line("GTX Pro", "1", "999999999999999.99");
        var lines = List.of(most, line("service", "1", "0.01"));
        NOTHING.recording(REACHED).when(receive(null, "kim", null, lines)).thenRefused(AMOUNT_TOO_LARGE, "/lines/1");
        NOTHING.when(receive(null, "kim", null, List.of(line("GTX Pro", "4930123456789", "1299.00"))))
                .thenRefused(AMOUNT_TOO_LARGE, "/lines/0");
        NOTHING.given(received(null, lines)).when(VERIFY).thenRefused(AMOUNT_TOO_LARGE);
        NOTHING.given(received(null, List.of(most)))
                .when(VERIFY)
                .then(new OrderVerified(Money.of("999999999999999.99", "USD"), TODAY));
    }

    @Test
    @DisplayName("R-136: an order whose data are right is verified with its value, each line rounded once")
    void is_verified() {
        RECEIVED.when(VERIFY).then(new OrderVerified(VALUE, TODAY)).when(VERIFY).thenNothing();
        CONFIRMED.when(VERIFY).thenNothing();
        VERIFIED.recording(REACHED).when(new VerifyOrder(List.of("too late"))).thenRefused(ORDER_ALREADY_VERIFIED);
        IN_FULFILMENT.recording(REACHED).when(VERIFY).thenRefused(ORDER_IN_FULFILMENT);
        for (var ended : List.of(RETURNED, FULFILLED, CANCELLED)) {
            ended.recording(REACHED).when(VERIFY).thenRefused(ORDER_ENDED);
        }
    }

    @Test
    @DisplayName("R-136: an order that is at fault goes back once, with all that is wrong in it")
    void is_returned_with_all_that_is_wrong() {
        var foreign = new OrderLine("GTX Pro", BigDecimal.ONE, Money.of("1.00", "EUR"), null);
        var order = new OrderReceived(
                null,
                ACCOUNT,
                "kim",
                null,
                YESTERDAY.minusDays(1),
                YESTERDAY,
                List.of(line("GTX Pro", "1", "1.00"), line(" ", "0", "-1.00"), foreign));
        var findings = new VerifyOrder(List.of("no such plant"));
        var faults = List.of(
                new OrderFault(OrderFault.Kind.PRODUCT_MISSING, 2, null),
                new OrderFault(OrderFault.Kind.QUANTITY_NOT_POSITIVE, 2, null),
                new OrderFault(OrderFault.Kind.PRICE_NEGATIVE, 2, null),
                new OrderFault(OrderFault.Kind.CURRENCIES_MIXED, 3, null),
                new OrderFault(OrderFault.Kind.REQUESTED_BEFORE_RECEIVED, null, null),
                new OrderFault(OrderFault.Kind.FOUND, null, "no such plant"));
        var returned = NOTHING.given(order)
                .when(findings)
                .then(new OrderReturned(faults, TODAY))
                .when(findings)
                .thenNothing();
        assertThat(view(returned).status()).isEqualTo("RETURNED");
        assertThat(view(returned).faults()).isEqualTo(faults);
        assertThat(view(returned).value()).isNull();
        NOTHING.given(received(null, List.of()))
                .when(VERIFY)
                .then(new OrderReturned(List.of(new OrderFault(OrderFault.Kind.LINES_MISSING, null, null)), TODAY));
        RECEIVED.recording(REACHED)
                .when(new VerifyOrder(List.of("x", " ")))
                .thenRefused(FINDING_MISSING, "/findings/1");
        RETURNED.recording(REACHED).when(CONFIRM).thenRefused(ORDER_ENDED);
    }

    @Test
    @DisplayName("Decision 24: an order is confirmed once, under its contract, and only when that is in effect")
    void is_confirmed_under_an_effective_contract() {
        confirm(VERIFIED, CONFIRM, EFFECTIVE)
                .then(confirmed(SalesOrders.CONTRACT, TODAY))
                .when(CONFIRM)
                .thenNothing();
        confirm(VERIFIED, new ConfirmOrder(SalesOrders.CONTRACT), EFFECTIVE)
                .then(confirmed(SalesOrders.CONTRACT, TODAY));
        VERIFIED.recording(REACHED).when(CONFIRM).thenRefused(CONTRACT_NOT_EFFECTIVE);
        confirm(VERIFIED, CONFIRM, new OrderedUnder(false, false, ACCOUNT, List.of()))
                .thenRefused(CONTRACT_NOT_EFFECTIVE);
        confirm(RECEIVED.recording(REACHED), CONFIRM, EFFECTIVE).thenRefused(ORDER_NOT_VERIFIED);
        for (var standing : List.of(VERIFIED, CONFIRMED, IN_FULFILMENT, FULFILLED)) {
            confirm(standing.recording(REACHED), new ConfirmOrder(OTHER), EFFECTIVE)
                    .thenRefused(CONTRACT_DIFFERS, "/contractId");
        }
        confirm(IN_FULFILMENT, CONFIRM, EFFECTIVE).thenNothing();
        confirm(VERIFIED.recording(REACHED), CONFIRM, new OrderedUnder(true, true, ACCOUNT, List.of()))
                .thenRefused(CONTRACT_ENDED);
        confirm(CANCELLED.recording(REACHED), CONFIRM, EFFECTIVE).thenRefused(ORDER_ENDED);
        confirm(VERIFIED.recording(REACHED), CONFIRM, new OrderedUnder(true, false, OTHER, List.of()))
                .thenRefused(ORDER_DIFFERS);
    }

    @Test
    @DisplayName("Decision 24: an order before the contract is a draft order until it is confirmed under one")
    void a_draft_order_names_its_contract_when_it_is_confirmed() {
        assertThat(view(VERIFIED_DRAFT).contractId()).isNull();
        VERIFIED_DRAFT.recording(REACHED).when(CONFIRM).thenRefused(CONTRACT_MISSING, "/contractId");
        VERIFIED_DRAFT.when(new ConfirmOrder(SalesOrders.CONTRACT)).thenRefused(CONTRACT_NOT_EFFECTIVE);
        var confirmed = confirm(VERIFIED_DRAFT, new ConfirmOrder(SalesOrders.CONTRACT), EFFECTIVE)
                .then(confirmed(SalesOrders.CONTRACT, TODAY));
        assertThat(view(confirmed).contractId()).isEqualTo(SalesOrders.CONTRACT);
        confirmed.when(new ConfirmOrder(OTHER)).thenRefused(CONTRACT_DIFFERS);
    }

    @Test
    @DisplayName("Decision 24: what a confirmation reads is its contract, of which it knows whether it is in effect")
    void reads_its_contract() {
        var read = SALES_ORDER.command(ConfirmOrder.class).reads().getFirst();
        assertThat(read.other().get()).isSameAs(CONTRACT);
        assertThat(read.id().of(Scenario.ID, VERIFIED.state(), CONFIRM)).isEqualTo(SalesOrders.CONTRACT);
        assertThat(read.id().of(Scenario.ID, VERIFIED_DRAFT.state(), new ConfirmOrder(OTHER)))
                .isEqualTo(OTHER);
        assertThat(read.id().of(Scenario.ID, VERIFIED_DRAFT.state(), CONFIRM)).isNull();
    }

    @Test
    @DisplayName("R-136: a confirmed order is begun and fulfilled, each once, on days that can be")
    void is_fulfilled() {
        CONFIRMED
                .when(new StartFulfilment(YESTERDAY))
                .then(new OrderFulfilmentBegun(SalesOrders.CONTRACT, YESTERDAY))
                .when(new StartFulfilment(null))
                .thenNothing()
                .when(fulfil("note 7", TODAY))
                .then(new OrderFulfilled(SalesOrders.CONTRACT, "note 7", TODAY))
                .when(fulfil("note 7", null))
                .thenNothing();
        var begun = IN_FULFILMENT.recording(REACHED);
        begun.when(new StartFulfilment(TODAY)).thenRefused(ORDER_IN_FULFILMENT);
        begun.when(fulfil(" ", null)).thenRefused(REFERENCE_MISSING, "/deliveryReference");
        begun.when(fulfil("note 7", TOMORROW)).thenRefused(DAY_IN_FUTURE, "/on");
        begun.when(fulfil("note 7", YESTERDAY.minusDays(1))).thenRefused(FULFILLED_BEFORE_BEGUN, "/on");
        var confirmed = CONFIRMED.recording(REACHED);
        confirmed.when(new StartFulfilment(TOMORROW)).thenRefused(DAY_IN_FUTURE, "/on");
        confirmed.when(new StartFulfilment(YESTERDAY.minusDays(1))).thenRefused(BEGUN_BEFORE_CONFIRMED, "/on");
        for (var early : List.of(RECEIVED, VERIFIED)) {
            early.recording(REACHED).when(new StartFulfilment(null)).thenRefused(ORDER_NOT_CONFIRMED);
        }
        for (var early : List.of(RECEIVED, VERIFIED, CONFIRMED)) {
            early.recording(REACHED).when(fulfil("note 7", null)).thenRefused(ORDER_NOT_IN_FULFILMENT);
        }
        for (var ended : List.of(RETURNED, CANCELLED, FULFILLED)) {
            ended.when(new StartFulfilment(null)).thenRefused(ORDER_ENDED);
            ended.when(fulfil("note 8", null)).thenRefused(ORDER_ENDED);
        }
    }

    @Test
    @DisplayName("Domain 3.3: it is cancelled with a reason, once, until its fulfilment has begun")
    void is_cancelled() {
        for (var open : List.of(RECEIVED, VERIFIED, CONFIRMED)) {
            open.when(new CancelOrder("budget"))
                    .then(new OrderCancelled(SalesOrders.CONTRACT, "budget", TODAY))
                    .when(new CancelOrder("budget"))
                    .thenNothing()
                    .when(new CancelOrder("another"))
                    .thenRefused(ORDER_ENDED);
            open.recording(REACHED).when(new CancelOrder(" ")).thenRefused(REASON_MISSING, "/reason");
        }
        IN_FULFILMENT.when(new CancelOrder("budget")).thenRefused(ORDER_IN_FULFILMENT);
        RETURNED.when(new CancelOrder("budget")).thenRefused(ORDER_ENDED);
        FULFILLED.when(new CancelOrder("budget")).thenRefused(ORDER_ENDED);
    }

    @Test
    void shows_how_far_it_is() {
        assertThat(List.of(RECEIVED, RETURNED, VERIFIED, CONFIRMED, IN_FULFILMENT, FULFILLED, CANCELLED))
                .map(order -> view(order).status())
                .containsExactly(
                        "RECEIVED", "RETURNED", "VERIFIED", "CONFIRMED", "IN_FULFILMENT", "FULFILLED", "CANCELLED");
        var fulfilled = view(FULFILLED);
        assertThat(fulfilled.value()).isEqualTo(VALUE);
        assertThat(fulfilled.confirmedOn()).isEqualTo(YESTERDAY);
        assertThat(fulfilled.begunOn()).isEqualTo(YESTERDAY);
        assertThat(fulfilled.fulfilledOn()).isEqualTo(TODAY);
        assertThat(fulfilled.deliveryReference()).isEqualTo("note 7");
        var cancelled = view(CANCELLED);
        assertThat(cancelled.confirmedOn()).isEqualTo(YESTERDAY);
        assertThat(cancelled.cancelReason()).isEqualTo("budget");
        assertThat(cancelled.cancelledOn()).isEqualTo(TODAY);
    }

    private static Scenario.Attempt<SalesOrder, Command, Event> confirm(
            Scenario<SalesOrder, Command, Event> order, ConfirmOrder confirm, OrderedUnder contract) {
        return order.when(confirm).reading(contract);
    }

    private static ReceiveOrder receive(
            @Nullable UUID contract, String owner, @Nullable LocalDate on, List<OrderLine> lines) {
        return new ReceiveOrder(contract, ACCOUNT, owner, "PO-1", TOMORROW, on, lines);
    }

    private static FulfilOrder fulfil(String reference, @Nullable LocalDate on) {
        return new FulfilOrder(reference, on);
    }

    @Test
    @DisplayName("G15, R-136: no order is confirmed while its contract waits for an advance, and it is afterwards")
    void an_order_waits_for_the_advance() {
        confirm(VERIFIED.recording(REACHED), CONFIRM, EFFECTIVE)
                .reading(new PaidFor(true))
                .thenRefused(ADVANCE_MISSED);
        for (var paid : List.of(
                confirm(VERIFIED, CONFIRM, EFFECTIVE).reading(new PaidFor(false)),
                confirm(VERIFIED, CONFIRM, EFFECTIVE))) {
            paid.then(confirmed(SalesOrders.CONTRACT, TODAY));
        }
    }

    private static View view(Scenario<SalesOrder, Command, Event> order) {
        return View.of(order.state());
    }
}
