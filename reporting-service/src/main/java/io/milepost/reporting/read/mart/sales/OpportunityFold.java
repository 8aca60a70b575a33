package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.ACCOUNT_ASSIGNED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.CLOSE_EXPECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.LOST;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.PRODUCT_CHANGED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.QUALIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.REOPENED;
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
        return "7";
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
            var source = about.source();
            return new Opportunity(
                    walk,
                    new About(
                            event.subject(),
                            about.name(),
                            about.product(),
                            about.accountId(),
                            about.expectedCloseOn(),
                            about.template(),
                            source == null ? null : source.channel(),
                            source == null ? null : source.campaign(),
                            about.leadId(),
                            walk.day()),
                    null,
                    walk.day(),
                    List.of());
        }
        var now = before.becomes(walk);
        return switch (event.type()) {
            case LOST, WITHDRAWN -> {
                var ended = event.as(OpportunityFacts.Ended.class);
                yield now.ended(new End(
                        ended.reason(),
                        ended.cause(),
                        event.as(OpportunityFacts.Closed.class).closedOn()));
            }
            case WON ->
                now.ended(
                        new End(null, null, event.as(OpportunityFacts.Won.class).closedOn()));
            case REJECTED -> {
                var ended = event.as(OpportunityFacts.Ended.class);
                yield now.ended(new End(ended.reason(), ended.cause(), null));
            }
            case REOPENED -> now.ended(null);
            case QUALIFIED ->
                now.said(now.about()
                        .under(event.as(OpportunityFacts.Described.class).template()));
            case PRODUCT_CHANGED ->
                now.said(now.about()
                        .selling(event.as(OpportunityFacts.Described.class).product()));
            case ACCOUNT_ASSIGNED ->
                now.said(now.about()
                        .forAccount(
                                event.as(OpportunityFacts.AccountAssigned.class).accountId()));
            case CLOSE_EXPECTED ->
                now.said(now.about()
                        .closingOn(
                                event.as(OpportunityFacts.CloseExpected.class).expectedCloseOn()));
            default -> now;
        };
    }
}
