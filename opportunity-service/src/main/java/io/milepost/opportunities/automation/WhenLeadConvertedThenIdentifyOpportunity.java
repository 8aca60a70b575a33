package io.milepost.opportunities.automation;

import io.milepost.opportunities.inbound.lead.LeadConverted;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A converted lead is an opportunity under the id that the lead pre-allocated. No refusal settles it: whatever stands in
 * the way is parked and raises an alarm. The need stays with the lead, whose service alone can decrypt it; {@code leadId} leads there.
 */
public final class WhenLeadConvertedThenIdentifyOpportunity {

    public static final Automation<LeadConverted> AUTOMATION = new Automation<>(
            "when-lead-converted-then-identify-opportunity",
            "lead",
            "lead.converted.v1",
            LeadConverted.class,
            WhenLeadConvertedThenIdentifyOpportunity::react,
            Set.of());

    private WhenLeadConvertedThenIdentifyOpportunity() {}

    private static Optional<Reaction.Command> react(Inbound cause, LeadConverted lead) {
        var identify = new IdentifyOpportunity(
                lead.companyName(),
                lead.accountId(),
                lead.owner(),
                lead.product(),
                null,
                lead.expectedValue(),
                null,
                cause.subject(),
                null);
        return Optional.of(new Reaction.Command(lead.opportunityId(), identify));
    }
}
