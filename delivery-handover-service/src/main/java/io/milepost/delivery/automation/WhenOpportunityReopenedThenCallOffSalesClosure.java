package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.inbound.opportunity.OpportunityReopened;
import io.milepost.delivery.salesclosure.SalesClosure.CallOffClosure;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A deal that goes on has nothing to close until it ends again (decision 44). Most deals never had a sales project to close. */
public final class WhenOpportunityReopenedThenCallOffSalesClosure {

    public static final Automation<OpportunityReopened> AUTOMATION = new Automation<>(
            "when-opportunity-reopened-then-call-off-sales-closure",
            "opportunity",
            "opportunity.reopened.v1",
            OpportunityReopened.class,
            (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new CallOffClosure())),
            Set.of(UNKNOWN_TARGET));

    private WhenOpportunityReopenedThenCallOffSalesClosure() {}
}
