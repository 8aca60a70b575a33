package io.milepost.reporting.read.movement;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.read.cells.Amounts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import io.milepost.reporting.read.funnel.FunnelProjection;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opportunity events to deals by the funnel's rules, and a deal to its open value and to each change that it made to it.
 * Both are booked by the same event in one cell, so levels and bars fit together at every moment.
 *
 * <p>Layout of a cell: {@code OPEN/USD/n} and {@code OPEN/USD/v}, the number and value of open deals, and one entry for
 * each change, {@code bar/currency/deal/position/minor}, whose amount is 1.
 */
public final class MovementProjection implements Projection<MovingDeal> {
    /** With the number of its shape, which follows the funnel's (ADR 0018). */
    static final String NAME = "movement-2";

    static final String OPEN = "OPEN";

    private final FunnelProjection funnel;

    public MovementProjection(ZoneId zone) {
        funnel = new FunnelProjection(zone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String source() {
        return funnel.source();
    }

    @Override
    public Class<MovingDeal> view() {
        return MovingDeal.class;
    }

    @Override
    public Set<String> types() {
        return funnel.types();
    }

    @Override
    public MovingDeal apply(@Nullable MovingDeal before, Inbound event) {
        var after = funnel.apply(before == null ? null : before.deal(), event);
        return MovingDeal.of(before, event.subject(), after, event.position());
    }

    @Override
    public Map<Slot, Long> contributions(MovingDeal moving) {
        String owner = moving.deal().owner();
        Map<Slot, Long> slots = new HashMap<>();
        Money value = moving.deal().value();
        if (value != null && moving.deal().stage().open()) {
            String open = OPEN + "/" + value.currency().getCurrencyCode();
            slots.put(new Slot(owner, open + "/n"), 1L);
            slots.put(new Slot(owner, open + "/v"), Amounts.minor(value));
        }
        for (Change change : moving.changes()) {
            String path = "%s/%s/%s/%d/%d"
                    .formatted(change.bar(), change.currency(), moving.id(), change.position(), change.minor());
            slots.put(new Slot(owner, path), 1L);
        }
        return slots;
    }
}
