package io.milepost.leads.lead.domain;

import static io.milepost.leads.lead.domain.LeadRefusal.VALUE_NEGATIVE;
import static io.milepost.platform.decision.Decision.accepted;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.leads.lead.domain.Lead.Qualified;
import io.milepost.leads.lead.domain.LeadCommand.ConvertLead;
import io.milepost.leads.lead.domain.LeadEvent.LeadConverted;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.Objects;
import java.util.UUID;

/** What a lead hands over. Nothing that an opportunity could refuse gets through here. */
final class LeadConversion {

    private LeadConversion() {}

    static Decision<LeadEvent> convert(Qualified lead, ConvertLead convert, Occasion occasion) {
        if (convert.expectedValue() != null && convert.expectedValue().isNegative()) {
            return Decision.<LeadEvent>refused(VALUE_NEGATIVE).at("/expectedValue");
        }
        var origin = lead.origin();
        return accepted(new LeadConverted(
                Objects.requireNonNullElseGet(convert.opportunityId(), () -> opportunityId(occasion.id())),
                convert.accountId() == null ? origin.accountId() : convert.accountId(),
                lead.owner(),
                origin.companyName(),
                origin.need(),
                origin.channel(),
                origin.campaign(),
                convert.product(),
                convert.expectedValue()));
    }

    private static UUID opportunityId(UUID leadId) {
        return UUID.nameUUIDFromBytes(("opportunity of lead " + leadId).getBytes(UTF_8));
    }
}
