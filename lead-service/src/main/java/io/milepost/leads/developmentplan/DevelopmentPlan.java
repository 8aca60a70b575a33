package io.milepost.leads.developmentplan;

import static io.milepost.leads.developmentplan.DevelopmentPlan.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a customer of a segment is to be developed, by when and by whom. The plan of a segment is all of them that carry its code.
 * Nothing about a person belongs in its texts.
 */
public sealed interface DevelopmentPlan {
    Decider<DevelopmentPlan, Command, Event> DECIDER =
            new Decider<>(DevelopmentPlan::decide, DevelopmentPlan::begin, DevelopmentPlan::evolve);

    /** The key of the tag by which a customer is developed once at a time in a segment. */
    String TAG = "development-of";

    record SetDevelopmentPlan(String segment, UUID accountId, Aim aim) {}

    sealed interface Command {}

    /** Changes what is to be reached, by when or by whom. */
    record ReviseDevelopmentPlan(Aim aim, @Limit(Limit.NOTE) String reason) implements Command {}

    /** It is reached, in time or late. */
    record FulfilDevelopmentPlan(@Limit(Limit.NOTE) String result) implements Command {}

    /** The customer is not developed any more. */
    record DropDevelopmentPlan(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the timer alone, when the day has ended. */
    record MissDevelopmentDay(LocalDate by) implements Command {}

    sealed interface Event {}

    record CustomerDevelopmentPlanSet(String segment, UUID accountId, Aim aim) implements Event {}

    /** The {@code revision} counts from 1. */
    record CustomerDevelopmentPlanRevised(int revision, Aim aim, String reason, String revisedBy) implements Event {}

    record CustomerDevelopmentDayMissed(LocalDate by, String member) implements Event {}

    record CustomerDevelopmentPlanFulfilled(String result, LocalDate fulfilledOn, boolean late) implements Event {}

    record CustomerDevelopmentPlanDropped(String reason, LocalDate droppedOn) implements Event {}

    enum No implements Refusal {
        SEGMENT_UNKNOWN(state("no segment has this code")),
        ACCOUNT_UNKNOWN(state("there is no account of this id")),
        MEMBER_UNKNOWN(state("no team member has this code")),
        DEVELOPMENT_PLANNED(state("the customer is being developed in this segment already")),
        DAY_PASSED(rule("a customer cannot be developed by a day that has passed")),
        PLAN_NOT_CHANGED(rule("a revision must change something")),
        PLAN_FULFILLED(state("the customer has been developed")),
        PLAN_DROPPED(state("the customer is not developed any more"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * What is to be reached.
     *
     * @param goal what the customer is to become or buy
     * @param by the last day on which it is in time
     * @param member code of the one who does it
     */
    record Aim(@Limit(Limit.NOTE) String goal, LocalDate by, String member) {}

    /**
     * To be done.
     *
     * @param reason of the last revision
     * @param missed the day that passed last without it
     */
    record Planned(
            CustomerDevelopmentPlanSet set,
            Aim aim,
            int revision,
            @Nullable String reason,
            @Nullable LocalDate missed) implements DevelopmentPlan {
        @Override
        public Planned plan() {
            return this;
        }

        boolean isMissed() {
            return aim.by().equals(missed);
        }
    }

    record Fulfilled(Planned plan, CustomerDevelopmentPlanFulfilled end) implements DevelopmentPlan {}

    record Dropped(Planned plan, CustomerDevelopmentPlanDropped end) implements DevelopmentPlan {}

    Planned plan();

    /** What one open plan alone holds. */
    static String key(String segment, UUID accountId) {
        return "%s/%s".formatted(Codes.canonical(segment), accountId);
    }

    /** That the account is there. */
    record Customer() {}

    static Decision<Event> set(SetDevelopmentPlan set, Occasion occasion) {
        var checks = check().that(SegmentCode.isKnown(set.segment(), occasion), "/segment", SEGMENT_UNKNOWN)
                .that(occasion.read(Customer.class).isPresent(), "/accountId", ACCOUNT_UNKNOWN)
                .that(
                        occasion.holderOf(TAG, key(set.segment(), set.accountId()))
                                .isEmpty(),
                        DEVELOPMENT_PLANNED);
        return checked(set.aim(), occasion, checks)
                .accept(() -> new CustomerDevelopmentPlanSet(set.segment(), set.accountId(), set.aim()));
    }

    static Decision<Event> decide(DevelopmentPlan plan, Command command, Occasion occasion) {
        return switch (plan) {
            case Planned planned ->
                switch (command) {
                    case ReviseDevelopmentPlan(var aim, var reason) -> revise(planned, aim, reason, occasion);
                    case FulfilDevelopmentPlan(var result) ->
                        check().text("/result", result)
                                .accept(() -> new CustomerDevelopmentPlanFulfilled(
                                        result,
                                        occasion.today(),
                                        occasion.today().isAfter(planned.aim().by())));
                    case DropDevelopmentPlan(var reason) ->
                        check().reason("/reason", reason)
                                .accept(() -> new CustomerDevelopmentPlanDropped(reason, occasion.today()));
                    case MissDevelopmentDay(var by) -> miss(planned, by, occasion.today());
                };
            case Fulfilled(var _, var end) ->
                command instanceof MissDevelopmentDay || command.equals(new FulfilDevelopmentPlan(end.result()))
                        ? unchanged()
                        : refused(PLAN_FULFILLED);
            case Dropped(var _, var end) ->
                command instanceof MissDevelopmentDay || command.equals(new DropDevelopmentPlan(end.reason()))
                        ? unchanged()
                        : refused(PLAN_DROPPED);
        };
    }

    static DevelopmentPlan begin(Event first) {
        var set = (CustomerDevelopmentPlanSet) first;
        return new Planned(set, set.aim(), 0, null, null);
    }

    static DevelopmentPlan evolve(DevelopmentPlan plan, Event event) {
        var planned = plan.plan();
        return switch (event) {
            case CustomerDevelopmentPlanSet _ -> plan;
            case CustomerDevelopmentPlanRevised(var revision, var aim, var reason, var _) ->
                new Planned(planned.set(), aim, revision, reason, planned.missed());
            case CustomerDevelopmentDayMissed(var by, var _) ->
                new Planned(planned.set(), planned.aim(), planned.revision(), planned.reason(), by);
            case CustomerDevelopmentPlanFulfilled end -> new Fulfilled(planned, end);
            case CustomerDevelopmentPlanDropped end -> new Dropped(planned, end);
        };
    }

    private static Decision<Event> revise(Planned planned, Aim aim, String reason, Occasion occasion) {
        if (aim.equals(planned.aim())) {
            return reason.equals(planned.reason()) ? unchanged() : refusedAt("/aim", PLAN_NOT_CHANGED);
        }
        return checked(aim, occasion, check().reason("/reason", reason))
                .accept(() -> new CustomerDevelopmentPlanRevised(
                        planned.revision() + 1, aim, reason, occasion.who().name()));
    }

    /** The timer may be late, and the day may be another one by now. */
    private static Decision<Event> miss(Planned planned, LocalDate by, LocalDate today) {
        var aim = planned.aim();
        return by.equals(aim.by()) && today.isAfter(by) && !planned.isMissed()
                ? accepted(new CustomerDevelopmentDayMissed(by, aim.member()))
                : unchanged();
    }

    private static Checks checked(Aim aim, Occasion occasion, Checks checks) {
        return checks.text("/aim/goal", aim.goal())
                .within(NEAR, "/aim/by", aim.by(), occasion.today())
                .that(!aim.by().isBefore(occasion.today()), "/aim/by", DAY_PASSED)
                .owner("/aim/member", aim.member())
                .that(MemberCode.holderOf(aim.member(), occasion).isPresent(), "/aim/member", MEMBER_UNKNOWN);
    }
}
