package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.opportunity.ClosingCommand.WithdrawByTermination;
import io.milepost.opportunities.salesproject.SalesProjectEvent.SalesProjectTerminated;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A sales project that is given up withdraws its opportunity on the same day, with the same reason, cause and lessons (ADR 0129). One that
 * has ended in the meantime stays ended.
 */
public final class WhenSalesProjectTerminatedThenWithdrawOpportunity {

    public static final Automation<SalesProjectTerminated> AUTOMATION = new Automation<>(
            "when-sales-project-terminated-then-withdraw-opportunity",
            "opportunity",
            "sales-project.terminated.v1",
            SalesProjectTerminated.class,
            WhenSalesProjectTerminatedThenWithdrawOpportunity::react,
            Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON));

    private WhenSalesProjectTerminatedThenWithdrawOpportunity() {}

    private static Optional<Reaction.Command> react(Inbound cause, SalesProjectTerminated ended) {
        return Optional.of(new Reaction.Command(
                cause.subject(),
                new WithdrawByTermination(ended.reason(), ended.terminatedOn(), ended.lessons(), ended.cause())));
    }
}
