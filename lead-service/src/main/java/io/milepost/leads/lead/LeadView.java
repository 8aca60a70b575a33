package io.milepost.leads.lead;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.PhoneKind;
import io.milepost.leads.lead.LeadCommand.Rating;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a lead.
 *
 * @param status CAPTURED, REFUSED, DUPLICATE, DISCARDED, MERGED, REGISTERED, ASSIGNED, FOLLOWING_UP, DORMANT, QUALIFIED, DISQUALIFIED or
 *     CONVERTED
 * @param missing what kept it out of the register
 * @param holder the lead that was registered first with the same contact
 * @param reason of the disqualification, the merger or for throwing it away
 * @param sameCompanyAs an earlier lead of the same company, perhaps the same customer
 * @param mergedInto the lead that is followed instead
 * @param team to which it was given, while nobody in it owns it
 * @param score from 0 to 100; the higher, the sooner
 * @param lastContactOn day of the latest activity
 * @param nextActionOn when somebody has to act next; of a lead in the pool, when somebody has to have it
 * @param followUp the version of a policy that says how soon it is followed up; absent where that is what the product comes with
 */
public record LeadView(
        String status,
        Channel channel,
        @Nullable String campaign,
        @Nullable String companyName,
        @Nullable String companyRegistration,
        @Nullable UUID accountId,
        @Nullable String contactName,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String need,
        @Nullable List<String> missing,
        @Nullable UUID holder,
        @Nullable Instant registeredAt,
        @Nullable String registeredBy,
        @Nullable String owner,
        @Nullable String reason,
        @Nullable UUID opportunityId,
        @Nullable PhoneKind phoneKind,
        @Nullable String region,
        @Nullable String finding,
        @Nullable UUID sameCompanyAs,
        @Nullable UUID mergedInto,
        @Nullable String team,
        @Nullable LocalDate nextActionOn,
        @Nullable Boolean overdue,
        @Nullable String segment,
        @Nullable Integer score,
        @Nullable Scoring scoring,
        @Nullable LocalDate lastContactOn,
        @Nullable List<LoggedActivity> activities,
        @Nullable Referral referral,
        @Nullable Dispute dispute,
        @Nullable String identityNumber,
        @Nullable FollowUpRule followUp) {

    /** By which version of which policy it was scored. */
    public record Scoring(UUID policyId, int version, List<Rating> ratings, String scoredBy) {}

    /** A contact with the customer. */
    public record LoggedActivity(
            LeadCommand.ActivityKind kind,
            LocalDate on,
            String outcome,
            @Nullable String nextStep,
            LocalDate nextActionOn,
            String loggedBy) {}

    /** Which customer introduced this one, and what was granted for it by whom. */
    public record Referral(
            UUID accountId,
            @Nullable UUID contactId,
            @Nullable String benefit,
            @Nullable Money value,
            @Nullable LocalDate grantedOn,
            @Nullable String approvedBy) {}

    /** Which lead claims the customer, and why. */
    public record Dispute(UUID claimant, String reason, String disputedBy) {}

    static LeadView of(Lead lead) {
        return switch (lead) {
            case Lead.Captured of -> outside("CAPTURED", of, null, null, null);
            case Lead.Incomplete of -> outside("REFUSED", of, of.missing(), null, null);
            case Lead.Duplicate of -> outside("DUPLICATE", of, null, of.holder(), null);
            case Lead.Discarded of -> outside("DISCARDED", of, null, null, of.reason());
            case Lead.Merged of -> view("MERGED", of, of.entry(), null, null, of.reason(), null, of.into());
            case Lead.Registered of -> inRegister("REGISTERED", of, null, null);
            case Lead.Assigned of -> inRegister("ASSIGNED", of, null, null);
            case Lead.FollowingUp of -> inRegister("FOLLOWING_UP", of, null, null);
            case Lead.Dormant of -> inRegister("DORMANT", of, null, null);
            case Lead.Qualified of -> inRegister("QUALIFIED", of, null, null);
            case Lead.Disqualified of -> inRegister("DISQUALIFIED", of, of.reason(), null);
            case Lead.Converted of ->
                inRegister("CONVERTED", of, null, of.conversion().opportunityId());
        };
    }

    private static LeadView outside(
            String status, Lead lead, @Nullable List<String> missing, @Nullable UUID holder, @Nullable String reason) {
        return view(status, lead, null, missing, holder, reason, null, null);
    }

    private static LeadView inRegister(
            String status, Lead.InRegister lead, @Nullable String reason, @Nullable UUID opportunityId) {
        return view(status, lead, lead.entry(), null, null, reason, opportunityId, null);
    }

    private static LeadView view(
            String status,
            Lead lead,
            @Nullable Entry entry,
            @Nullable List<String> missing,
            @Nullable UUID holder,
            @Nullable String reason,
            @Nullable UUID opportunityId,
            @Nullable UUID mergedInto) {
        var origin = lead.origin();
        var known = Optional.ofNullable(entry);
        var registration = known.map(Entry::registration);
        var followUp = known.map(Entry::followUp);
        var score = known.map(Entry::score);
        return new LeadView(
                status,
                origin.channel(),
                origin.campaign(),
                origin.companyName(),
                origin.companyRegistration(),
                origin.accountId(),
                origin.contactName(),
                origin.phone(),
                origin.email(),
                origin.need(),
                missing,
                holder,
                registration.map(LeadRegistered::registeredAt).orElse(null),
                registration.map(LeadRegistered::registeredBy).orElse(null),
                known.map(Entry::owner).orElse(null),
                reason,
                opportunityId,
                origin.phoneKind(),
                origin.region(),
                origin.finding(),
                registration.map(LeadRegistered::sameCompanyAs).orElse(null),
                mergedInto,
                known.map(Entry::holder).map(Entry.Holder::team).orElse(null),
                followUp.map(Entry.FollowUp::nextActionOn).orElse(null),
                followUp.map(Entry.FollowUp::overdue).orElse(null),
                known.map(Entry::segment).orElse(null),
                score.map(LeadScored::score).orElse(null),
                score.map(by -> new Scoring(by.policyId(), by.version(), by.ratings(), by.scoredBy()))
                        .orElse(null),
                known.flatMap(Entry::lastContact).map(ActivityLogged::on).orElse(null),
                known.map(LeadView::activities).orElse(null),
                known.map(Entry::referral).map(LeadView::referral).orElse(null),
                known.map(Entry::dispute)
                        .map(open -> new Dispute(open.claimant(), open.reason(), open.disputedBy()))
                        .orElse(null),
                origin.identityNumber(),
                registration.map(LeadRegistered::followUp).orElse(null));
    }

    private static List<LoggedActivity> activities(Entry entry) {
        return entry.activities().stream()
                .map(one -> new LoggedActivity(
                        one.kind(), one.on(), one.outcome(), one.nextStep(), one.nextActionOn(), one.loggedBy()))
                .toList();
    }

    private static @Nullable Referral referral(Entry.Referral known) {
        var recorded = known.recorded();
        if (recorded == null) {
            return null;
        }
        var benefit = Optional.ofNullable(known.benefit());
        return new Referral(
                recorded.accountId(),
                recorded.contactId(),
                benefit.map(ReferralBenefitGranted::benefit).orElse(null),
                benefit.map(ReferralBenefitGranted::value).orElse(null),
                benefit.map(ReferralBenefitGranted::grantedOn).orElse(null),
                benefit.map(ReferralBenefitGranted::approvedBy).orElse(null));
    }
}
