package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.LogActivity;
import io.milepost.leads.lead.LeadCommand.MarkFollowUpOverdue;
import io.milepost.leads.lead.LeadCommand.ScheduleFollowUp;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Contacts with the customer and the next one; a lead of which nothing comes rests, until it is taken up again. */
final class Contacting {
    private static final int MOST_ACTIVITIES = 1_000;

    private Contacting() {}

    static Decision<LeadEvent> log(Lead lead, LogActivity activity, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Registered _ -> refused(LEAD_NOT_ASSIGNED);
            case Dormant _ -> refused(LEAD_DORMANT);
            case Assigned(var entry) -> log(entry, activity, occasion);
            case FollowingUp(var entry) -> log(entry, activity, occasion);
            case Qualified(var entry) -> log(entry, activity, occasion);
        };
    }

    private static Decision<LeadEvent> log(Entry entry, LogActivity activity, Occasion occasion) {
        var said = occasion.digest("said").orElse("");
        var on = Objects.requireNonNullElse(activity.on(), occasion.today());
        if (entry.activities().stream()
                .anyMatch(before -> before.said().equals(said) && before.on().equals(on))) {
            return unchanged();
        }
        if (entry.activities().size() >= MOST_ACTIVITIES) {
            return refused(ACTIVITIES_FULL);
        }
        return nextAction(check(), activity.nextActionOn(), occasion)
                .notAfter("/on", on, occasion.today())
                .within(NEAR, "/on", on, occasion.today())
                .text("/outcome", activity.outcome())
                .text("/nextStep", activity.nextStep())
                .accept(() -> new ActivityLogged(
                        activity.kind(),
                        on,
                        activity.outcome(),
                        activity.nextStep(),
                        nextActionOn(activity.nextActionOn(), entry, occasion),
                        occasion.who().name(),
                        said));
    }

    static Decision<LeadEvent> schedule(Lead lead, ScheduleFollowUp schedule, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Registered _ -> refused(LEAD_NOT_ASSIGNED);
            case Dormant _ -> refused(LEAD_DORMANT);
            case Assigned(var entry) -> schedule(entry, schedule, occasion);
            case FollowingUp(var entry) -> schedule(entry, schedule, occasion);
            case Qualified(var entry) -> schedule(entry, schedule, occasion);
        };
    }

    private static Decision<LeadEvent> schedule(Entry entry, ScheduleFollowUp schedule, Occasion occasion) {
        var said = occasion.digest("said").orElse("");
        var known = entry.followUp();
        return known != null && said.equals(known.said())
                ? unchanged()
                : nextAction(check(), schedule.nextActionOn(), occasion)
                        .text("/nextStep", schedule.nextStep())
                        .accept(() -> new FollowUpScheduled(schedule.nextActionOn(), schedule.nextStep(), said));
    }

    /** The clock may come late: whoever acted meanwhile has another day. */
    static Decision<LeadEvent> overdue(Lead lead, MarkFollowUpOverdue overdue) {
        return switch (lead) {
            case Registered(var entry) -> overdue(entry, overdue);
            case Assigned(var entry) -> overdue(entry, overdue);
            case FollowingUp(var entry) -> overdue(entry, overdue);
            case Qualified(var entry) -> overdue(entry, overdue);
            case Unregistered _, Dormant _, Ended _ -> refused(LEAD_NOT_DUE);
        };
    }

    private static Decision<LeadEvent> overdue(Entry entry, MarkFollowUpOverdue overdue) {
        var day = overdue.nextActionOn();
        var known = entry.followUp();
        if (known == null || !known.nextActionOn().equals(day)) {
            return refused(LEAD_NOT_DUE);
        }
        return known.overdue()
                ? unchanged()
                : accepted(new FollowUpOverdue(
                        day,
                        entry.holder().team(),
                        entry.isAssigned() ? null : poolMember(entry, overdue.poolKeeper())));
    }

    /** Who is told of a lead that nobody has: who brought it into the pool, or who keeps the pool. */
    private static @Nullable String poolMember(Entry entry, @Nullable String keeper) {
        var registrar = entry.registration().registrar();
        return registrar == null ? keeper : registrar;
    }

    static Decision<LeadEvent> rest(Lead lead, String reason) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Registered _ -> refused(LEAD_NOT_ASSIGNED);
            case Assigned _, Qualified _ -> refused(LEAD_NOT_FOLLOWED_UP);
            case FollowingUp _ -> check().reason("/reason", reason).accept(() -> new LeadMarkedDormant(reason));
            case Dormant _ -> refused(LEAD_DORMANT);
        };
    }

    static Decision<LeadEvent> fallDormant(Lead lead, LocalDate day) {
        return lead instanceof FollowingUp(var entry)
                        && entry.followUp() != null
                        && entry.followUp().overdue()
                        && entry.followUp().nextActionOn().equals(day)
                ? accepted(new LeadMarkedDormant(null))
                : refused(LEAD_NOT_DUE);
    }

    static Decision<LeadEvent> reactivate(Lead lead, @Nullable LocalDate day, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Registered _, Assigned _, FollowingUp _, Qualified _ -> refused(LEAD_NOT_DORMANT);
            case Dormant(var entry) ->
                nextAction(check(), day, occasion)
                        .accept(() -> new LeadReactivated(nextActionOn(day, entry, occasion)));
        };
    }

    private static Checks nextAction(Checks checks, @Nullable LocalDate day, Occasion occasion) {
        return checks.that(day == null || !day.isBefore(occasion.today()), "/nextActionOn", NEXT_ACTION_IN_PAST)
                .within(NEAR, "/nextActionOn", day, occasion.today());
    }

    private static LocalDate nextActionOn(@Nullable LocalDate day, Entry entry, Occasion occasion) {
        return day == null ? occasion.today().plusDays(entry.deadlines().nextAction()) : day;
    }
}
