package io.milepost.reporting.read.funnel;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.AUTHORIZED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.QUALIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_ADVANCED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_ADVANCE_REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_ENTERED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_REGRESSED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_SUCCEEDED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.VALUE_UPDATED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WIN_PROBABILITY_CHANGED;
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
 *
 * <p>Every report over deals folds them by these rules and takes all of these events, also those that change none of its
 * numbers: so all of them book a deal's story on the same days, and their numbers agree on each.
 */
public final class FunnelProjection implements Projection<Deal> {
    /** The number is that of its shape: a projection whose rules or cells change is built anew under another name (ADR 0018). */
    static final String NAME = "funnel-2";

    private final ZoneId zone;

    public FunnelProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
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
        return Set.of(
                IDENTIFIED,
                QUALIFIED,
                AUTHORIZED,
                REJECTED,
                VALUE_UPDATED,
                LOST,
                WITHDRAWN,
                WON,
                STAGE_ENTERED,
                STAGE_SUCCEEDED,
                STAGE_ADVANCED,
                STAGE_ADVANCE_REJECTED,
                STAGE_REGRESSED,
                WIN_PROBABILITY_CHANGED);
    }

    @Override
    public Deal apply(@Nullable Deal before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(IDENTIFIED)) {
            var identified = event.as(OpportunityFacts.Identified.class);
            var stages = identified.stages();
            return Deal.identified(
                    identified.owner(), identified.expectedValue(), stages == null ? null : stages.size(), day);
        }
        Deal deal = known(before, event);
        return switch (event.type()) {
            case QUALIFIED -> deal.to(Stage.QUALIFIED, day);
            // Authorised deals are qualified ones whose project was approved; the funnel does not tell them apart.
            case AUTHORIZED -> deal.stage() == Stage.IDENTIFIED ? deal.to(Stage.QUALIFIED, day) : deal.known(day);
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
            default -> staged(deal, event, day);
        };
    }

    private static Deal staged(Deal deal, Inbound event, LocalDate day) {
        return switch (event.type()) {
            case STAGE_ENTERED -> {
                var entered = event.as(OpportunityFacts.StageEntered.class);
                yield deal.in(SalesStage.entered(entered.stage()), entered.on());
            }
            case STAGE_ADVANCED, STAGE_REGRESSED ->
                deal.in(
                        SalesStage.nominal(
                                event.as(OpportunityFacts.StageMoved.class).to()),
                        day);
            // The last stage succeeds by the signature, which follows and states its own day.
            case STAGE_SUCCEEDED -> deal.isLastEntered() ? deal : deal.known(day);
            case WIN_PROBABILITY_CHANGED ->
                deal.isLastEntered()
                        ? deal
                        : deal.likely(
                                event.as(OpportunityFacts.WinProbability.class).probability(), day);
            case STAGE_ADVANCE_REJECTED -> deal.known(day);
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
