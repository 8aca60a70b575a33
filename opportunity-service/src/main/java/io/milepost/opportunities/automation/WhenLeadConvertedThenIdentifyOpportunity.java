package io.milepost.opportunities.automation;

import io.milepost.opportunities.inbound.lead.LeadConverted;
import io.milepost.opportunities.kernel.Source;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A converted lead is an opportunity under the id that the lead pre-allocated. No refusal settles it: whatever stands in
 * the way is parked and raises an alarm. The need stays sealed by the key of the lead: forgetting that person forgets it here as well.
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
        var channel = lead.channel();
        var identify = new IdentifyOpportunity(
                lead.companyName(),
                lead.accountId(),
                lead.owner(),
                lead.product(),
                lead.need(),
                lead.expectedValue(),
                null,
                cause.subject(),
                null,
                channel == null ? null : new Source(channel, lead.campaign(), lead.finding()),
                lead.surveyId());
        return Optional.of(new Reaction.Command(lead.opportunityId(), identify));
    }
}
