package io.milepost.delivery.fulfilment;

import static io.milepost.delivery.fulfilment.Fulfilment.No.*;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentCatalogue.AgreedTerms;
import io.milepost.delivery.fulfilment.FulfilmentCatalogue.View;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.delivery.fulfilment.Goods.Part;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(FULFILMENT, List.of(DELIVERY_SUSPENDED));
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate AGREED = LocalDate.parse("2026-03-20");
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final List<Line> LINES = List.of(line("press", "3"), line("crane", "1"));
    private static final FulfilmentOpened OPENED = new FulfilmentOpened(CONTRACT, "kim", LINES, AGREED);
    private static final DeliveryTermsAgreed TERMS = terms(AGREED, true);
    private static final Scenario<Fulfilment, Command, FulfilmentEvent> NOTHING =
            Scenario.of(FULFILMENT).recording(REACHED).reading(new HandedOver(true));
    private static final Scenario<Fulfilment, Command, FulfilmentEvent> SOLD =
            NOTHING.reading(new SoldContract(CONTRACT, "kim", null));
    private static final Scenario<Fulfilment, Command, FulfilmentEvent> OPEN = NOTHING.given(OPENED);
    private static final Scenario<Fulfilment, Command, FulfilmentEvent> READY = OPEN.given(
            TERMS,
            new SupplyArranged(CONTRACT, 1, Supply.PRODUCTION, AGREED),
            new SupplyArranged(CONTRACT, 2, Supply.PURCHASE, AGREED),
            new LineSupplied(CONTRACT, 1, TODAY),
            new LineSupplied(CONTRACT, 2, TODAY));
    private static final GoodsShipped FIRST = shipped("DN 1", quantity(1, "2"));
    private static final GoodsShipped SECOND = shipped("DN 2", quantity(1, "1"), quantity(2, "1"));
    private static final Scenario<Fulfilment, Command, FulfilmentEvent> DELIVERED = READY.given(
            FIRST,
            SECOND,
            new GoodsArrived(CONTRACT, "DN 1", TODAY),
            new GoodsArrived(CONTRACT, "DN 2", TODAY),
            new GoodsDelivered(CONTRACT, AGREED, TODAY));
    private static final InstallationCompleted INSTALLED = new InstallationCompleted(CONTRACT, TODAY, "bolted", "max");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-150: a confirmed order is fulfilled as it was ordered; without an order somebody says what there is")
    void is_opened_for_what_was_ordered() {
        NOTHING.when(new FulfilOrder(CONTRACT, "kim", LINES, AGREED)).then(OPENED);
        SOLD.when(new OpenFulfilment(CONTRACT, LINES, AGREED)).then(OPENED);
        NOTHING.when(new OpenFulfilment(CONTRACT, LINES, null)).thenRefused(CONTRACT_UNKNOWN, "/contractId");
        SOLD.when(new OpenFulfilment(CONTRACT, List.of(), null)).thenRefused(LINES_MISSING, "/lines");
        SOLD.when(new OpenFulfilment(CONTRACT, LINES, TODAY.plusYears(6)))
                .thenRefused(DAY_IMPLAUSIBLE, "/requestedFor");
        SOLD.when(new OpenFulfilment(CONTRACT, List.of(line(" ", "1")), null))
                .thenRefused(TEXT_MISSING, "/lines/0/item");
        Stream.of("0", "-1", "1000000001", "0.0000001")
                .forEach(odd -> SOLD.when(new OpenFulfilment(CONTRACT, List.of(line("press", odd)), null))
                        .thenRefused(QUANTITY_IMPLAUSIBLE, "/lines/0/quantity"));
    }

    @Test
    @DisplayName("R-150: each line is produced, bought or taken from stock, and then ready")
    void lines_are_supplied() {
        OPEN.when(new MarkSupplied(1, null))
                .thenRefused(LINE_NOT_ARRANGED, "/line")
                .when(new ArrangeSupply(1, Supply.PRODUCTION, AGREED))
                .then(new SupplyArranged(CONTRACT, 1, Supply.PRODUCTION, AGREED))
                .when(new ArrangeSupply(1, Supply.PRODUCTION, AGREED))
                .thenNothing()
                .when(new ArrangeSupply(1, Supply.PURCHASE, AGREED))
                .then(new SupplyArranged(CONTRACT, 1, Supply.PURCHASE, AGREED))
                .when(new MarkSupplied(1, null))
                .then(new LineSupplied(CONTRACT, 1, TODAY))
                .when(new MarkSupplied(1, TODAY))
                .thenNothing()
                .when(new MarkSupplied(1, TODAY.minusDays(1)))
                .thenRefused(LINE_SUPPLIED, "/line")
                .when(new ArrangeSupply(1, Supply.STOCK, AGREED))
                .thenRefused(LINE_SUPPLIED, "/line");
        Stream.of(0, 3, -1, Integer.MAX_VALUE).forEach(number -> {
            OPEN.when(new ArrangeSupply(number, Supply.STOCK, AGREED)).thenRefused(LINE_UNKNOWN, "/line");
            OPEN.when(new MarkSupplied(number, null)).thenRefused(LINE_UNKNOWN, "/line");
        });
        OPEN.when(new ArrangeSupply(1, Supply.STOCK, TODAY.minusDays(1))).thenRefused(DAY_IN_PAST, "/readyBy");
        READY.given(FIRST).when(new MarkSupplied(1, TODAY.plusDays(1))).thenRefused(LINE_SUPPLIED, "/line");
        OPEN.given(new SupplyArranged(CONTRACT, 1, Supply.STOCK, AGREED))
                .when(new MarkSupplied(1, TODAY.plusDays(1)))
                .thenRefused(DAY_IN_FUTURE, "/on");
    }

    @Test
    @DisplayName("R-155: time, manner and form are agreed with the customer before anything is shipped")
    void terms_are_agreed_first() {
        var ship = new ShipGoods("DN 1", null, List.of(quantity(1, "2")));
        OPEN.given(new SupplyArranged(CONTRACT, 1, Supply.STOCK, AGREED), new LineSupplied(CONTRACT, 1, TODAY))
                .when(ship)
                .thenRefused(TERMS_NOT_AGREED);
        OPEN.when(agree(AGREED, "crates", "Gate 4"))
                .digest("agreedWith", "hash-1")
                .then(TERMS)
                .when(agree(AGREED, "crates", "Gate 4"))
                .digest("agreedWith", "hash-1")
                .thenNothing()
                .when(agree(AGREED.plusDays(7), "crates", "Gate 4"))
                .digest("agreedWith", "hash-1")
                .then(terms(AGREED.plusDays(7), true));
        OPEN.when(agree(TODAY.minusDays(1), "crates", "Gate 4")).thenRefused(DAY_IN_PAST, "/on");
        OPEN.when(agree(AGREED, " ", "Gate 4")).thenRefused(TEXT_MISSING, "/form");
        OPEN.when(agree(AGREED, "crates", " ")).thenRefused(TEXT_MISSING, "/place");
        DELIVERED.when(agree(AGREED.plusDays(7), "crates", "Gate 4")).thenRefused(GOODS_DELIVERED);
    }

    @Test
    @DisplayName("Decision 30: nothing is shipped before the delivery team has accepted the handover")
    void the_handover_comes_first() {
        READY.when(new ShipGoods("DN 1", null, List.of(quantity(1, "2"))))
                .reading(new HandedOver(false))
                .thenRefused(HANDOVER_NOT_ACCEPTED);
    }

    @Test
    @DisplayName(
            "G15, decision 30: nothing is shipped while the advance is missed and the process of the contract holds"
                    + " the work")
    void a_missed_advance_holds_the_goods() {
        var ship = new ShipGoods("DN 1", null, List.of(quantity(1, "2")));
        READY.when(ship).reading(new OnHold(true)).thenRefused(ADVANCE_MISSED);
        READY.when(ship).reading(new OnHold(false)).then(FIRST);
    }

    @Test
    @DisplayName("R-150: goods are shipped in several parts, never more than was ordered, and arrive")
    void goods_are_shipped_in_parts() {
        READY.when(new ShipGoods("DN 1", null, List.of(quantity(1, "2"))))
                .then(FIRST)
                .when(new ShipGoods("DN 1", TODAY, List.of(quantity(1, "2"))))
                .thenNothing()
                .when(new ShipGoods(" dn 1", null, List.of(quantity(1, "1"))))
                .thenRefused(SHIPMENT_KNOWN, "/reference")
                .when(new ShipGoods("DN 2", null, List.of(quantity(1, "1.5"))))
                .thenRefused(MORE_THAN_ORDERED, "/quantities/0/quantity")
                .when(new ShipGoods("DN 2", null, List.of(quantity(1, "1"), quantity(2, "1"))))
                .then(SECOND)
                .when(new RecordArrival("dn 1", null))
                .then(new GoodsArrived(CONTRACT, "DN 1", TODAY))
                .when(new RecordArrival("DN 1", TODAY))
                .thenNothing()
                .when(new RecordArrival("DN 1", TODAY.minusDays(1)))
                .thenRefused(SHIPMENT_ARRIVED)
                .when(new RecordArrival("DN 2", null))
                .then(new GoodsArrived(CONTRACT, "DN 2", TODAY), new GoodsDelivered(CONTRACT, AGREED, TODAY))
                .when(new ShipGoods("DN 3", null, List.of(quantity(1, "1"))))
                .thenRefused(GOODS_DELIVERED);
        var early = new ShipGoods("DN 1", TODAY.minusDays(1), List.of(quantity(1, "2")));
        READY.when(early).thenRefused(SHIPPED_BEFORE_READY, "/on");
        READY.when(new ShipGoods(" ", null, List.of(quantity(1, "2")))).thenRefused(TEXT_MISSING, "/reference");
        READY.when(new ShipGoods("DN 1", null, List.of())).thenRefused(LINES_MISSING, "/quantities");
        READY.when(new ShipGoods("DN 1", null, List.of(quantity(3, "1"))))
                .thenRefused(LINE_UNKNOWN, "/quantities/0/line");
        READY.when(new ShipGoods("DN 1", null, List.of(quantity(1, "1"), quantity(1, "1"))))
                .thenRefused(LINE_TWICE, "/quantities/1/line");
        READY.when(new ShipGoods("DN 1", null, List.of(quantity(1, "0"))))
                .thenRefused(QUANTITY_IMPLAUSIBLE, "/quantities/0/quantity");
        OPEN.given(TERMS)
                .when(new ShipGoods("DN 1", null, List.of(quantity(1, "1"))))
                .thenRefused(LINE_NOT_SUPPLIED, "/quantities/0/line");
        READY.given(FIRST).when(new RecordArrival("DN 9", null)).thenRefused(SHIPMENT_UNKNOWN, "/reference");
        READY.given(FIRST)
                .when(new RecordArrival("DN 1", TODAY.minusDays(1)))
                .thenRefused(ARRIVED_BEFORE_SHIPPED, "/on");
    }

    @Test
    @DisplayName("R-155: a delivery that is not complete on the agreed day is overdue, once, and anew for another day")
    void punctuality_is_tracked() {
        var late = new DeliveryOverdue(CONTRACT, AGREED, "kim");
        READY.when(new MarkDeliveryOverdue(AGREED)).on(AGREED).thenNothing();
        var overdue = READY.given(FIRST, new GoodsArrived(CONTRACT, "DN 1", TODAY))
                .when(new MarkDeliveryOverdue(AGREED))
                .on(AGREED.plusDays(1))
                .then(late)
                .when(new MarkDeliveryOverdue(AGREED))
                .on(AGREED.plusDays(2))
                .thenNothing();
        assertThat(View.of(overdue.state()).overdue()).isTrue();
        assertThat(dues(overdue)).isEmpty();
        assertThat(dues(OPEN)).isEmpty();
        assertThat(dues(READY)).containsExactly(due(AGREED));
        assertThat(dues(overdue.given(terms(AGREED.plusDays(7), true)))).containsExactly(due(AGREED.plusDays(7)));
        assertThat(dues(DELIVERED)).isEmpty();
        DELIVERED.when(new MarkDeliveryOverdue(AGREED)).on(AGREED.plusDays(1)).thenNothing();
    }

    @Test
    @DisplayName("R-156: what has arrived is installed and put into operation, where that was agreed")
    void is_installed_and_put_into_operation() {
        DELIVERED
                .when(new RecordCommissioning(null, "runs"))
                .thenRefused(NOT_INSTALLED)
                .when(new RecordInstallation(TODAY.minusDays(1), "bolted"))
                .thenRefused(INSTALLED_BEFORE_ARRIVED, "/on")
                .when(new RecordInstallation(null, " "))
                .thenRefused(TEXT_MISSING, "/work")
                .when(new RecordInstallation(null, "bolted"))
                .byMember("max")
                .then(INSTALLED)
                .when(new RecordInstallation(TODAY, "bolted"))
                .thenNothing()
                .when(new RecordInstallation(TODAY, "welded"))
                .thenRefused(ALREADY_INSTALLED)
                .when(new RecordCommissioning(TODAY.minusDays(1), "runs"))
                .thenRefused(COMMISSIONED_BEFORE_INSTALLED, "/on")
                .when(new RecordCommissioning(null, "runs"))
                .byMember("max")
                .then(new CommissioningCompleted(CONTRACT, TODAY, "runs", "max"))
                .when(new RecordCommissioning(null, "runs"))
                .thenNothing()
                .when(new RecordCommissioning(null, "runs well"))
                .thenRefused(ALREADY_COMMISSIONED);
        READY.given(FIRST).when(new RecordInstallation(null, "bolted")).thenRefused(GOODS_NOT_DELIVERED);
        OPEN.given(
                        terms(AGREED, false),
                        new SupplyArranged(CONTRACT, 1, Supply.STOCK, AGREED),
                        new SupplyArranged(CONTRACT, 2, Supply.STOCK, AGREED),
                        FIRST,
                        SECOND,
                        new GoodsArrived(CONTRACT, "DN 1", TODAY),
                        new GoodsArrived(CONTRACT, "DN 2", TODAY))
                .when(new RecordInstallation(null, "bolted"))
                .thenRefused(NO_INSTALLATION_AGREED);
    }

    @Test
    void shows_where_it_stands() {
        assertThat(Stream.of(
                                OPEN,
                                READY.given(FIRST),
                                DELIVERED,
                                DELIVERED.given(INSTALLED),
                                DELIVERED.given(INSTALLED, new CommissioningCompleted(CONTRACT, TODAY, "runs", "max")))
                        .map(scenario -> View.of(scenario.state()).status()))
                .containsExactly("OPENED", "SHIPPING", "DELIVERED", "INSTALLED", "IN_OPERATION");
        var view = View.of(READY.state());
        assertThat(view.terms()).isEqualTo(new AgreedTerms(AGREED, Manner.CARRIER, "crates", "Gate 4", "Ms Hu", true));
        assertThat(view.lines())
                .containsExactly(
                        new Part("press", new BigDecimal("3"), Supply.PRODUCTION, AGREED, TODAY),
                        new Part("crane", new BigDecimal("1"), Supply.PURCHASE, AGREED, TODAY));
        assertThat(FULFILMENT.ownerOf(OPEN.state())).isEqualTo("kim");
    }

    private static Line line(String item, String quantity) {
        return new Line(item, new BigDecimal(quantity));
    }

    private static Quantity quantity(int line, String quantity) {
        return new Quantity(line, new BigDecimal(quantity));
    }

    private static GoodsShipped shipped(String reference, Quantity... quantities) {
        return new GoodsShipped(CONTRACT, reference, TODAY, List.of(quantities));
    }

    private static AgreeDeliveryTerms agree(LocalDate on, String form, String place) {
        return new AgreeDeliveryTerms(on, Manner.CARRIER, form, place, "Ms Hu", true);
    }

    private static DeliveryTermsAgreed terms(LocalDate on, boolean installation) {
        return new DeliveryTermsAgreed(
                CONTRACT, on, Manner.CARRIER, "crates", "Gate 4", "Ms Hu", installation, "hash-1");
    }

    private static List<DueDate> dues(Scenario<Fulfilment, Command, FulfilmentEvent> scenario) {
        return List.copyOf(DELIVERY_DUE.dates().apply(scenario.state()));
    }

    private static DueDate due(LocalDate day) {
        return DueDate.endOf(day, new MarkDeliveryOverdue(day)).ownedBy("kim");
    }
}
