package io.milepost.leads.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.leads.kernel.Channel;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a lead that was captured. */
public sealed interface LeadCommand {

    /**
     * Notes that somebody may buy.
     *
     * @param companyRegistration the public registration number of the company, by which others of the same company are found
     * @param phone an international number, or one of the deployment's default region
     * @param phoneKind whose number it is; the person's where absent
     * @param need what the contact looks for, in free words; kept as personal data
     * @param region in which the customer is, in the words of the sales team
     * @param finding reference of the finding that it comes from, for the channels that are findings
     * @param identityNumber of the person's identity card or passport, by which the same person is found; kept as personal data
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
            @Nullable @Limit(Limit.NOTE) String need,
            @Nullable PhoneKind phoneKind,
            @Nullable String region,
            @Nullable String finding,
            @Nullable String identityNumber) {}

    /** Whose number it is. A company's number finds a duplicate only together with the person's name. */
    enum PhoneKind {
        PERSONAL,
        COMPANY
    }

    /**
     * Adds or corrects what was said of a lead that is not in the register, which may be registered afterwards. What is absent stays, but
     * phone and e-mail are one contact: where one is stated, both are replaced.
     */
    record CompleteLead(
            @Nullable String companyName,
            @Nullable String companyRegistration,
            @Nullable UUID accountId,
            @Nullable String contactName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable @Limit(Limit.NOTE) String need,
            @Nullable PhoneKind phoneKind,
            @Nullable String region,
            @Nullable String identityNumber)
            implements LeadCommand {}

    /**
     * Takes the lead into the register.
     *
     * @param businessUnit whose follow-up policy binds it from then on; the standard one where absent
     */
    record RegisterLead(@Nullable String businessUnit) implements LeadCommand {
        public RegisterLead() {
            this(null);
        }
    }

    /** Throws away what never got into the register. */
    record DiscardLead(@Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /** The manager rules that a duplicate is somebody else with the same contact; it may be registered, and the contact stays the other's. */
    record RuleDistinct(@Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /** The manager rules that this is the same customer as another lead in the register. */
    record MergeLead(UUID into, @Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /** Whoever was turned away as a duplicate says that the customer is theirs; the lead that holds the contact is disputed by that. */
    record ClaimCustomer(@Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /** Sent by an automation alone: a lead that was turned away claims the customer of this one. */
    record NoteClaim(UUID claimant, @Limit(Limit.NOTE) String reason, String claimedBy) implements LeadCommand {}

    /** Somebody says that the customer of this lead belongs to another lead. */
    record DisputeAttribution(
            UUID claimant, @Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /**
     * The manager rules whose customer it is.
     *
     * @param attributedTo this lead or the claimant; the other one is merged into it
     */
    record RuleAttribution(
            UUID attributedTo, @Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /** Gives the lead to a team member, by code, or to a team; to the first or to another. One of both is stated. */
    record AssignLead(@Nullable String owner, @Nullable String team) implements LeadCommand {}

    /** Gives it to whom the first rule that fits names. */
    record AssignByRule(UUID policyId) implements LeadCommand {}

    /** Weighs the lead by the version of the policy that is in force. */
    record ScoreLead(UUID policyId, List<Rating> ratings) implements LeadCommand {
        public ScoreLead {
            ratings = List.copyOf(ratings);
        }
    }

    /**
     * How well a lead does in one criterion.
     *
     * @param points from 0 to 100
     */
    record Rating(String criterion, int points) {}

    /** Puts the lead into a segment of customers, by code. */
    record SegmentLead(String segment) implements LeadCommand {}

    /**
     * Notes a contact with the customer. Outcome and next step are kept as personal data.
     *
     * @param on today when absent
     * @param nextActionOn when the next step is due; a week from today when absent
     */
    record LogActivity(
            ActivityKind kind,
            @Nullable LocalDate on,
            @Limit(Limit.NOTE) String outcome,
            @Nullable @Limit(Limit.NOTE) String nextStep,
            @Nullable LocalDate nextActionOn)
            implements LeadCommand {}

    enum ActivityKind {
        CALL,
        EMAIL,
        MEETING,
        RECEPTION,
        SHOW_UNIT_TOUR,
        SITE_EVENT
    }

    /** Moves the day of the next action. */
    record ScheduleFollowUp(
            LocalDate nextActionOn,
            @Nullable @Limit(Limit.NOTE) String nextStep) implements LeadCommand {}

    /**
     * Sent by the clock alone, when the day of the next action has ended without one.
     *
     * @param poolKeeper code of the member who is told of a lead in the pool that no member registered; absent where nobody is
     */
    record MarkFollowUpOverdue(
            LocalDate nextActionOn, @Nullable String poolKeeper) implements LeadCommand {}

    /** Puts the lead to rest; it may be taken up again. */
    record MarkLeadDormant(@Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /** Sent by the clock alone, when nothing has happened for long after the day of the next action. */
    record LapseLead(LocalDate nextActionOn) implements LeadCommand {}

    /** Takes a dormant lead up again. */
    record ReactivateLead(@Nullable LocalDate nextActionOn) implements LeadCommand {}

    /**
     * Notes which customer introduced this one.
     *
     * @param contactId the person of that account, where it is known
     */
    record RecordReferral(UUID accountId, @Nullable UUID contactId) implements LeadCommand {}

    /** Grants the referrer something, once; whoever sends it approves it. */
    record GrantReferralBenefit(
            @Limit(Limit.NOTE) String benefit, @Nullable Money value) implements LeadCommand {}

    record QualifyLead() implements LeadCommand {}

    record DisqualifyLead(@Limit(Limit.NOTE) String reason) implements LeadCommand {}

    /**
     * Turns the lead into an opportunity.
     *
     * @param opportunityId the id that the opportunity will have, which is no other lead's; derived from the lead's when absent
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
