package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.ACCOUNT_ASSIGNED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.AUTHORIZED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.CLOSE_EXPECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.OWNER_CHANGED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.PRODUCT_CHANGED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.QUALIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REOPENED;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opportunity events to deals. What is of any of the {@link #TYPES} is heard, also what changes no figure: a later fact counts from then. */
final class DealRules {
    static final Set<String> TYPES = Set.of(
            IDENTIFIED,
            QUALIFIED,
            AUTHORIZED,
            REJECTED,
            VALUE_UPDATED,
            LOST,
            WITHDRAWN,
            WON,
            REOPENED,
            STAGE_ENTERED,
            STAGE_SUCCEEDED,
            STAGE_ADVANCED,
            STAGE_ADVANCE_REJECTED,
            STAGE_REGRESSED,
            WIN_PROBABILITY_CHANGED,
            OWNER_CHANGED,
            PRODUCT_CHANGED,
            ACCOUNT_ASSIGNED,
            CLOSE_EXPECTED);

    private DealRules() {}

    static Deal apply(@Nullable Deal before, Inbound event, ZoneId zone) {
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
            // Authorised deals are qualified ones whose project was approved; reports do not tell them apart.
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
            case REOPENED -> deal.to(deal.qualified() ? Stage.QUALIFIED : Stage.IDENTIFIED, day);
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
            case OWNER_CHANGED ->
                deal.ownedBy(event.as(OpportunityFacts.OwnerChanged.class).owner(), day);
            case STAGE_ADVANCE_REJECTED, PRODUCT_CHANGED, ACCOUNT_ASSIGNED, CLOSE_EXPECTED -> deal.known(day);
            default -> throw new IllegalArgumentException("not of a deal: " + event.type());
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
}
