package io.milepost.delivery.fulfilment;

import static io.milepost.delivery.fulfilment.Fulfilment.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;

/** What comes before a shipment: production or purchase of each line, and what is agreed with the customer. */
final class Supplying {
    private Supplying() {}

    static Decision<FulfilmentEvent> arrange(Fulfilment fulfilment, ArrangeSupply arrange, LocalDate today) {
        var line = fulfilment.goods().line(arrange.line());
        var so = line.filter(
                part -> part.supply() == arrange.supply() && arrange.readyBy().equals(part.readyBy()));
        if (so.isPresent()) {
            return unchanged();
        }
        return known(fulfilment, arrange.line())
                .that(line.isEmpty() || line.get().suppliedOn() == null, "/line", LINE_SUPPLIED)
                .that(!arrange.readyBy().isBefore(today), "/readyBy", DAY_IN_PAST)
                .within(NEAR, "/readyBy", arrange.readyBy(), today)
                .accept(() -> new SupplyArranged(
                        fulfilment.opened().contractId(), arrange.line(), arrange.supply(), arrange.readyBy()));
    }

    static Decision<FulfilmentEvent> supplied(Fulfilment fulfilment, MarkSupplied supplied, LocalDate today) {
        var line = fulfilment.goods().line(supplied.line());
        var before = line.map(Goods.Part::suppliedOn);
        if (before.isPresent() && (supplied.on() == null || supplied.on().equals(before.get()))) {
            return unchanged();
        }
        var on = Objects.requireNonNullElse(supplied.on(), today);
        return known(fulfilment, supplied.line())
                .that(before.isEmpty(), "/line", LINE_SUPPLIED)
                .that(line.isEmpty() || line.get().supply() != null, "/line", LINE_NOT_ARRANGED)
                .notAfter("/on", on, today)
                .within(NEAR, "/on", on, today)
                .accept(() -> new LineSupplied(fulfilment.opened().contractId(), supplied.line(), on));
    }

    static Decision<FulfilmentEvent> agree(Fulfilment fulfilment, AgreeDeliveryTerms agree, Occasion occasion) {
        var agreed = new DeliveryTermsAgreed(
                fulfilment.opened().contractId(),
                agree.on(),
                agree.manner(),
                agree.form(),
                agree.place(),
                agree.agreedWith(),
                agree.installation(),
                occasion.digest("agreedWith").orElse(null));
        if (fulfilment.terms() != null && fulfilment.terms().isSame(agreed)) {
            return unchanged();
        }
        return fulfilment
                .underWay()
                .that(!agree.on().isBefore(occasion.today()), "/on", DAY_IN_PAST)
                .within(NEAR, "/on", agree.on(), occasion.today())
                .text("/form", agree.form())
                .text("/place", agree.place())
                .text("/agreedWith", agree.agreedWith())
                .accept(() -> agreed);
    }

    private static Checks known(Fulfilment fulfilment, int line) {
        return fulfilment.underWay().that(fulfilment.goods().line(line).isPresent(), "/line", LINE_UNKNOWN);
    }
}
