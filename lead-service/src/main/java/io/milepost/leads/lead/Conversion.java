package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.ConvertLead;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.Objects;

/** Whether something comes of a lead, and what it hands over then. Nothing that an opportunity could refuse gets through here. */
final class Conversion {

    private Conversion() {}

    /** A customer who comes to buy is qualified at once; a log of contacts is not asked for. */
    static Decision<LeadEvent> qualify(Lead lead) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Dormant _ -> refused(LEAD_DORMANT);
            case Registered _ -> refused(LEAD_NOT_ASSIGNED);
            case Assigned(var entry) -> qualify(entry);
            case FollowingUp(var entry) -> qualify(entry);
            case Qualified _ -> unchanged();
        };
    }

    /** A team answers for nothing; one of it has to. */
    private static Decision<LeadEvent> qualify(Entry entry) {
        return entry.owner() == null ? refused(LEAD_NOT_ASSIGNED) : accepted(new LeadQualified());
    }

    static Decision<LeadEvent> disqualify(Lead lead, String reason) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Open _ -> check().reason("/reason", reason).accept(() -> new LeadDisqualified(reason));
            case Disqualified before when reason.equals(before.reason()) -> unchanged();
            case Ended ended -> refused(ended.because());
        };
    }

    static Decision<LeadEvent> convert(Lead lead, ConvertLead convert, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Registered _, Assigned _, FollowingUp _, Dormant _ -> refused(LEAD_NOT_QUALIFIED);
            case Qualified(var entry) ->
                entry.owner() == null ? refused(LEAD_NOT_ASSIGNED) : convert(entry, convert, occasion);
        };
    }

    private static Decision<LeadEvent> convert(Entry entry, ConvertLead convert, Occasion occasion) {
        var opportunity = convert.opportunityOf(occasion.id());
        var holder = occasion.holderOf("opportunity", opportunity.toString());
        var value = convert.expectedValue();
        var origin = entry.origin();
        return check().that(value == null || !value.isNegative(), "/expectedValue", VALUE_NEGATIVE)
                .that(
                        holder.isEmpty(),
                        "/opportunityId",
                        OPPORTUNITY_TAKEN,
                        "lead %s was converted into this opportunity".formatted(holder.orElse(null)))
                .accept(() -> new LeadConverted(
                        opportunity,
                        convert.accountId() == null ? origin.accountId() : convert.accountId(),
                        Objects.requireNonNull(entry.owner()),
                        origin.companyName(),
                        origin.need(),
                        origin.channel(),
                        origin.campaign(),
                        convert.product(),
                        value,
                        origin.finding(),
                        occasion.holderOf(Lead.SURVEY_OF, occasion.id().toString())
                                .orElse(null)));
    }
}
