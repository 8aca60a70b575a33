package io.milepost.reporting.read.stages;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_ADVANCE_REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_SUCCEEDED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WON;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import io.milepost.reporting.read.funnel.FunnelProjection;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
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
        if (before == null) {
            return new Walk(funnel.apply(null, event), List.of(), List.of());
        }
        var deal = funnel.apply(before.deal(), event);
        boolean atSignature = before.deal().isLastEntered();
        Walk walk = before.to(deal);
        return switch (event.type()) {
            case STAGE_SUCCEEDED -> atSignature ? walk : walk.succeeded();
            case WON -> atSignature ? walk.succeeded() : walk;
            case STAGE_ADVANCE_REJECTED -> {
                var rejected = event.as(OpportunityFacts.AdvanceRejected.class);
                yield walk.refused(rejected.stage(), rejected.missing());
            }
            default -> walk;
        };
    }

    @Override
    public Map<Slot, Long> contributions(Walk walk) {
        Map<Slot, Long> slots = new HashMap<>();
        Counted.paths(walk).forEach(path -> slots.merge(new Slot(walk.deal().owner(), path), 1L, Math::addExact));
        return slots;
    }
}
