package io.milepost.reporting.read.funnel;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.QUALIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.VALUE_UPDATED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WITHDRAWN;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WON;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opportunity events to deals, and a deal to what it counts for. Cells are split by owner; team and region are looked up
 * when a report is read.
 */
public final class FunnelProjection implements Projection<Deal> {
    private final ZoneId zone;

    public FunnelProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public String source() {
        return OpportunityFacts.SOURCE;
    }

    @Override
    public Class<Deal> view() {
        return Deal.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(IDENTIFIED, QUALIFIED, REJECTED, VALUE_UPDATED, LOST, WITHDRAWN, WON);
    }

    @Override
    public Deal apply(@Nullable Deal before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(IDENTIFIED)) {
            var identified = event.as(OpportunityFacts.Identified.class);
            return new Deal(identified.owner(), Stage.IDENTIFIED, false, identified.expectedValue(), null, day);
        }
        Deal deal = known(before, event);
        return switch (event.type()) {
            case QUALIFIED -> deal.to(Stage.QUALIFIED, day);
            case REJECTED -> deal.to(Stage.REJECTED, day);
            case VALUE_UPDATED ->
                deal.worth(event.as(OpportunityFacts.ValueUpdated.class).expectedValue(), day);
            case LOST ->
                deal.closed(Stage.LOST, event.as(OpportunityFacts.Closed.class).closedOn());
            case WITHDRAWN ->
                deal.closed(
                        Stage.WITHDRAWN, event.as(OpportunityFacts.Closed.class).closedOn());
            case WON -> {
                var won = event.as(OpportunityFacts.Won.class);
                yield deal.worth(won.value(), deal.day()).closed(Stage.WON, won.closedOn());
            }
            default -> throw new IllegalArgumentException("not a type of the funnel: " + event.type());
        };
    }

    /** An event about what was never identified means that records are missing; counting on would hide it. */
    private static Deal known(@Nullable Deal deal, Inbound event) {
        if (deal == null) {
            throw new IllegalStateException("%s at position %d is of an opportunity that was never identified"
                    .formatted(event.type(), event.position()));
        }
        return deal;
    }

    @Override
    public Map<Slot, Long> contributions(Deal deal) {
        return Bucket.of(deal).slots(deal);
    }
}
