package io.milepost.leads.lead.domain;

import static io.milepost.leads.lead.domain.LeadRefusal.OPPORTUNITY_TAKEN;
import static io.milepost.leads.lead.domain.LeadRefusal.VALUE_NEGATIVE;
import static io.milepost.platform.decision.Decision.accepted;

import io.milepost.leads.lead.domain.Lead.Qualified;
import io.milepost.leads.lead.domain.LeadCommand.ConvertLead;
import io.milepost.leads.lead.domain.LeadEvent.LeadConverted;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;

/** What a lead hands over. Nothing that an opportunity could refuse gets through here. */
final class LeadConversion {

    private LeadConversion() {}

    static Decision<LeadEvent> convert(Qualified lead, ConvertLead convert, Occasion occasion) {
        if (convert.expectedValue() != null && convert.expectedValue().isNegative()) {
            return Decision.<LeadEvent>refused(VALUE_NEGATIVE).at("/expectedValue");
        }
        var opportunity = convert.opportunityOf(occasion.id());
        var holder = occasion.holderOf("opportunity", opportunity.toString());
        if (holder.isPresent()) {
            return Decision.<LeadEvent>refused(
                            OPPORTUNITY_TAKEN, "lead %s is converted into this opportunity".formatted(holder.get()))
                    .at("/opportunityId");
        }
        var origin = lead.origin();
        return accepted(new LeadConverted(
                opportunity,
                convert.accountId() == null ? origin.accountId() : convert.accountId(),
                lead.owner(),
                origin.companyName(),
                origin.need(),
                origin.channel(),
                origin.campaign(),
                convert.product(),
                convert.expectedValue()));
    }
}
