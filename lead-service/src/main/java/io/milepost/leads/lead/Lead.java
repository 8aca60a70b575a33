package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.lead.Entry.FollowUp;
import io.milepost.leads.lead.Entry.Holder;
import io.milepost.leads.lead.Entry.Referral;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A possible customer's interest, from the first contact to the opportunity it becomes. */
public sealed interface Lead {
    Decider<Lead, LeadCommand, LeadEvent> DECIDER = new Decider<>(Lead::decide, Lead::begin, Lead::evolve);

    /** Key of the tag by which a lead has a survey of its customer that was carried out. */
    String SURVEY_OF = "surveyOf";

    enum No implements Refusal {
        LEAD_NOT_REGISTERED(state("the lead is not registered")),
        LEAD_REGISTERED(state("the lead is in the register already")),
        CUSTOMER_CLAIMED(state("the customer has been claimed, for another reason")),
        LEAD_NOT_DUPLICATE(state("the lead was not turned away as a duplicate")),
        LEAD_NOT_ASSIGNED(state("the lead has no owner yet")),
        LEAD_NOT_FOLLOWED_UP(state("only a lead that is being followed up can become dormant")),
        LEAD_NOT_DUE(state("the day of the next action is another, or has been dealt with")),
        LEAD_NOT_QUALIFIED(state("the lead is not qualified")),
        LEAD_DORMANT(state("the lead is dormant; reactivate it first")),
        LEAD_NOT_DORMANT(state("only a dormant lead can be reactivated")),
        LEAD_DISCARDED(state("the lead was discarded before it was registered")),
        LEAD_MERGED(state("the lead was merged into another, which is followed instead")),
        LEAD_DISQUALIFIED(state("the lead is disqualified")),
        LEAD_ALREADY_CONVERTED(state("a lead can be converted only once")),
        DUPLICATE_CONTACT(state("another lead is registered with this contact or identity number")),
        OTHER_LEAD_UNFIT(state("the other lead must be another one that is there and has not ended")),
        DISPUTE_OPEN(state("another dispute about the lead has to be ruled on first")),
        DISPUTE_MISSING(state("nobody disputes whose customer this is")),
        RULING_UNFIT(rule("a ruling is for this lead or for the one that claims the customer")),
        RULED_BY_DISPUTER(sender("whoever disputes an attribution cannot rule on it")),
        OWNER_UNKNOWN(state("no team member has the code of the owner")),
        TEAM_UNKNOWN(state("no team member is posted to that team")),
        ASSIGNEE_AMBIGUOUS(rule("a lead is given to a member or to a team, not to both")),
        POLICY_UNKNOWN(state("there is no such policy")),
        BUSINESS_UNIT_UNKNOWN(state("no follow-up policy is published for this business unit")),
        SEGMENT_UNKNOWN(state("no market segment has this code")),
        NO_RULE_FITS(state("no rule of the policy fits the lead")),
        RATING_UNFIT(rule("every criterion of the policy needs one rating from 0 to 100, and nothing else does")),
        ACTIVITIES_FULL(state("a lead keeps at most 1,000 activities")),
        NEXT_ACTION_IN_PAST(rule("the next action cannot be in the past")),
        REFERRER_UNKNOWN(state("there is no such customer account, or it has no such contact")),
        REFERRER_NOT_CUSTOMER(state("only a customer can refer; the account is a prospect")),
        REFERRAL_RECORDED(state("another referrer is on record")),
        REFERRAL_MISSING(state("the lead has no referrer")),
        BENEFIT_GRANTED(state("a benefit was granted for this referral already")),
        BENEFIT_BY_OWNER(sender("the owner of a lead cannot approve the benefit of its referrer")),
        OPPORTUNITY_TAKEN(state("another lead was converted into this opportunity")),
        PHONE_INVALID(rule("this is no phone number that can be called")),
        EMAIL_INVALID(rule("this is no e-mail address")),
        IDENTITY_INVALID(rule("this is no number of an identity card or a passport")),
        FINDING_MISSING(rule("a lead from a finding must say which finding")),
        NOTHING_STATED(rule("a completion must state at least one thing")),
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

    /** What was said of it before it was registered, which stays afterwards. */
    LeadCaptured origin();

    /** Not in the register: not yet, or turned away. */
    sealed interface Unregistered extends Lead {
        /** Leads with the same contact or identity that are somebody else by the manager's ruling. */
        default List<UUID> distinctFrom() {
            return List.of();
        }
    }

