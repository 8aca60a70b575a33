package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WITHDRAWN;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WON;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opportunity events to opportunities, by the rules for deals.
 *
 * @param zone in which a time is of a day
 */
record OpportunityFold(ZoneId zone) implements Fold<Opportunity> {

    @Override
    public String source() {
        return OpportunityFacts.SOURCE;
    }

    @Override
    public Class<Opportunity> view() {
        return Opportunity.class;
    }

    @Override
    public Set<String> types() {
        return DealRules.TYPES;
    }

    @Override
    public LocalDate day(Opportunity view) {
        return view.deal().day();
    }

    @Override
    public String rules() {
        return "3";
    }

    @Override
    public Opportunity apply(@Nullable Opportunity before, Inbound event) {
        var deal = DealRules.apply(before == null ? null : before.deal(), event, zone);
        return known(before, Walk.after(before == null ? null : before.walk(), deal, event), event)
                .moved(before);
    }

    private static Opportunity known(@Nullable Opportunity before, Walk walk, Inbound event) {
        if (before == null || event.type().equals(IDENTIFIED)) {
            var about = event.as(OpportunityFacts.Described.class);
            return new Opportunity(
                    walk,
                    about.name(),
                    about.product(),
                    about.accountId(),
                    about.expectedCloseOn(),
                    about.template(),
                    null,
                    null,
                    walk.day(),
                    List.of());
        }
        var now = before.becomes(walk);
        return switch (event.type()) {
            case LOST, WITHDRAWN ->
                now.closed(
                        event.as(OpportunityFacts.Ended.class).reason(),
                        event.as(OpportunityFacts.Closed.class).closedOn());
            case WON -> now.closed(null, event.as(OpportunityFacts.Won.class).closedOn());
            case REJECTED -> now.closed(event.as(OpportunityFacts.Ended.class).reason(), null);
            default -> now;
        };
    }
}
