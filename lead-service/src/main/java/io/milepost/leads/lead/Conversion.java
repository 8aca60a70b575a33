package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;

/** What a lead hands over. Nothing that an opportunity could refuse gets through here. */
final class Conversion {

    private Conversion() {}

    static Decision<Event> convert(Lead lead, ConvertLead convert, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Registered _, Assigned _ -> refused(LEAD_NOT_QUALIFIED);
            case Qualified qualified -> convert(qualified, convert, occasion);
            case Disqualified _ -> refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
        };
    }

    private static Decision<Event> convert(Qualified lead, ConvertLead convert, Occasion occasion) {
        var opportunity = convert.opportunityOf(occasion.id());
        var holder = occasion.holderOf("opportunity", opportunity.toString());
        var value = convert.expectedValue();
        var origin = lead.origin();
        return check().that(value == null || !value.isNegative(), "/expectedValue", VALUE_NEGATIVE)
                .that(
                        holder.isEmpty(),
                        "/opportunityId",
                        OPPORTUNITY_TAKEN,
                        "lead %s was converted into this opportunity".formatted(holder.orElse(null)))
                .accept(() -> new LeadConverted(
                        opportunity,
                        convert.accountId() == null ? origin.accountId() : convert.accountId(),
                        lead.owner(),
                        origin.companyName(),
                        origin.need(),
                        origin.channel(),
                        origin.campaign(),
                        convert.product(),
                        value));
    }
}