    /**
     * Waiting to be registered.
     *
     * @param said keyed hash of the completion that led here; null before the first
     */
    record Captured(LeadCaptured origin, @Nullable String said, List<UUID> distinctFrom) implements Unregistered {
        public Captured {
            distinctFrom = List.copyOf(distinctFrom);
        }
    }

    /** Turned away for want of contact or need, until it is completed. */
    record Incomplete(LeadCaptured origin, List<String> missing) implements Unregistered {}

    /**
     * Turned away because another lead held the contact or the identity number. It may be registered once that one has ended.
     *
     * @param claim that was made of that one's customer; null where nobody made one
     */
    record Duplicate(
            LeadCaptured origin, UUID holder, @Nullable CustomerClaimed claim, List<UUID> distinctFrom)
            implements Unregistered {
        public Duplicate {
            distinctFrom = List.copyOf(distinctFrom);
        }
    }

    /** In the register, or was; when and by whom it got there never changes. */
    sealed interface InRegister extends Lead {
        Entry entry();

        @Override
        default LeadCaptured origin() {
            return entry().origin();
        }
    }

    /** Something may still come of it. */
    sealed interface Open extends InRegister {
        default Lead after(OfOpenLead event) {
            var known = entry();
            return switch (event) {
                case LeadAttributionDisputed dispute -> with(known.disputed(dispute));
                case LeadAttributionRuled(var claimant, var to, var reason, var _) ->
                    to.equals(claimant) ? new Merged(origin(), known, claimant, reason) : with(known.disputed(null));
                case LeadAssigned(var owner, var _, var next, var _) -> given(new Holder(owner, null), next);
                case LeadAssignedToTeam(var team, var _, var _, var next, var _) -> given(new Holder(null, team), next);
                case LeadScored score -> with(known.after(score));
                case LeadSegmented(var segment, var _) -> with(known.in(segment));
                case ActivityLogged activity -> {
                    var now = known.after(activity);
                    yield this instanceof Assigned ? new FollowingUp(now) : with(now);
                }
                case FollowUpScheduled(var day, var _, var said) ->
                    with(known.followedUp(new FollowUp(day, false, said)));
                case FollowUpOverdue(var day, var _, var _) -> with(known.followedUp(new FollowUp(day, true, null)));
                case LeadMarkedDormant _ -> new Dormant(known.followedUp(null));
                case LeadReactivated(var day) -> new FollowingUp(known.followedUp(FollowUp.on(day)));
                case ReferralRecorded referral -> with(known.referred(new Referral(referral, null)));
                case LeadQualified _ -> new Qualified(known);
            };
        }

        private Lead given(Holder holder, @Nullable LocalDate next) {
            var now = entry().heldBy(holder, this instanceof Dormant ? null : next);
            return this instanceof Registered ? new Assigned(now) : with(now);
        }

        default Open with(Entry now) {
            return switch (this) {
                case Registered _ -> new Registered(now);
                case Assigned _ -> new Assigned(now);
                case FollowingUp _ -> new FollowingUp(now);
                case Dormant _ -> new Dormant(now);
                case Qualified _ -> new Qualified(now);
            };
        }
    }

    /** In the pool that all sellers share. */
    record Registered(Entry entry) implements Open {}

    record Assigned(Entry entry) implements Open {}

    /** With a contact that was logged. */
    record FollowingUp(Entry entry) implements Open {}

    record Dormant(Entry entry) implements Open {}

    record Qualified(Entry entry) implements Open {}

    /** Nothing more comes of it. */
    sealed interface Ended extends Lead {
        /** Why not. */
        default No because() {
            return switch (this) {
                case Discarded _ -> LEAD_DISCARDED;
                case Merged _ -> LEAD_MERGED;
                case Disqualified _ -> LEAD_DISQUALIFIED;
                case Converted _ -> LEAD_ALREADY_CONVERTED;
            };
        }
    }

    record Discarded(LeadCaptured origin, String reason) implements Ended {}

    /**
     * The same customer as another lead.
     *
     * @param entry null where it never got into the register
     */
    record Merged(LeadCaptured origin, @Nullable Entry entry, UUID into, String reason) implements Ended {}

    record Disqualified(Entry entry, String reason) implements Ended, InRegister {}

    record Converted(Entry entry, LeadConverted conversion) implements Ended, InRegister {}

