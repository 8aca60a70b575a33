package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.opportunity.Opportunity.AuthorizeOpportunity;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiApproved;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A positive ATI decision authorizes the opportunity. One that has ended in the meantime stays ended. */
public final class WhenAtiApprovedThenAuthorizeOpportunity {

    public static final Automation<AtiApproved> AUTOMATION = new Automation<>(
            "when-ati-approved-then-authorize-opportunity",
            "opportunity",
            "sales-project.ati-approved.v1",
            AtiApproved.class,
            WhenAtiApprovedThenAuthorizeOpportunity::react,
            Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON));

    private WhenAtiApprovedThenAuthorizeOpportunity() {}

    private static Optional<Reaction.Command> react(Inbound cause, AtiApproved approved) {
        return Optional.of(new Reaction.Command(
                cause.subject(), new AuthorizeOpportunity(approved.decidedBy(), approved.decidedOn())));
    }
}
