package io.milepost.leads.developmentplan;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.account.AccountCatalogue;
import io.milepost.leads.developmentplan.DevelopmentPlan.*;
import io.milepost.leads.kernel.Duties;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a customer's development, and the day that it waits for. It belongs to the member who does it. */
public final class DevelopmentPlanCatalogue {

    public static final Catalogue<DevelopmentPlan, Command, Event> DEVELOPMENT_PLAN = Catalogue.of(
                    "development-plan", "development-plans", DevelopmentPlan.DECIDER)
            .creates(SetDevelopmentPlan.class, DevelopmentPlan::set, SALES_MANAGER, IMPORTER)
            .claims(SetDevelopmentPlan.class, SegmentCode.TAG, (_, _, set) -> SegmentCode.claimed(set.segment()))
            .claims(
                    SetDevelopmentPlan.class,
                    MemberCode.TAG,
                    (_, _, set) -> MemberCode.spellings(set.aim().member()))
            .claims(
                    SetDevelopmentPlan.class,
                    DevelopmentPlan.TAG,
                    (_, _, set) -> List.of(DevelopmentPlan.key(set.segment(), set.accountId())))
            .reads(
                    SetDevelopmentPlan.class,
                    () -> AccountCatalogue.ACCOUNT,
                    (_, set) -> set.accountId(),
                    Customer.class,
                    _ -> new Customer())
            .command(ReviseDevelopmentPlan.class, SALES_MANAGER, IMPORTER)
            .claims(
                    ReviseDevelopmentPlan.class,
                    MemberCode.TAG,
                    (_, _, revise) -> MemberCode.spellings(revise.aim().member()))
            .command(FulfilDevelopmentPlan.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    FulfilDevelopmentPlan.class,
                    "the member who develops the customer, or a sales manager",
                    (plan, occasion) -> plan == null
                            ? List.of()
                            : Duties.orManager(plan.plan().aim().member(), occasion))
            .command(DropDevelopmentPlan.class, SALES_MANAGER, IMPORTER)
            .command(MissDevelopmentDay.class)
            .event(CustomerDevelopmentPlanSet.class, "development-plan.set", 1)
            .tags(
                    CustomerDevelopmentPlanSet.class,
                    set -> Set.of(new Tag(DevelopmentPlan.TAG, DevelopmentPlan.key(set.segment(), set.accountId()))))
            .event(CustomerDevelopmentPlanRevised.class, "development-plan.revised", 1)
            .event(CustomerDevelopmentDayMissed.class, "development-plan.day-missed", 1)
            .event(CustomerDevelopmentPlanFulfilled.class, "development-plan.fulfilled", 1)
            .event(CustomerDevelopmentPlanDropped.class, "development-plan.dropped", 1)
            .holds(
                    DevelopmentPlan.TAG,
                    plan -> plan instanceof Planned(var set, var _, var _, var _, var _)
                            ? List.of(DevelopmentPlan.key(set.segment(), set.accountId()))
                            : List.of())
            .ownedBy(plan -> plan.plan().aim().member())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, OWNER_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A customer who is to be developed waits for the end of the day by which that is to be done. */
    public static final Due<DevelopmentPlan> DEVELOPMENT_DAY = new Due<>(
            "development-day",
            DEVELOPMENT_PLAN,
            MissDevelopmentDay.class,
            plan -> plan instanceof Planned planned && !planned.isMissed()
                    ? List.of(DueDate.endOf(
                                    planned.aim().by(),
                                    new MissDevelopmentDay(planned.aim().by()))
                            .ownedBy(planned.aim().member()))
                    : List.of());

    /** Whoever was to do it, and the manager, are told that the day has passed. */
    public static final NoticeRule<CustomerDevelopmentDayMissed> MISSED_NOTICE = notice("development-day-missed")
            .on(DEVELOPMENT_PLAN, CustomerDevelopmentDayMissed.class)
            .about(missed -> missed.by().toString())
            .to(OWNER, MANAGER);

    private DevelopmentPlanCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status PLANNED, MISSED, FULFILLED or DROPPED
     * @param aim as set or revised last
     * @param revision how often it was revised
     * @param revisedFor the reason of the last revision
     * @param missed the day that passed last without it
     */
    public record View(
            String status,
            String segment,
            UUID accountId,
            Aim aim,
            int revision,
            @Nullable String revisedFor,
            @Nullable LocalDate missed,
            @Nullable CustomerDevelopmentPlanFulfilled fulfilled,
            @Nullable CustomerDevelopmentPlanDropped dropped) {
        static View of(DevelopmentPlan plan) {
            return switch (plan) {
                case Planned planned -> of(planned.isMissed() ? "MISSED" : "PLANNED", planned, null, null);
                case Fulfilled(var planned, var end) -> of("FULFILLED", planned, end, null);
                case Dropped(var planned, var end) -> of("DROPPED", planned, null, end);
            };
        }

        private static View of(
                String status,
                Planned planned,
                @Nullable CustomerDevelopmentPlanFulfilled fulfilled,
                @Nullable CustomerDevelopmentPlanDropped dropped) {
            return new View(
                    status,
                    planned.set().segment(),
                    planned.set().accountId(),
                    planned.aim(),
                    planned.revision(),
                    planned.reason(),
                    planned.missed(),
                    fulfilled,
                    dropped);
        }
    }
}
