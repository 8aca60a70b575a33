package io.milepost.leads.lead;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.kernel.Deadlines;
import io.milepost.leads.lead.LeadCommand.ActivityKind;
import io.milepost.leads.lead.LeadCommand.PhoneKind;
import io.milepost.leads.lead.LeadCommand.Rating;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a lead; refusals on record included. */
public sealed interface LeadEvent {

    /** What happens to leads of which something may still come, and leaves them so, but for a ruling for another lead. */
    sealed interface OfOpenLead extends LeadEvent {}

    /**
     * Somebody may buy.
     *
     * @param contactKeys keyed hashes of the normalised phone and e-mail, by which duplicates are found
     * @param phoneKind absent where nobody said so, as are region and finding
     * @param identityKey keyed hash of the normalised identity number, by which the same person is found
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
            List<String> contactKeys,
            @Nullable PhoneKind phoneKind,
            @Nullable String region,
            @Nullable String finding,
            @Nullable String identityNumber,
            @Nullable String identityKey)
            implements LeadEvent {
        public LeadCaptured {
            contactKeys = List.copyOf(contactKeys);
        }

        /** The same from the same channel, with all else as it was completed. */
        LeadCaptured as(LeadCompleted now) {
            return new LeadCaptured(
                    channel,
                    campaign,
                    now.companyName(),
                    now.companyRegistration(),
                    now.accountId(),
                    now.contactName(),
                    now.phone(),
                    now.email(),
                    now.need(),
                    now.contactKeys(),
                    now.phoneKind(),
                    now.region(),
                    finding,
                    now.identityNumber(),
                    now.identityKey());
        }
    }

    /**
     * Added or corrected before registration: all that is known now.
     *
     * @param said keyed hash of what was said, by which the same is known when it is said again
     */
    record LeadCompleted(
            @Nullable String companyName,
            @Nullable String companyRegistration,
            @Nullable UUID accountId,
            @Nullable String contactName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String need,
            List<String> contactKeys,
            @Nullable PhoneKind phoneKind,
            @Nullable String region,
            String said,
            @Nullable String identityNumber,
            @Nullable String identityKey)
            implements LeadEvent {
        public LeadCompleted {
            contactKeys = List.copyOf(contactKeys);
        }
    }

    /**
     * First registration and registrar: facts that decide whose customer it is, never changed afterwards.
     *
     * @param companyRegistration absent where a lead before this one holds the number
     * @param sameCompanyAs the lead that holds it: perhaps the same customer, perhaps a colleague
     * @param identityKey absent where another lead holds it, by the manager's ruling
     * @param registrar code of the member who registered it; absent where the token named none
     * @param nextActionOn day by which somebody has to have it and to act, as of a lead in the pool; absent in events from before
     * @param followUp the version of a policy that binds it; absent where that is what the product comes with
     */
    record LeadRegistered(
            Instant registeredAt,
            String registeredBy,
            List<String> contactKeys,
            @Nullable String companyRegistration,
            @Nullable UUID sameCompanyAs,
            @Nullable String identityKey,
            @Nullable String registrar,
            @Nullable LocalDate nextActionOn,
            @Nullable FollowUpRule followUp)
            implements LeadEvent {
        public LeadRegistered {
            contactKeys = List.copyOf(contactKeys);
        }

        public LeadRegistered(
                Instant registeredAt,
                String registeredBy,
                List<String> contactKeys,
                @Nullable String companyRegistration,
                @Nullable UUID sameCompanyAs,
                @Nullable String identityKey,
                @Nullable String registrar,
                @Nullable LocalDate nextActionOn) {
            this(
                    registeredAt,
                    registeredBy,
                    contactKeys,
                    companyRegistration,
                    sameCompanyAs,
                    identityKey,
                    registrar,
                    nextActionOn,
                    null);
        }
    }

    /** How soon the lead is followed up, by that version of the policy of a business unit. */
    record FollowUpRule(String businessUnit, int version, Deadlines days) {}

    /** On record: a register entry without contact or need, for whoever has to complete it. */
    record LeadRegistrationRejected(List<String> missing) implements LeadEvent {
        public LeadRegistrationRejected {
            missing = List.copyOf(missing);
        }
    }

    /** On record: another lead is registered with the same contact key, for the manager's ruling. */
    record DuplicateLeadDetected(UUID holder) implements LeadEvent {}

    record LeadDiscarded(String reason) implements LeadEvent {}

    /** Somebody else than the holder, by the manager's ruling. */
    record LeadRuledDistinct(UUID holder, String reason, String ruledBy) implements LeadEvent {}

    /** The same customer as another lead, which alone is followed from now on. */
    record LeadMerged(UUID into, String reason, String mergedBy) implements LeadEvent {}

    /** By whoever was turned away; the lead that holds the contact hears of it. */
    record CustomerClaimed(UUID holder, String reason, String claimedBy) implements LeadEvent {}

    record LeadAttributionDisputed(UUID claimant, String reason, String disputedBy) implements OfOpenLead {}

    /**
     * The manager's ruling.
     *
     * @param claimant who asked for the customer; {@code attributedTo} is that lead or this one
     */
    record LeadAttributionRuled(UUID claimant, UUID attributedTo, String reason, String ruledBy)
            implements OfOpenLead {}

    /**
     * A member answers for it.
     *
     * @param nextActionOn when somebody has to act next; absent in events from before there was such a day
     * @param rule by which it was assigned; absent where a person chose
     */
    record LeadAssigned(
            String owner,
            @Nullable String previousOwner,
            @Nullable LocalDate nextActionOn,
            @Nullable AppliedRule rule) implements OfOpenLead {}

    /** Nobody of the team owns it yet. */
    record LeadAssignedToTeam(
            String team,
            @Nullable String previousOwner,
            @Nullable String previousTeam,
            LocalDate nextActionOn,
            @Nullable AppliedRule rule)
            implements OfOpenLead {}

    /** Which line of which version of an assignment policy, from 1. */
    record AppliedRule(UUID policyId, int version, int line) {}

    /**
     * What it promises.
     *
     * @param score from 0 to 100, by that version of the policy
     */
    record LeadScored(UUID policyId, int version, int score, List<Rating> ratings, String scoredBy)
            implements OfOpenLead {
        public LeadScored {
            ratings = List.copyOf(ratings);
        }
    }

    record LeadSegmented(String segment, @Nullable String previous) implements OfOpenLead {}

    /**
     * Somebody spoke or wrote with the customer.
     *
     * @param said keyed hash of what was said, by which the same contact is known when it is said again
     */
    record ActivityLogged(
            ActivityKind kind,
            LocalDate on,
            String outcome,
            @Nullable String nextStep,
            LocalDate nextActionOn,
            String loggedBy,
            String said)
            implements OfOpenLead {}

    record FollowUpScheduled(
            LocalDate nextActionOn, @Nullable String nextStep, String said) implements OfOpenLead {}

    /**
     * The day of the next action ended without one.
     *
     * @param team that has the lead, where nobody in it owns it
     * @param concerns code of the member who is told of a lead that is in the pool still
     */
    record FollowUpOverdue(
            LocalDate nextActionOn,
            @Nullable String team,
            @Nullable String concerns) implements OfOpenLead {}

    /**
     * Nothing comes of it for now.
     *
     * @param reason absent where time put it to rest
     */
    record LeadMarkedDormant(@Nullable String reason) implements OfOpenLead {}

    record LeadReactivated(LocalDate nextActionOn) implements OfOpenLead {}

    record ReferralRecorded(UUID accountId, @Nullable UUID contactId) implements OfOpenLead {}

    record ReferralBenefitGranted(String benefit, @Nullable Money value, LocalDate grantedOn, String approvedBy)
            implements LeadEvent {}

    record LeadQualified() implements OfOpenLead {}

    record LeadDisqualified(String reason) implements LeadEvent {}

    /**
     * All that the opportunity needs to begin. The need is carried as it was sealed when the lead was captured.
     *
     * @param surveyId survey of the customer that was carried out before; absent where there is none
     */
    record LeadConverted(
            UUID opportunityId,
            @Nullable UUID accountId,
            String owner,
            @Nullable String companyName,
            @Nullable String need,
            Channel channel,
            @Nullable String campaign,
            @Nullable String product,
            @Nullable Money expectedValue,
            @Nullable String finding,
            @Nullable UUID surveyId)
            implements LeadEvent {}
}
