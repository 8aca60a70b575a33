package io.milepost.leads.automation;

import static io.milepost.leads.lead.Lead.No.LEAD_ALREADY_CONVERTED;
import static io.milepost.leads.lead.Lead.No.LEAD_DISQUALIFIED;
import static io.milepost.leads.lead.Lead.No.LEAD_MERGED;

import io.milepost.leads.inbound.lead.CustomerClaimed;
import io.milepost.leads.lead.LeadCommand.NoteClaim;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever was turned away may not know of the lead that holds the contact, so that the claim goes there by itself. A holder that
 * has ended holds nothing any more: the claimant may be registered. While another dispute is open, the claim is parked.
 */
public final class WhenCustomerClaimedThenDisputeAttribution {

    public static final Automation<CustomerClaimed> AUTOMATION = new Automation<>(
            "when-customer-claimed-then-dispute-attribution",
            "lead",
            "lead.customer-claimed.v1",
            CustomerClaimed.class,
            WhenCustomerClaimedThenDisputeAttribution::react,
            Set.of(LEAD_MERGED, LEAD_DISQUALIFIED, LEAD_ALREADY_CONVERTED));

    private WhenCustomerClaimedThenDisputeAttribution() {}

    private static Optional<Reaction.Command> react(Inbound cause, CustomerClaimed claim) {
        return Optional.of(new Reaction.Command(
                claim.holder(), new NoteClaim(cause.subject(), claim.reason(), claim.claimedBy())));
    }
}
