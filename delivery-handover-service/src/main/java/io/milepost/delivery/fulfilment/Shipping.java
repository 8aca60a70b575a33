package io.milepost.delivery.fulfilment;

import static io.milepost.delivery.fulfilment.Fulfilment.No.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.delivery.fulfilment.Goods.Shipment;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goods on their way, in as many shipments as it takes, and what is done with them at the customer's. */
final class Shipping {
    private Shipping() {}

    static Decision<FulfilmentEvent> ship(Fulfilment fulfilment, ShipGoods ship, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(ship.on(), today);
        var known = fulfilment.goods().shipment(ship.reference());
        if (known.filter(shipment ->
                        shipment.shippedOn().equals(on) && shipment.quantities().equals(ship.quantities()))
                .isPresent()) {
            return unchanged();
        }
        var checks = check().text("/reference", ship.reference())
                .that(known.isEmpty(), "/reference", SHIPMENT_KNOWN)
                .that(!fulfilment.goods().haveArrived(), GOODS_DELIVERED)
                .that(HandedOver.isSo(occasion), HANDOVER_NOT_ACCEPTED)
                .that(!OnHold.isSo(occasion), ADVANCE_MISSED)
                .that(!Suspension.stands(occasion), DELIVERY_SUSPENDED)
                .that(fulfilment.terms() != null, TERMS_NOT_AGREED)
                .notAfter("/on", on, today)
                .within(NEAR, "/on", on, today)
                .that(!ship.quantities().isEmpty(), "/quantities", LINES_MISSING);
        return shippable(checks, fulfilment.goods(), ship.quantities(), on)
                .accept(() ->
                        new GoodsShipped(fulfilment.opened().contractId(), ship.reference(), on, ship.quantities()));
    }

    private static Checks shippable(Checks checks, Goods goods, List<Quantity> quantities, LocalDate on) {
        var all = checks;
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < quantities.size(); i++) {
            var at = "/quantities/%d/".formatted(i);
            var quantity = quantities.get(i);
            var line = goods.line(quantity.line());
            all = all.that(line.isPresent(), at + "line", LINE_UNKNOWN)
                    .that(numbers.add(quantity.line()), at + "line", LINE_TWICE)
                    .that(line.isEmpty() || line.get().suppliedOn() != null, at + "line", LINE_NOT_SUPPLIED)
                    .that(line.isEmpty() || !isBefore(on, line.get().suppliedOn()), "/on", SHIPPED_BEFORE_READY)
                    .that(Fulfilment.isPlausible(quantity.quantity()), at + "quantity", QUANTITY_IMPLAUSIBLE)
                    .that(
                            line.isEmpty() || quantity.quantity().compareTo(goods.left(quantity.line())) <= 0,
                            at + "quantity",
                            MORE_THAN_ORDERED);
        }
        return all;
    }

    private static boolean isBefore(LocalDate on, @Nullable LocalDate readyOn) {
        return readyOn != null && on.isBefore(readyOn);
    }

    /** The last arrival is that of the whole. */
    static Decision<FulfilmentEvent> arrive(Fulfilment fulfilment, RecordArrival arrive, LocalDate today) {
        return fulfilment
                .goods()
                .shipment(arrive.reference())
                .map(shipment -> arrive(fulfilment, shipment, arrive, today))
                .orElseGet(() -> refusedAt("/reference", SHIPMENT_UNKNOWN));
    }

    private static Decision<FulfilmentEvent> arrive(
            Fulfilment fulfilment, Shipment shipment, RecordArrival arrive, LocalDate today) {
        if (shipment.arrivedOn() != null) {
            return arrive.on() == null || arrive.on().equals(shipment.arrivedOn())
                    ? unchanged()
                    : refused(SHIPMENT_ARRIVED);
        }
        var on = Objects.requireNonNullElse(arrive.on(), today);
        var contract = fulfilment.opened().contractId();
        var arrived = new GoodsArrived(contract, shipment.reference(), on);
        var goods = fulfilment.goods().with(arrived);
        var terms = Objects.requireNonNull(fulfilment.terms());
        return check().notAfter("/on", on, today)
                .within(NEAR, "/on", on, today)
                .that(!on.isBefore(shipment.shippedOn()), "/on", ARRIVED_BEFORE_SHIPPED)
                .then(() -> goods.haveArrived()
                        ? accepted(List.of(
                                arrived,
                                new GoodsDelivered(
                                        contract, terms.on(), goods.arrivedOn().orElseThrow())))
                        : accepted(arrived));
    }

    static Decision<FulfilmentEvent> install(Fulfilment fulfilment, RecordInstallation install, Occasion occasion) {
        var today = occasion.today();
        var done = fulfilment.installation();
        if (done != null) {
            return (install.on() == null || install.on().equals(done.on()))
                            && install.work().equals(done.work())
                    ? unchanged()
                    : refused(ALREADY_INSTALLED);
        }
        var on = Objects.requireNonNullElse(install.on(), today);
        var arrivedOn = fulfilment.goods().arrivedOn();
        return check().that(!Suspension.stands(occasion), DELIVERY_SUSPENDED)
                .that(fulfilment.goods().haveArrived(), GOODS_NOT_DELIVERED)
                .that(fulfilment.terms() != null && fulfilment.terms().installation(), NO_INSTALLATION_AGREED)
                .text("/work", install.work())
                .notAfter("/on", on, today)
                .that(arrivedOn.isEmpty() || !on.isBefore(arrivedOn.get()), "/on", INSTALLED_BEFORE_ARRIVED)
                .accept(() -> new InstallationCompleted(
                        fulfilment.opened().contractId(),
                        on,
                        install.work(),
                        occasion.who().name()));
    }

    static Decision<FulfilmentEvent> commission(
            Fulfilment fulfilment, RecordCommissioning commission, Occasion occasion) {
        var today = occasion.today();
        var done = fulfilment.commissioning();
        if (done != null) {
            return (commission.on() == null || commission.on().equals(done.on()))
                            && commission.result().equals(done.result())
                    ? unchanged()
                    : refused(ALREADY_COMMISSIONED);
        }
        var installed = fulfilment.installation();
        var on = Objects.requireNonNullElse(commission.on(), today);
        return check().that(!Suspension.stands(occasion), DELIVERY_SUSPENDED)
                .that(installed != null, NOT_INSTALLED)
                .text("/result", commission.result())
                .notAfter("/on", on, today)
                .that(installed == null || !on.isBefore(installed.on()), "/on", COMMISSIONED_BEFORE_INSTALLED)
                .accept(() -> new CommissioningCompleted(
                        fulfilment.opened().contractId(),
                        on,
                        commission.result(),
                        occasion.who().name()));
    }
}
