package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.opportunity.ClosingCommand.WithdrawByAti;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiRejected;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A negative ATI decision withdraws the opportunity on the same day, with the same reason, cause and lessons (domain 3.5). One that has ended in the meantime stays ended. */
public final class WhenAtiRejectedThenWithdrawOpportunity {

    public static final Automation<AtiRejected> AUTOMATION = new Automation<>(
            "when-ati-rejected-then-withdraw-opportunity",
            "opportunity",
            "sales-project.ati-rejected.v1",
            AtiRejected.class,
            WhenAtiRejectedThenWithdrawOpportunity::react,
            Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON));

    private WhenAtiRejectedThenWithdrawOpportunity() {}

    private static Optional<Reaction.Command> react(Inbound cause, AtiRejected rejected) {
        return Optional.of(new Reaction.Command(
                cause.subject(),
                new WithdrawByAti(rejected.reason(), rejected.decidedOn(), rejected.lessons(), rejected.cause())));
    }
}
