package io.milepost.reporting.read.mart.milestones;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.OWNER_CHANGED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REOPENED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WITHDRAWN;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WON;
import static io.milepost.reporting.inbound.opportunity.SalesMilestoneFacts.PLANNED;
import static io.milepost.reporting.inbound.opportunity.SalesMilestoneFacts.REACHED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.inbound.opportunity.SalesMilestoneFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity's events to the plan of its sale.
 *
 * @param zone in which a time is of a day
 */
record SalesMilestones(ZoneId zone) implements Fold<Plan> {

    @Override
    public String source() {
        return SalesMilestoneFacts.SOURCE;
    }

    @Override
    public Class<Plan> view() {
        return Plan.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(IDENTIFIED, PLANNED, REACHED, REJECTED, LOST, WITHDRAWN, WON, REOPENED, OWNER_CHANGED);
    }

    @Override
    public LocalDate day(Plan view) {
        return view.day();
    }

    @Override
    public String rules() {
        return "2";
    }

    @Override
    public Plan apply(@Nullable Plan before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(IDENTIFIED)) {
            return Plan.of(event.as(OpportunityFacts.Identified.class).owner(), day);
        }
        if (before == null) {
            throw new IllegalStateException("%s at position %d is of an opportunity that was never identified"
                    .formatted(event.type(), event.position()));
        }
        return switch (event.type()) {
            case PLANNED -> {
                Plan plan = before;
                for (var milestone : event.as(SalesMilestoneFacts.Planned.class).milestones()) {
                    plan = plan.planned(milestone.stage(), milestone.milestone(), milestone.plannedOn(), day);
                }
                yield plan;
            }
            case REACHED -> {
                var reached = event.as(SalesMilestoneFacts.Reached.class);
                yield before.reached(reached.stage(), reached.milestone(), reached.on());
            }
            case REJECTED -> before.ended(day);
            case REOPENED -> before.reopened(day);
            case OWNER_CHANGED ->
                before.ownedBy(event.as(OpportunityFacts.OwnerChanged.class).owner(), day);
            case LOST, WITHDRAWN, WON ->
                before.ended(event.as(OpportunityFacts.Closed.class).closedOn());
            default -> throw new IllegalArgumentException("not of a plan: " + event.type());
        };
    }
}
