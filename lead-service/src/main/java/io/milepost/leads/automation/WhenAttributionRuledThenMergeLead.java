package io.milepost.leads.automation;

import static io.milepost.leads.lead.Lead.No.LEAD_ALREADY_CONVERTED;
import static io.milepost.leads.lead.Lead.No.LEAD_DISCARDED;
import static io.milepost.leads.lead.Lead.No.LEAD_DISQUALIFIED;
import static io.milepost.leads.lead.Lead.No.LEAD_MERGED;
import static io.milepost.leads.lead.Lead.No.LEAD_NOT_DUPLICATE;
import static io.milepost.leads.lead.Lead.No.OTHER_LEAD_UNFIT;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.leads.inbound.lead.LeadAttributionRuled;
import io.milepost.leads.lead.LeadCommand.MergeLead;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever claimed a customer in vain is merged into the lead that has it. A ruling for the claimant needs nothing more: the other
 * lead decided that with it. A claimant that has ended meanwhile, or was never in the register, stays as it is.
 */
public final class WhenAttributionRuledThenMergeLead {

    public static final Automation<LeadAttributionRuled> AUTOMATION = new Automation<>(
            "when-attribution-ruled-then-merge-lead",
            "lead",
            "lead.attribution-ruled.v1",
            LeadAttributionRuled.class,
            WhenAttributionRuledThenMergeLead::react,
            Set.of(
                    UNKNOWN_TARGET,
                    LEAD_NOT_DUPLICATE,
                    LEAD_DISCARDED,
                    LEAD_MERGED,
                    LEAD_DISQUALIFIED,
                    LEAD_ALREADY_CONVERTED,
                    OTHER_LEAD_UNFIT));

    private WhenAttributionRuledThenMergeLead() {}

    private static Optional<Reaction.Command> react(Inbound cause, LeadAttributionRuled ruled) {
        return ruled.attributedTo().equals(cause.subject())
                ? Optional.of(new Reaction.Command(ruled.claimant(), new MergeLead(cause.subject(), ruled.reason())))
                : Optional.empty();
    }
}
