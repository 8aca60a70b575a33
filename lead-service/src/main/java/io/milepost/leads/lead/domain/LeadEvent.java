package io.milepost.leads.lead.domain;

import io.milepost.platform.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a lead, refusals on record included. */
public sealed interface LeadEvent {

    /**
     * Somebody may buy.
     *
     * @param contactKeys keyed hashes of the normalised phone and e-mail, by which duplicates are found
     */
    record LeadCaptured(
            Channel channel,
            @Nullable String campaign,
            @Nullable String companyName,
            @Nullable String companyRegistration,
            @Nullable UUID accountId,
            @Nullable String contactName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String need,
            List<String> contactKeys)
            implements LeadEvent {
        public LeadCaptured {
            contactKeys = List.copyOf(contactKeys);
        }
    }

    /** First registration and registrar: facts that decide whose customer it is, never changed afterwards. */
    record LeadRegistered(
            Instant registeredAt,
            String registeredBy,
            List<String> contactKeys,
            @Nullable String companyRegistration) implements LeadEvent {
        public LeadRegistered {
            contactKeys = List.copyOf(contactKeys);
        }
    }

    /** On record: a register entry without contact or need, for whoever has to complete it. */
    record LeadRegistrationRejected(List<String> missing) implements LeadEvent {
        public LeadRegistrationRejected {
            missing = List.copyOf(missing);
        }
    }

    /** On record: another lead was registered first with the same contact key, for the manager's ruling. */
    record DuplicateLeadDetected(UUID holder) implements LeadEvent {}

    record LeadAssigned(String owner, @Nullable String previousOwner) implements LeadEvent {}

    record LeadQualified() implements LeadEvent {}

    record LeadDisqualified(String reason) implements LeadEvent {}

    /** All that the opportunity needs to begin. The need is carried as it was sealed when the lead was captured. */
    record LeadConverted(
            UUID opportunityId,
            @Nullable UUID accountId,
            String owner,
            @Nullable String companyName,
            @Nullable String need,
            Channel channel,
            @Nullable String campaign,
            @Nullable String product,
            @Nullable Money expectedValue)
            implements LeadEvent {}
}
