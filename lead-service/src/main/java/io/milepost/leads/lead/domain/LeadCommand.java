package io.milepost.leads.lead.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a lead. */
public sealed interface LeadCommand {

    /**
     * Notes that somebody may buy.
     *
     * @param companyRegistration the public registration number of the company, a duplicate key
     * @param need what the contact looks for, in free words; kept as personal data
     */
    record CaptureLead(
            Channel channel,
            @Nullable String campaign,
            @Nullable String companyName,
            @Nullable String companyRegistration,
            @Nullable UUID accountId,
            @Nullable String contactName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable @Limit(Limit.NOTE) String need)
            implements LeadCommand {}

    record RegisterLead() implements LeadCommand {}

    /** Gives the lead to a team member, the first or another. */
    record AssignLead(String owner) implements LeadCommand {}

    record QualifyLead() implements LeadCommand {}

    record DisqualifyLead(@Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /**
     * Turns the lead into an opportunity.
     *
     * @param opportunityId the id under which the opportunity will stand, which is no other lead's; derived from the lead's when absent
     * @param accountId the account that was found for the lead meanwhile; that of the capture when absent
     */
    record ConvertLead(
            @Nullable UUID opportunityId,
            @Nullable Money expectedValue,
            @Nullable String product,
            @Nullable UUID accountId)
            implements LeadCommand {

        /** The stated id, or the one that follows from the lead's. */
        public UUID opportunityOf(UUID leadId) {
            return opportunityId == null
                    ? UUID.nameUUIDFromBytes(("opportunity of lead " + leadId).getBytes(UTF_8))
                    : opportunityId;
        }
    }
}