    /** Code of the member who answers for it; null for one that all sellers may know of. */
    default @Nullable String owner() {
        return switch (this) {
            case Unregistered _, Discarded _ -> null;
            case Merged(var _, var entry, var _, var _) -> entry == null ? null : entry.owner();
            case InRegister registered -> registered.entry().owner();
        };
    }

    /** The opportunity that it has become; null as long as it is none. */
    static @Nullable UUID dealOf(Lead lead) {
        return lead instanceof Converted converted ? converted.conversion().opportunityId() : null;
    }

    static Decision<LeadEvent> decide(Lead lead, LeadCommand command, Occasion occasion) {
        return switch (command) {
            case CompleteLead complete -> Registration.complete(lead, complete, occasion);
            case RegisterLead(var unit) -> Registration.register(lead, unit, occasion);
            case DiscardLead(var reason) -> Registration.discard(lead, reason);
            case RuleDistinct(var reason) -> Ruling.distinct(lead, reason, occasion);
            case MergeLead merge -> Ruling.merge(lead, merge, occasion);
            case ClaimCustomer(var reason) -> Ruling.claim(lead, reason, occasion);
            case NoteClaim claim -> Ruling.note(lead, claim);
            case DisputeAttribution dispute -> Ruling.dispute(lead, dispute, occasion);
            case RuleAttribution rule -> Ruling.rule(lead, rule, occasion);
            case AssignLead assign -> Assignment.assign(lead, assign, occasion);
            case AssignByRule(var policyId) -> Assignment.assignByRule(lead, policyId, occasion);
            case ScoreLead score -> Weighing.score(lead, score, occasion);
            case SegmentLead(var segment) -> Weighing.segment(lead, segment, occasion);
            case LogActivity activity -> Contacting.log(lead, activity, occasion);
            case ScheduleFollowUp schedule -> Contacting.schedule(lead, schedule, occasion);
            case MarkFollowUpOverdue overdue -> Contacting.overdue(lead, overdue);
            case MarkLeadDormant(var reason) -> Contacting.rest(lead, reason);
            case LapseLead(var day) -> Contacting.fallDormant(lead, day);
            case ReactivateLead(var day) -> Contacting.reactivate(lead, day, occasion);
            case RecordReferral referral -> Referring.record(lead, referral, occasion);
            case GrantReferralBenefit grant -> Referring.grant(lead, grant, occasion);
            case QualifyLead _ -> Conversion.qualify(lead);
            case DisqualifyLead(var reason) -> Conversion.disqualify(lead, reason);
            case ConvertLead convert -> Conversion.convert(lead, convert, occasion);
        };
    }

    static Lead begin(LeadEvent first) {
        return new Captured((LeadCaptured) first, null, List.of());
    }

    private static List<UUID> distinctFrom(Lead lead) {
        return lead instanceof Unregistered unregistered ? unregistered.distinctFrom() : List.of();
    }

    static Lead evolve(Lead lead, LeadEvent event) {
        return switch (event) {
            case LeadCaptured _ -> lead;
            case LeadCompleted now -> new Captured(lead.origin().as(now), now.said(), distinctFrom(lead));
            case LeadRegistrationRejected(var missing) -> new Incomplete(lead.origin(), missing);
            case DuplicateLeadDetected(var holder) -> new Duplicate(lead.origin(), holder, null, distinctFrom(lead));
            case CustomerClaimed claim -> new Duplicate(lead.origin(), claim.holder(), claim, distinctFrom(lead));
            case LeadDiscarded(var reason) -> new Discarded(lead.origin(), reason);
            case LeadRuledDistinct ruled ->
                new Captured(
                        lead.origin(),
                        null,
                        Stream.concat(distinctFrom(lead).stream(), Stream.of(ruled.holder()))
                                .toList());
            case LeadMerged(var into, var reason, var _) ->
                new Merged(lead.origin(), lead instanceof InRegister known ? known.entry() : null, into, reason);
            case LeadRegistered registration -> new Registered(Entry.of(lead.origin(), registration));
            case LeadDisqualified(var reason) -> new Disqualified(((InRegister) lead).entry(), reason);
            case LeadConverted conversion -> new Converted(((InRegister) lead).entry(), conversion);
            case ReferralBenefitGranted benefit ->
                switch (lead) {
                    case Open open -> open.with(open.entry().granted(benefit));
                    case Converted(var entry, var conversion) -> new Converted(entry.granted(benefit), conversion);
                    case Unregistered _, Discarded _, Merged _, Disqualified _ -> lead;
                };
            case OfOpenLead happened -> ((Open) lead).after(happened);
        };
    }
}
