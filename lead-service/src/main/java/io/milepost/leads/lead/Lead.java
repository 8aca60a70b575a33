package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A possible customer's interest, from the first contact to the opportunity it becomes. */
public sealed interface Lead {
    Decider<Lead, Command, Event> DECIDER = new Decider<>(Lead::decide, Lead::begin, Lead::evolve);

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
            @Nullable @Limit(Limit.NOTE) String need) {}

    /** What may be asked of a lead that was captured. */
    sealed interface Command {}

    record RegisterLead() implements Command {}

    /** Gives the lead to a team member, the first or another, by code. */
    record AssignLead(String owner) implements Command {}

    record QualifyLead() implements Command {}

    record DisqualifyLead(@Limit(Limit.NOTE) String reason) implements Command {}

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
            implements Command {

        /** The stated id, or the one that follows from the lead's. */
        public UUID opportunityOf(UUID leadId) {
            return opportunityId == null
                    ? UUID.nameUUIDFromBytes(("opportunity of lead " + leadId).getBytes(UTF_8))
                    : opportunityId;
        }
    }

    /** Refusals on record included. */
    sealed interface Event {}

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
            implements Event {
        public LeadCaptured {
            contactKeys = List.copyOf(contactKeys);
        }
    }

    /** First registration and registrar: facts that decide whose customer it is, never changed afterwards. */
    record LeadRegistered(
            Instant registeredAt,
            String registeredBy,
            List<String> contactKeys,
            @Nullable String companyRegistration) implements Event {
        public LeadRegistered {
            contactKeys = List.copyOf(contactKeys);
        }
    }

    /** On record: a register entry without contact or need, for whoever has to complete it. */
    record LeadRegistrationRejected(List<String> missing) implements Event {
        public LeadRegistrationRejected {
            missing = List.copyOf(missing);
        }
    }

    /** On record: another lead is registered with the same contact key, for the manager's ruling. */
    record DuplicateLeadDetected(UUID holder) implements Event {}

    record LeadAssigned(String owner, @Nullable String previousOwner) implements Event {}

    record LeadQualified() implements Event {}

    record LeadDisqualified(String reason) implements Event {}

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
            implements Event {}

    enum No implements Refusal {
        LEAD_NOT_REGISTERED(state("the lead is not registered")),
        LEAD_NOT_ASSIGNED(state("the lead has no owner yet")),
        LEAD_NOT_QUALIFIED(state("the lead is not qualified")),
        LEAD_DISQUALIFIED(state("the lead is disqualified")),
        LEAD_ALREADY_CONVERTED(state("a lead can be converted only once")),
        DUPLICATE_CONTACT(state("another lead is registered with this contact or company number")),
        OWNER_UNKNOWN(state("no team member has the code of the owner")),
        OPPORTUNITY_TAKEN(state("another lead was converted into this opportunity")),
        LEAD_INCOMPLETE(rule("a lead needs contact information and a need before it is registered")),
        VALUE_NEGATIVE(rule("an expected value cannot be negative"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Where a lead came from. */
    enum Channel {
        WEB,
        EXHIBITION,
        BUSINESS_TALK,
        TELEMARKETING,
        EMAIL,
        SOCIAL_MEDIA,
        REFERRAL,
        WALK_IN,
        PHONE
    }

    /** What was said when the lead was captured, which stays. */
    LeadCaptured origin();

    /** Not in the register: not yet, or turned away. */
    sealed interface Unregistered extends Lead {}

    record Captured(LeadCaptured origin) implements Unregistered {}

    /** Turned away for want of contact or need. */
    record Incomplete(LeadCaptured origin, List<String> missing) implements Unregistered {}

    /** Turned away because another lead held the contact. It may be registered once that one is disqualified. */
    record Duplicate(LeadCaptured origin, UUID holder) implements Unregistered {}

    /** In the register; when and by whom never changes. */
    sealed interface InRegister extends Lead {
        LeadRegistered registration();

        @Nullable
        String owner();
    }

    record Registered(LeadCaptured origin, LeadRegistered registration) implements InRegister {
        @Override
        public @Nullable String owner() {
            return null;
        }
    }

    record Assigned(LeadCaptured origin, LeadRegistered registration, String owner) implements InRegister {}

    record Qualified(LeadCaptured origin, LeadRegistered registration, String owner) implements InRegister {}

    record Disqualified(
            LeadCaptured origin,
            LeadRegistered registration,
            @Nullable String owner,
            String reason) implements InRegister {}

    record Converted(LeadCaptured origin, LeadRegistered registration, String owner, LeadConverted conversion)
            implements InRegister {}

    static Decision<Event> decide(Lead lead, Command command, Occasion occasion) {
        return switch (command) {
            case RegisterLead _ -> Registration.register(lead, occasion);
            case AssignLead(var owner) -> Assignment.assign(lead, owner, occasion);
            case QualifyLead _ -> qualify(lead);
            case DisqualifyLead(var reason) -> disqualify(lead, reason);
            case ConvertLead convert -> Conversion.convert(lead, convert, occasion);
        };
    }

    static Lead begin(Event first) {
        return new Captured((LeadCaptured) first);
    }

    static Lead evolve(Lead lead, Event event) {
        return switch (event) {
            case LeadCaptured _ -> lead;
            case LeadRegistrationRejected(var missing) -> new Incomplete(lead.origin(), missing);
            case DuplicateLeadDetected(var holder) -> new Duplicate(lead.origin(), holder);
            case LeadRegistered registration -> new Registered(lead.origin(), registration);
            case LeadAssigned(var owner, var _) -> reassigned((InRegister) lead, owner);
            case LeadQualified _ -> {
                var assigned = (Assigned) lead;
                yield new Qualified(assigned.origin(), assigned.registration(), assigned.owner());
            }
            case LeadDisqualified(var reason) -> {
                var before = (InRegister) lead;
                yield new Disqualified(before.origin(), before.registration(), before.owner(), reason);
            }
            case LeadConverted conversion ->
                new Converted(lead.origin(), ((InRegister) lead).registration(), conversion.owner(), conversion);
        };
    }

    private static Lead reassigned(InRegister lead, String owner) {
        return lead instanceof Qualified
                ? new Qualified(lead.origin(), lead.registration(), owner)
                : new Assigned(lead.origin(), lead.registration(), owner);
    }

    private static Decision<Event> qualify(Lead lead) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Registered _ -> refused(LEAD_NOT_ASSIGNED);
            case Assigned _ -> accepted(new LeadQualified());
            case Qualified _ -> unchanged();
            case Disqualified _ -> refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
        };
    }

    private static Decision<Event> disqualify(Lead lead, String reason) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Registered _, Assigned _, Qualified _ ->
                check().reason("/reason", reason).accept(() -> new LeadDisqualified(reason));
            case Disqualified before -> reason.equals(before.reason()) ? unchanged() : refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
        };
    }
}
