package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose customer it is: two leads are one, are two after all, or one of them is given the customer. */
final class Ruling {

    /**
     * Another lead, as a ruling needs to know it.
     *
     * @param registered whether it is in the register
     * @param ended whether nothing more comes of it
     */
    record OtherLead(boolean registered, boolean ended) {}

    private Ruling() {}

    static Decision<LeadEvent> distinct(Lead lead, String reason, Occasion occasion) {
        return switch (lead) {
            case Duplicate(var _, var holder, var _, var _) ->
                check().reason("/reason", reason)
                        .accept(() -> new LeadRuledDistinct(
                                holder, reason, occasion.who().name()));
            case Captured _, Incomplete _ -> refused(LEAD_NOT_DUPLICATE);
            case Open _ -> refused(LEAD_REGISTERED);
            case Ended ended -> refused(ended.because());
        };
    }

    static Decision<LeadEvent> merge(Lead lead, MergeLead merge, Occasion occasion) {
        return switch (lead) {
            case Duplicate _, Open _ ->
                check().reason("/reason", merge.reason())
                        .that(isThere(merge.into(), true, occasion), "/into", OTHER_LEAD_UNFIT)
                        .accept(() -> new LeadMerged(
                                merge.into(), merge.reason(), occasion.who().name()));
            case Captured _, Incomplete _ -> refused(LEAD_NOT_DUPLICATE);
            case Merged before
            when before.into().equals(merge.into()) && before.reason().equals(merge.reason()) -> unchanged();
            case Ended ended -> refused(ended.because());
        };
    }

    static Decision<LeadEvent> claim(Lead lead, String reason, Occasion occasion) {
        return switch (lead) {
            case Duplicate(var _, var holder, var before, var _) -> claim(holder, before, reason, occasion);
            case Captured _, Incomplete _ -> refused(LEAD_NOT_DUPLICATE);
            case Open _ -> refused(LEAD_REGISTERED);
            case Ended ended -> refused(ended.because());
        };
    }

    private static Decision<LeadEvent> claim(
            UUID holder, @Nullable CustomerClaimed before, String reason, Occasion occasion) {
        if (before != null) {
            return before.reason().equals(reason) ? unchanged() : refused(CUSTOMER_CLAIMED);
        }
        return check().reason("/reason", reason)
                .accept(() -> new CustomerClaimed(holder, reason, occasion.who().name()));
    }

    /** Whoever claims it is there, as its event says. */
    static Decision<LeadEvent> note(Lead lead, NoteClaim claim) {
        var noted = new LeadAttributionDisputed(claim.claimant(), claim.reason(), claim.claimedBy());
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open when noted.equals(open.entry().dispute()) -> unchanged();
            case Open open -> open.entry().dispute() == null ? accepted(noted) : refused(DISPUTE_OPEN);
        };
    }

    static Decision<LeadEvent> dispute(Lead lead, DisputeAttribution dispute, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open -> dispute(open.entry(), dispute, occasion);
        };
    }

    private static Decision<LeadEvent> dispute(Entry entry, DisputeAttribution dispute, Occasion occasion) {
        var before = entry.dispute();
        if (before != null) {
            return before.claimant().equals(dispute.claimant())
                            && before.reason().equals(dispute.reason())
                    ? unchanged()
                    : refused(DISPUTE_OPEN);
        }
        return check().reason("/reason", dispute.reason())
                .that(isThere(dispute.claimant(), false, occasion), "/claimant", OTHER_LEAD_UNFIT)
                .accept(() -> new LeadAttributionDisputed(
                        dispute.claimant(), dispute.reason(), occasion.who().name()));
    }

    static Decision<LeadEvent> rule(Lead lead, RuleAttribution rule, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open -> rule(open.entry(), rule, occasion);
        };
    }

    private static Decision<LeadEvent> rule(Entry entry, RuleAttribution rule, Occasion occasion) {
        var dispute = entry.dispute();
        if (dispute == null) {
            return refused(DISPUTE_MISSING);
        }
        var to = rule.attributedTo();
        boolean claimed = to.equals(dispute.claimant());
        return check().reason("/reason", rule.reason())
                .that(claimed || to.equals(occasion.id()), "/attributedTo", RULING_UNFIT)
                .that(!occasion.who().is(dispute.disputedBy()), RULED_BY_DISPUTER)
                .that(!claimed || isThere(to, false, occasion), "/attributedTo", OTHER_LEAD_UNFIT)
                .accept(() -> new LeadAttributionRuled(
                        dispute.claimant(), to, rule.reason(), occasion.who().name()));
    }

    private static boolean isThere(UUID other, boolean registered, Occasion occasion) {
        return !other.equals(occasion.id())
                && occasion.read(OtherLead.class)
                        .filter(lead -> !lead.ended() && (lead.registered() || !registered))
                        .isPresent();
    }
}
