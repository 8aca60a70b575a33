package io.milepost.reporting.read.stages;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import io.milepost.reporting.read.funnel.FunnelProjection;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opportunity events to deals by the funnel's rules, and a deal to its way through the stages. Cells are split by owner;
 * {@link Counted} is their layout.
 */
public final class StagesProjection implements Projection<Walk> {
    static final String NAME = "stages";

    private final FunnelProjection funnel;

    public StagesProjection(ZoneId zone) {
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
    public Class<Walk> view() {
        return Walk.class;
    }

    @Override
    public Set<String> types() {
        return funnel.types();
    }

    @Override
    public Walk apply(@Nullable Walk before, Inbound event) {
        return Walk.after(before, funnel.apply(before == null ? null : before.deal(), event), event);
    }

    @Override
    public Map<Slot, Long> contributions(Walk walk) {
        Map<Slot, Long> slots = new HashMap<>();
        Counted.paths(walk).forEach(path -> slots.merge(new Slot(walk.deal().owner(), path), 1L, Math::addExact));
        return slots;
    }
}
