package io.milepost.leads.lead;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.followuppolicy.FollowUpPolicyCatalogue.FOLLOW_UP_POLICY;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.followuppolicy.FollowUpPolicy;
import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.kernel.TeamName;
import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.leads.lead.Said.Contact;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lead's commands and events, with paths, roles, names and personal fields.
 * A registered lead holds what it is found by with the tags {@code contact=}, {@code identity=} (keyed hashes) and {@code regno=} until it ends, a converted one its
 * opportunity by the tag {@code opportunity=} for good. A lead without an owner is in the pool that all sellers share.
 */
public final class LeadCatalogue {
    private static final String HOLDER = "the owner of the lead, or a sales manager";

    public static final Catalogue<Lead, LeadCommand, LeadEvent> LEAD = Catalogue.of("lead", "leads", Lead.DECIDER)
            .creates(CaptureLead.class, Registration::capture, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(CaptureLead.class, "phone", capture -> Contact.of(capture).number())
            .digest(
                    CaptureLead.class,
                    "phone.stated",
                    capture -> Contact.of(capture).numberAsStated())
            .digest(
                    CaptureLead.class,
                    "phone.home",
                    capture -> Contact.of(capture).numberAtHome())
            .digest(CaptureLead.class, "line", capture -> Contact.of(capture).line())
            .digest(CaptureLead.class, "email", capture -> Contact.of(capture).address())
            .digest(CaptureLead.class, Registration.IDENTITY, capture -> ContactKey.identity(capture.identityNumber()))
            .command(RegisterLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(RegisterLead.class, "contact", (_, lead, _) -> Held.contactsWanted(lead))
            .claims(RegisterLead.class, "regno", (_, lead, _) -> Held.companyNumbersWanted(lead))
            .claims(RegisterLead.class, Registration.IDENTITY, (_, lead, _) -> Held.identitiesWanted(lead))
            .reads(
                    RegisterLead.class,
                    () -> FOLLOW_UP_POLICY,
                    (_, register) -> FollowUpPolicy.idOf(
                            Objects.requireNonNullElse(register.businessUnit(), FollowUpPolicy.STANDARD)),
                    FollowUpRule.class,
                    LeadReadsCatalogue::followUp)
            .holds("contact", Held::contacts)
            .holds("regno", Held::companyNumbers)
            .holds(Registration.IDENTITY, Held::identities)
            .command(CompleteLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(
                    CompleteLead.class,
                    "phone",
                    complete -> Contact.of(complete).number())
            .digest(
                    CompleteLead.class,
                    "phone.stated",
                    complete -> Contact.of(complete).numberAsStated())
            .digest(
                    CompleteLead.class,
                    "phone.home",
                    complete -> Contact.of(complete).numberAtHome())
            .digest(CompleteLead.class, "line", complete -> Contact.of(complete).line())
            .digest(
                    CompleteLead.class,
                    "email",
                    complete -> Contact.of(complete).address())
            .digest(
                    CompleteLead.class,
                    Registration.IDENTITY,
                    complete -> ContactKey.identity(complete.identityNumber()))
            .digest(CompleteLead.class, "said", Said::by)
            .command(DiscardLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RuleDistinct.class, SALES_MANAGER)
            .command(MergeLead.class, SALES_MANAGER)
            .reads(
                    MergeLead.class,
                    () -> LeadCatalogue.LEAD,
                    (_, merge) -> merge.into(),
                    Ruling.OtherLead.class,
                    LeadReadsCatalogue::other)
            .command(ClaimCustomer.class, SALES_REP, SALES_MANAGER)
            .command(NoteClaim.class)
            .command(DisputeAttribution.class, SALES_REP, SALES_MANAGER)
            .reads(
                    DisputeAttribution.class,
                    () -> LeadCatalogue.LEAD,
                    (_, dispute) -> dispute.claimant(),
                    Ruling.OtherLead.class,
                    LeadReadsCatalogue::other)
            .command(RuleAttribution.class, SALES_MANAGER)
            .reads(
                    RuleAttribution.class,
                    () -> LeadCatalogue.LEAD,
                    (_, rule) -> rule.attributedTo(),
                    Ruling.OtherLead.class,
                    LeadReadsCatalogue::other)
            .command(AssignLead.class, SALES_MANAGER, IMPORTER)
            .claims(AssignLead.class, MemberCode.TAG, (_, _, assign) -> MemberCode.spellings(assign.owner()))
            .claims(AssignLead.class, TeamName.TAG, (_, _, assign) -> TeamName.spellings(assign.team()))
            .command(AssignByRule.class, SALES_MANAGER)
            .reads(
                    AssignByRule.class,
                    () -> ASSIGNMENT_POLICY,
                    (_, assign) -> assign.policyId(),
                    Assignment.Rules.class,
                    LeadReadsCatalogue::rules)
            .command(ScoreLead.class, SALES_REP, SALES_MANAGER)
            .reads(
                    ScoreLead.class,
                    () -> SCORING_POLICY,
                    (_, score) -> score.policyId(),
                    Weighing.Scale.class,
                    LeadReadsCatalogue::scale)
            .command(SegmentLead.class, SALES_REP, SALES_MANAGER)
            .claims(SegmentLead.class, SegmentCode.TAG, (_, _, lead) -> SegmentCode.claimed(lead.segment()))
            .command(LogActivity.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(LogActivity.class, HOLDER, LeadReadsCatalogue::holders)
            .digest(LogActivity.class, "said", Said::by)
            .command(ScheduleFollowUp.class, SALES_REP, SALES_MANAGER)
            .duty(ScheduleFollowUp.class, HOLDER, LeadReadsCatalogue::holders)
            .digest(ScheduleFollowUp.class, "said", Said::by)
            .command(MarkFollowUpOverdue.class)
            .command(MarkLeadDormant.class, SALES_REP, SALES_MANAGER)
            .duty(MarkLeadDormant.class, HOLDER, LeadReadsCatalogue::holders)
            .command(LapseLead.class)
            .command(ReactivateLead.class, SALES_REP, SALES_MANAGER)
            .duty(ReactivateLead.class, HOLDER, LeadReadsCatalogue::holders)
            .command(RecordReferral.class, SALES_REP, SALES_MANAGER)
            .reads(
                    RecordReferral.class,
                    () -> ACCOUNT,
                    (_, referral) -> referral.accountId(),
                    Referring.Referrer.class,
                    LeadReadsCatalogue::referrer)
            .command(GrantReferralBenefit.class, SALES_MANAGER)
            .command(QualifyLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(QualifyLead.class, HOLDER, LeadReadsCatalogue::holders)
            .command(DisqualifyLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(DisqualifyLead.class, HOLDER, LeadReadsCatalogue::holders)
            .command(ConvertLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(ConvertLead.class, HOLDER, LeadReadsCatalogue::holders)
            .claims(
                    ConvertLead.class,
                    "opportunity",
                    (id, _, convert) -> List.of(convert.opportunityOf(id).toString()))
            .claims(ConvertLead.class, Lead.SURVEY_OF, (id, _, _) -> List.of(id.toString()))
            .event(LeadCaptured.class, "lead.captured", 1)
            .personal(LeadCaptured.class, (id, _) -> id, "contactName", "phone", "email", "need", "identityNumber")
            .event(LeadCompleted.class, "lead.completed", 1)
            .personal(LeadCompleted.class, (id, _) -> id, "contactName", "phone", "email", "need", "identityNumber")
            .event(LeadRegistered.class, "lead.registered", 1)
            .tags(LeadRegistered.class, LeadCatalogue::keys)
            .event(LeadRegistrationRejected.class, "lead.registration-rejected", 1)
            .event(DuplicateLeadDetected.class, "lead.duplicate-detected", 1)
            .event(LeadDiscarded.class, "lead.discarded", 1)
            .event(LeadRuledDistinct.class, "lead.ruled-distinct", 1)
            .event(LeadMerged.class, "lead.merged", 1)
            .event(CustomerClaimed.class, "lead.customer-claimed", 1)
            .event(LeadAttributionDisputed.class, "lead.attribution-disputed", 1)
            .event(LeadAttributionRuled.class, "lead.attribution-ruled", 1)
            .event(LeadAssigned.class, "lead.assigned", 1)
            .event(LeadAssignedToTeam.class, "lead.assigned-to-team", 1)
            .event(LeadScored.class, "lead.scored", 1)
            .event(LeadSegmented.class, "lead.segmented", 1)
            .event(ActivityLogged.class, "lead.activity-logged", 1)
            .personal(ActivityLogged.class, (id, _) -> id, "outcome", "nextStep")
            .event(FollowUpScheduled.class, "lead.follow-up-scheduled", 1)
            .personal(FollowUpScheduled.class, (id, _) -> id, "nextStep")
            .event(FollowUpOverdue.class, "lead.follow-up-overdue", 1)
            .event(LeadMarkedDormant.class, "lead.marked-dormant", 1)
            .event(LeadReactivated.class, "lead.reactivated", 1)
            .event(ReferralRecorded.class, "lead.referral-recorded", 1)
            .event(ReferralBenefitGranted.class, "lead.referral-benefit-granted", 1)
            .event(LeadQualified.class, "lead.qualified", 1)
            .event(LeadDisqualified.class, "lead.disqualified", 1)
            .event(LeadConverted.class, "lead.converted", 1)
            .tags(LeadConverted.class, converted -> Set.of(opportunity(converted.opportunityId())))
            .personal(LeadConverted.class, (id, _) -> id, "need")
            .ownedBy(Lead::owner)
            .refusals(
                    No.class,
                    OWNER_MISSING,
                    REASON_MISSING,
                    TEXT_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    AMOUNT_NEGATIVE,
                    AMOUNT_TOO_LARGE)
            .view(LeadView.class, LeadView::of);

    /**
     * An action is overdue when its day, or the first working day after it, has ended without one.
     *
     * @param poolKeeper code of the member who is told of leads in the pool that no member registered; null where nobody is
     */
    public static Due<Lead> followUpOverdue(@Nullable String poolKeeper) {
        return new Due<>(
                "follow-up-overdue",
                LEAD,
                MarkFollowUpOverdue.class,
                lead -> waiting(lead)
                        .filter(next -> !next.overdue())
                        .map(next -> DueDate.endOfWorkingDay(
                                        next.nextActionOn(), new MarkFollowUpOverdue(next.nextActionOn(), poolKeeper))
                                .ownedBy(lead.owner()))
                        .stream()
                        .toList());
    }

    /** A lead that nobody has followed up for long after that day falls dormant. */
    public static final Due<Lead> DORMANCY = new Due<>(
            "lead-dormancy",
            LEAD,
            LapseLead.class,
            lead -> lead instanceof FollowingUp(var entry)
                    ? waiting(lead)
                            .filter(Entry.FollowUp::overdue)
                            .map(next -> DueDate.endOf(
                                            next.nextActionOn()
                                                    .plusDays(entry.deadlines().dormantAfter()),
                                            new LapseLead(next.nextActionOn()))
                                    .ownedBy(lead.owner()))
                            .stream()
                            .toList()
                    : List.of());

    /**
     * Who answers for the lead, and the manager, are told that an action is overdue: the team and its managers where a team has it,
     * who brought it into the pool and that one's manager where nobody has.
     */
    public static final NoticeRule<FollowUpOverdue> OVERDUE_NOTICE = notice("follow-up-overdue")
            .on(LEAD, FollowUpOverdue.class)
            .concerning(FollowUpOverdue::concerns)
            .concerningTeam(FollowUpOverdue::team)
            .to(OWNER, MANAGER);

    /** Who has the customer, and the manager who has to rule, are told that somebody else claims it. */
    public static final NoticeRule<LeadAttributionDisputed> DISPUTE_NOTICE = notice("attribution-disputed")
            .on(LEAD, LeadAttributionDisputed.class)
            .to(OWNER, MANAGER);

    private LeadCatalogue() {}

    private static Optional<Entry.FollowUp> waiting(Lead lead) {
        return lead instanceof Open open ? Optional.ofNullable(open.entry().followUp()) : Optional.empty();
    }

    private static Tag opportunity(UUID id) {
        return new Tag("opportunity", id.toString());
    }

    private static Set<Tag> keys(LeadRegistered lead) {
        return Stream.of(
                        lead.contactKeys().stream().map(key -> new Tag("contact", key)),
                        Stream.ofNullable(lead.companyRegistration()).map(number -> new Tag("regno", number)),
                        Stream.ofNullable(lead.identityKey()).map(key -> new Tag(Registration.IDENTITY, key)))
                .flatMap(tags -> tags)
                .collect(Collectors.toSet());
    }
}
