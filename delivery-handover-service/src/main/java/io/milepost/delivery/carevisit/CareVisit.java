package io.milepost.delivery.carevisit;

import static io.milepost.delivery.carevisit.CareVisit.No.*;
import static io.milepost.delivery.kernel.ServiceRefusal.CONTRACT_UNKNOWN;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.carevisit.CareVisitEvent.*;
import io.milepost.delivery.kernel.Satisfaction;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.delivery.kernel.VisitRules;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return visit to a customer after the sale, by whatever means. One that is missed is on record and stands again some days later;
 * after some misses somebody has to name another day. How many of each the sales process of the contract says.
 *
 * @param on the day for which it stands; the last one for which it stood, where it is missed for good
 * @param missed the days on which nobody came
 * @param waiting whether it stands for that day
 * @param done null until it took place
 * @param needs keyed hashes of the new needs that were noticed
 * @param announced the day of which whoever visits was reminded last
 */
public record CareVisit(
        CareVisitScheduled scheduled,
        LocalDate on,
        List<LocalDate> missed,
        boolean waiting,
        @Nullable CareVisitDone done,
        @Nullable String cancelled,
        Set<String> needs,
        @Nullable LocalDate announced) {
    static final Decider<CareVisit, Command, CareVisitEvent> DECIDER =
            new Decider<>(CareVisit::decide, Evolution::begin, Evolution::evolve);

    /**
     * Plans a visit.
     *
     * @param contractId what it is about; absent for one to the customer as such
     * @param owner code of the member who visits; for a contract, whoever sold it when absent
     */
    public record ScheduleVisit(
            UUID accountId,
            @Nullable UUID contractId,
            LocalDate on,
            @Nullable String owner) {}

    /** The same by an automation, after a delivery; the account is that of the contract. */
    public record PlanReturnVisit(UUID contractId, LocalDate on) {}

    public sealed interface Command {}

    /** Moves it to another day, also after it was missed. */
    public record RescheduleVisit(
            LocalDate on, @Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * The visit took place.
     *
     * @param on today when absent
     * @param satisfaction from 1 to 5
     * @param feedback in the customer's words; kept as personal data
     */
    public record RecordVisit(
            @Nullable LocalDate on,
            Means means,
            @Nullable Integer satisfaction,
            @Nullable @Limit(Limit.NOTE) String feedback)
            implements Command {}

    /** What the customer would buy besides, which becomes a lead; kept as personal data. */
    public record NoteVisitNeed(@Limit(Limit.NOTE) String need) implements Command {}

    /** Another member makes it, who is reminded as the one before was. */
    public record AssignVisit(String owner) implements Command {}

    public record CancelVisit(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the timer alone, some days before the visit. */
    public record AnnounceVisit(LocalDate on) implements Command {}

    /** Sent by the timer alone, when the day has ended without a visit. */
    public record MarkVisitMissed(LocalDate on) implements Command {}

    /** How the customer was reached. */
    public enum Means {
        VISIT,
        PHONE,
        VIDEO,
        MAIL
    }

    public enum No implements Refusal {
        VISIT_DONE(state("the visit has taken place")),
        VISIT_CANCELLED(state("the visit is cancelled")),
        VISIT_NOT_DONE(state("a need is noticed at a visit, and this one has not taken place")),
        VISIT_IN_PAST(rule("a visit is planned for a day to come"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public CareVisit {
        missed = List.copyOf(missed);
        needs = Set.copyOf(needs);
    }

    static Decision<CareVisitEvent> schedule(ScheduleVisit schedule, Occasion occasion) {
        var seller = occasion.read(SoldContract.class).map(SoldContract::owner).orElse("");
        var owner = Objects.requireNonNullElse(schedule.owner(), seller);
        return toCome(
                        SoldContract.check(check(), schedule.contractId(), schedule.accountId(), occasion),
                        schedule.on(),
                        occasion)
                .owner("/owner", owner)
                .accept(() -> new CareVisitScheduled(
                        schedule.accountId(),
                        schedule.contractId(),
                        schedule.on(),
                        owner,
                        SoldContract.visiting(occasion)));
    }

    /** What is planned by itself stands, whatever the day is. */
    static Decision<CareVisitEvent> plan(PlanReturnVisit plan, Occasion occasion) {
        return occasion.read(SoldContract.class)
                .<Decision<CareVisitEvent>>map(sold -> accepted(new CareVisitScheduled(
                        sold.accountId(), plan.contractId(), plan.on(), sold.owner(), SoldContract.visiting(occasion))))
                .orElseGet(() -> refusedAt("/contractId", CONTRACT_UNKNOWN));
    }

    static Decision<CareVisitEvent> decide(CareVisit visit, Command command, Occasion occasion) {
        return switch (command) {
            case RescheduleVisit reschedule -> visit.reschedule(reschedule, occasion);
            case RecordVisit record -> visit.record(record, occasion);
            case NoteVisitNeed(var need) -> visit.note(need, occasion);
            case AssignVisit(var owner) -> visit.assign(owner);
            case CancelVisit(var reason) -> visit.cancel(reason);
            case AnnounceVisit(var day) ->
                visit.isToBeAnnounced()
                                && day.equals(visit.on)
                                && !occasion.today().isBefore(visit.announceOn())
                        ? accepted(new CareVisitAnnounced(day, visit.scheduled.owner()))
                        : unchanged();
            case MarkVisitMissed(var day) -> visit.miss(day, occasion.today());
        };
    }

    /** Those of the sales process that the contract was signed under, or those of everybody. */
    private VisitRules rules() {
        return Objects.requireNonNullElse(scheduled.rules(), StandardRules.RULES.visiting());
    }

    /** The day on which whoever makes it is reminded. */
    LocalDate announceOn() {
        return on.minusDays(rules().noticeDays());
    }

    /** Whether it stands for a day of which nobody was reminded yet. */
    boolean isToBeAnnounced() {
        return waiting && !on.equals(announced);
    }

    private Decision<CareVisitEvent> reschedule(RescheduleVisit reschedule, Occasion occasion) {
        return waiting && reschedule.on().equals(on)
                ? unchanged()
                : toCome(open(), reschedule.on(), occasion)
                        .reason("/reason", reschedule.reason())
                        .accept(() -> new CareVisitRescheduled(on, reschedule.on(), reschedule.reason()));
    }

    private Decision<CareVisitEvent> record(RecordVisit record, Occasion occasion) {
        var today = occasion.today();
        var key = occasion.digest("feedback").orElse(null);
        if (done != null && isSame(done, record, key)) {
            return unchanged();
        }
        var day = Objects.requireNonNullElse(record.on(), today);
        return Satisfaction.check(
                        open().notAfter("/on", day, today).within(NEAR, "/on", day, today),
                        "/satisfaction",
                        record.satisfaction())
                .text("/feedback", record.feedback())
                .accept(() -> new CareVisitDone(
                        scheduled.accountId(),
                        scheduled.contractId(),
                        day,
                        record.means(),
                        record.satisfaction(),
                        record.feedback(),
                        occasion.who().name(),
                        key));
    }

    private static boolean isSame(CareVisitDone done, RecordVisit record, @Nullable String key) {
        return (record.on() == null || record.on().equals(done.on()))
                && record.means() == done.means()
                && Objects.equals(record.satisfaction(), done.satisfaction())
                && Objects.equals(key, done.feedbackKey());
    }

    private Decision<CareVisitEvent> note(String need, Occasion occasion) {
        var key = occasion.digest("need").orElse(null);
        return key != null && needs.contains(key)
                ? unchanged()
                : check().that(done != null, VISIT_NOT_DONE)
                        .text("/need", need)
                        .accept(() -> new VisitNeedFound(
                                scheduled.accountId(),
                                scheduled.contractId(),
                                need,
                                occasion.who().name(),
                                key));
    }

    private Decision<CareVisitEvent> assign(String owner) {
        return Codes.same(owner, scheduled.owner()) && done == null && cancelled == null
                ? unchanged()
                : open().owner("/owner", owner).accept(() -> new CareVisitAssigned(owner));
    }

    private Decision<CareVisitEvent> cancel(String reason) {
        return reason.equals(cancelled)
                ? unchanged()
                : open().reason("/reason", reason).accept(() -> new CareVisitCancelled(reason));
    }

    private Decision<CareVisitEvent> miss(LocalDate day, LocalDate today) {
        return waiting && day.equals(on) && today.isAfter(day)
                ? accepted(new CareVisitMissed(
                        day,
                        missed.size() + 1 < rules().mostMisses() ? day.plusDays(rules().daysToNext()) : null,
                        scheduled.owner()))
                : unchanged();
    }

    /** It may still take place. */
    private Checks open() {
        return check().that(done == null, VISIT_DONE).that(cancelled == null, VISIT_CANCELLED);
    }

    private static Checks toCome(Checks checks, LocalDate day, Occasion occasion) {
        return checks.that(!day.isBefore(occasion.today()), "/on", VISIT_IN_PAST)
                .within(NEAR, "/on", day, occasion.today());
    }
}
