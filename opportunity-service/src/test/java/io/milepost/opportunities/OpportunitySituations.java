package io.milepost.opportunities;

import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.QualifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.RejectOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.UpdateValue;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.Withdraw;
import io.milepost.opportunities.pricelist.domain.PriceItem;
import io.milepost.opportunities.pricelist.domain.PriceListCommand.PublishPriceList;
import io.milepost.opportunities.pricelist.domain.PriceListCommand.RevisePriceList;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;

/** For every command of this service a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class OpportunitySituations {
    static final Money LIST = Money.of("4821.00", "USD");
    static final IdentifyOpportunity IDENTIFY =
            new IdentifyOpportunity("Presses", null, "kim", "GTX Pro", "two canary presses", LIST, null, null);
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final PriceItem PRO = new PriceItem("GTX Pro", "GTX Pro", LIST, List.of("GTXPro"));
    private static final PublishPriceList PUBLISH = new PublishPriceList("Standard", MAY, List.of(PRO));

    private OpportunitySituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(PublishPriceList.class, client -> new Situation(null, PUBLISH))
                .accepted(
                        RevisePriceList.class,
                        client -> new Situation(
                                client.create(PUBLISH), new RevisePriceList(MAY.plusDays(1), List.of(PRO))))
                .accepted(IdentifyOpportunity.class, client -> new Situation(null, IDENTIFY))
                .accepted(
                        QualifyOpportunity.class,
                        client -> new Situation(client.create(IDENTIFY), new QualifyOpportunity("budget seen")))
                .accepted(
                        RejectOpportunity.class,
                        client -> new Situation(client.create(IDENTIFY), new RejectOpportunity("no budget")))
                .accepted(
                        UpdateValue.class,
                        client -> new Situation(client.create(IDENTIFY), new UpdateValue(Money.of("1.00", "USD"))))
                .accepted(
                        CloseAsLost.class,
                        client -> new Situation(client.create(IDENTIFY), new CloseAsLost("price", null, null)))
                .accepted(
                        Withdraw.class,
                        client -> new Situation(client.create(IDENTIFY), new Withdraw("no capacity", null)))
                .refused(
                        "VERSION_NOT_LATER",
                        client -> new Situation(client.create(PUBLISH), new RevisePriceList(MAY, List.of())))
                .refused("REASON_MISSING", client -> new Situation(client.create(IDENTIFY), new RejectOpportunity(" ")))
                .refused("OPPORTUNITY_ALREADY_QUALIFIED", client -> {
                    var opportunity = client.create(IDENTIFY);
                    client.accept(opportunity, new QualifyOpportunity(null));
                    return new Situation(opportunity, new RejectOpportunity("too late"));
                });
    }
}
