package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityReopened;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ReopenSalesProject;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A sales project goes on with its opportunity (decision 44). One that never was has nothing to go on with. No refusal settles it: a
 * project that was closed in the same moment is parked for somebody to look at.
 */
public final class WhenOpportunityReopenedThenReopenSalesProject {

    public static final Automation<OpportunityReopened> AUTOMATION = new Automation<>(
            "when-opportunity-reopened-then-reopen-sales-project",
            "opportunity",
            "opportunity.reopened.v1",
            OpportunityReopened.class,
            (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new ReopenSalesProject())),
            Set.of(UNKNOWN_TARGET));

    private WhenOpportunityReopenedThenReopenSalesProject() {}
}
