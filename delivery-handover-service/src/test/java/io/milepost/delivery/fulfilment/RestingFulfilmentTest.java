package io.milepost.delivery.fulfilment;

import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.FULFILMENT;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;

import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestingFulfilmentTest {
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Suspension RESTS = new Suspension(true);
    private static final Suspension GOES_ON = new Suspension(false);
    private static final List<Quantity> ALL = List.of(new Quantity(1, BigDecimal.ONE));

    @Test
    @DisplayName("R-150, R-156: nothing is shipped, installed or put into operation while the delivery rests")
    void nothing_is_shipped_or_installed() {
        var ready = Scenario.of(FULFILMENT)
                .reading(new HandedOver(true))
                .given(
                        new FulfilmentOpened(CONTRACT, "kim", List.of(new Line("press", BigDecimal.ONE)), null),
                        new DeliveryTermsAgreed(CONTRACT, TODAY, Manner.CARRIER, "crates", "Gate 4", null, true, null),
                        new SupplyArranged(CONTRACT, 1, Supply.STOCK, TODAY),
                        new LineSupplied(CONTRACT, 1, TODAY));
        var ship = new ShipGoods("DN 1", null, ALL);
        ready.when(ship).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        var shipped = ready.when(ship).reading(GOES_ON).then(new GoodsShipped(CONTRACT, "DN 1", TODAY, ALL));

        var there = shipped.when(new RecordArrival("DN 1", null))
                .then(new GoodsArrived(CONTRACT, "DN 1", TODAY), new GoodsDelivered(CONTRACT, TODAY, TODAY));

        var install = new RecordInstallation(null, "bolted");
        there.when(install).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        var installed = there.when(install)
                .byMember("eva")
                .reading(GOES_ON)
                .then(new InstallationCompleted(CONTRACT, TODAY, "bolted", "eva"));

        var commission = new RecordCommissioning(null, "runs");
        installed.when(commission).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        installed
                .when(commission)
                .byMember("eva")
                .reading(GOES_ON)
                .then(new CommissioningCompleted(CONTRACT, TODAY, "runs", "eva"));
    }
}
