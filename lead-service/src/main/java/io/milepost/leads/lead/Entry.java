package io.milepost.leads.lead;

import io.milepost.leads.kernel.Deadlines;
import io.milepost.leads.lead.LeadEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the register has of a lead, besides how far it is.
 *
 * @param registration when and by whom never changes
 * @param followUp null where it is of before there were such days
 * @param activities in the order in which they were logged
 * @param score the last one
 * @param segment of customers, by code
 * @param dispute that has not been ruled on
 */
record Entry(
        LeadCaptured origin,
        LeadRegistered registration,
        Holder holder,
        @Nullable FollowUp followUp,
        List<ActivityLogged> activities,
        @Nullable LeadScored score,
        @Nullable String segment,
        Referral referral,
        @Nullable LeadAttributionDisputed dispute) {

    /**
     * Who has the lead.
     *
     * @param owner code of the member who answers for it; null while nobody does
     * @param team to which it was given while nobody in it owns it
     */
    record Holder(@Nullable String owner, @Nullable String team) {}

    /**
     * When somebody has to act next.
     *
     * @param overdue whether that day has ended without an action
     * @param said keyed hash of the schedule that set it; null where something else did
     */
    record FollowUp(
            LocalDate nextActionOn,
            boolean overdue,
            @Nullable String said) {
        static @Nullable FollowUp on(@Nullable LocalDate day) {
            return day == null ? null : new FollowUp(day, false, null);
        }
    }

    /** Which customer introduced this one, and what it got for that. */
    record Referral(
            @Nullable ReferralRecorded recorded, @Nullable ReferralBenefitGranted benefit) {}

    Entry {
        activities = List.copyOf(activities);
    }

    static Entry of(LeadCaptured origin, LeadRegistered registration) {
        return new Entry(
                origin,
                registration,
                new Holder(null, null),
                FollowUp.on(registration.nextActionOn()),
                List.of(),
                null,
                null,
                new Referral(null, null),
                null);
    }

    @Nullable
    String owner() {
        return holder.owner();
    }

    /** How soon it has to be followed up, as of the day of its registration. */
    Deadlines deadlines() {
        var rule = registration.followUp();
        return rule == null ? Deadlines.STANDARD : rule.days();
    }

    /** For which business unit it is in the register; null for none of its own. */
    @Nullable
    String businessUnit() {
        var rule = registration.followUp();
        return rule == null ? null : rule.businessUnit();
    }

    /** Whether a person or a team has it. */
    boolean isAssigned() {
        return holder.owner() != null || holder.team() != null;
    }

    /** The contact of the latest day. */
    Optional<ActivityLogged> lastContact() {
        return activities.stream().reduce((one, next) -> next.on().isBefore(one.on()) ? one : next);
    }

    Entry heldBy(Holder now, @Nullable LocalDate nextActionOn) {
        return new Entry(
                origin, registration, now, FollowUp.on(nextActionOn), activities, score, segment, referral, dispute);
    }

    Entry followedUp(@Nullable FollowUp next) {
        return new Entry(origin, registration, holder, next, activities, score, segment, referral, dispute);
    }

    Entry after(ActivityLogged activity) {
        return new Entry(
                origin,
                registration,
                holder,
                FollowUp.on(activity.nextActionOn()),
                Stream.concat(activities.stream(), Stream.of(activity)).toList(),
                score,
                segment,
                referral,
                dispute);
    }

    Entry after(LeadScored now) {
        return new Entry(origin, registration, holder, followUp, activities, now, segment, referral, dispute);
    }

    Entry in(String now) {
        return new Entry(origin, registration, holder, followUp, activities, score, now, referral, dispute);
    }

    Entry referred(Referral now) {
        return new Entry(origin, registration, holder, followUp, activities, score, segment, now, dispute);
    }

    Entry granted(ReferralBenefitGranted benefit) {
        return referred(new Referral(referral.recorded(), benefit));
    }

    Entry disputed(@Nullable LeadAttributionDisputed now) {
        return new Entry(origin, registration, holder, followUp, activities, score, segment, referral, now);
    }
}
