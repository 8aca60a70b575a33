package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WITHDRAWN;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WON;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.read.funnel.FunnelProjection;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opportunity events to opportunities, by the rules of the funnel. */
final class OpportunityFold implements Fold<Opportunity> {
    private final FunnelProjection funnel;

    OpportunityFold(ZoneId zone) {
        this.funnel = new FunnelProjection(zone);
    }

    @Override
    public String source() {
        return funnel.source();
    }

    @Override
    public Class<Opportunity> view() {
        return Opportunity.class;
    }

    @Override
    public Set<String> types() {
        return funnel.types();
    }

    @Override
    public LocalDate day(Opportunity view) {
        return view.deal().day();
    }

    @Override
    public Opportunity apply(@Nullable Opportunity before, Inbound event) {
        var deal = funnel.apply(before == null ? null : before.deal(), event);
        if (before == null || event.type().equals(IDENTIFIED)) {
            var about = event.as(OpportunityFacts.Described.class);
            return new Opportunity(
                    deal,
                    about.name(),
                    about.product(),
                    about.accountId(),
                    about.expectedCloseOn(),
                    about.template(),
                    null,
                    null,
                    deal.day());
        }
        var now = before.becomes(deal);
        return switch (event.type()) {
            case LOST, WITHDRAWN ->
                now.closed(
                        event.as(OpportunityFacts.Ended.class).reason(),
                        event.as(OpportunityFacts.Closed.class).closedOn());
            case WON -> now.closed(null, event.as(OpportunityFacts.Won.class).closedOn());
            default -> now;
        };
    }
}
