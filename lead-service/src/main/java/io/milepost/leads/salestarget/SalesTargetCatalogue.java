package io.milepost.leads.salestarget;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.salesstrategy.SalesStrategy.Version;
import io.milepost.leads.salesstrategy.SalesStrategyCatalogue;
import io.milepost.leads.salestarget.Drafting.*;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands, events and the read view of a sales target, and the day that it waits for. Whoever answers for it submits it and breaks it
 * down. One member has one open target of a metric for a period under one above, by the tag {@code target-of=}.
 */
public final class SalesTargetCatalogue {
    private static final String ACCOUNTABLE = "whoever answers for the target";

    public static final Catalogue<SalesTarget, Command, Event> SALES_TARGET = Catalogue.of(
                    "sales-target", "sales-targets", SalesTarget.DECIDER)
            .creates(DraftSalesTarget.class, Drafting::draft, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    DraftSalesTarget.class,
                    MemberCode.TAG,
                    (_, _, draft) -> MemberCode.spellings(draft.task().accountable()))
            .claims(DraftSalesTarget.class, Drafting.TAG, (_, _, draft) -> List.of(Drafting.key(draft.task())))
            .reads(
                    DraftSalesTarget.class,
                    () -> SalesTargetCatalogue.SALES_TARGET,
                    (_, draft) -> draft.task().parentId(),
                    Whole.class,
                    Whole::of)
            .reads(
                    DraftSalesTarget.class,
                    () -> SalesStrategyCatalogue.SALES_STRATEGY,
                    (_, draft) -> draft.task().strategyId(),
                    CompanyStrategy.class,
                    strategy -> new CompanyStrategy(
                            strategy.inForce().map(Version::number).orElse(null)))
            .command(RedraftSalesTarget.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    RedraftSalesTarget.class,
                    MemberCode.TAG,
                    (_, _, redraft) -> MemberCode.spellings(redraft.task().accountable()))
            .claims(RedraftSalesTarget.class, Drafting.TAG, (_, _, redraft) -> List.of(Drafting.key(redraft.task())))
            .reads(
                    RedraftSalesTarget.class,
                    () -> SalesTargetCatalogue.SALES_TARGET,
                    (_, redraft) -> redraft.task().parentId(),
                    Whole.class,
                    Whole::of)
            .reads(
                    RedraftSalesTarget.class,
                    () -> SalesStrategyCatalogue.SALES_STRATEGY,
                    (_, redraft) -> redraft.task().strategyId(),
                    CompanyStrategy.class,
                    strategy -> new CompanyStrategy(
                            strategy.inForce().map(Version::number).orElse(null)))
            .command(SubmitSalesTarget.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(SubmitSalesTarget.class, ACCOUNTABLE, SalesTargetCatalogue::accountable)
            .command(ApproveSalesTarget.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .reads(
                    ApproveSalesTarget.class,
                    () -> SalesTargetCatalogue.SALES_TARGET,
                    (target, _) ->
                            Objects.requireNonNull(target).details().task().parentId(),
                    Whole.class,
                    Whole::of)
            .command(ReturnSalesTarget.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .command(CascadeSalesTarget.class, SALES_MANAGER, IMPORTER)
            .claims(
                    CascadeSalesTarget.class,
                    MemberCode.TAG,
                    (_, _, cascade) -> MemberCode.spellings(
                            cascade.parts().stream().map(Part::accountable).toArray(String[]::new)))
            .duty(CascadeSalesTarget.class, ACCOUNTABLE, SalesTargetCatalogue::accountable)
            .command(StartPeriod.class)
            .command(ReviseSalesTarget.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .command(CloseSalesTarget.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .event(SalesTargetDrafted.class, "sales-target.drafted", 1)
            .tags(SalesTargetDrafted.class, drafted -> only(drafted.task()))
            .event(SalesTargetRedrafted.class, "sales-target.redrafted", 1)
            .tags(SalesTargetRedrafted.class, redrafted -> only(redrafted.task()))
            .event(SalesTargetSubmitted.class, "sales-target.submitted", 1)
            .event(SalesTargetReturned.class, "sales-target.returned", 1)
            .event(SalesTargetApproved.class, "sales-target.approved", 1)
            .event(SalesTargetNotApprovedInTime.class, "sales-target.not-approved-in-time", 1)
            .event(SalesTargetActivated.class, "sales-target.activated", 1)
            .event(SalesTargetCascaded.class, "sales-target.cascaded", 1)
            .event(SalesTargetRevised.class, "sales-target.revised", 1)
            .event(SalesTargetClosed.class, "sales-target.closed", 1)
            .holds(
                    Drafting.TAG,
                    target -> target instanceof Closed
                            ? List.of()
                            : List.of(Drafting.key(target.details().task())))
            .ownedBy(target -> target.details().task().accountable())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, OWNER_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A target waits for the first day of its period, on which it starts or has not been approved in time (R-005, G01). */
    public static final Due<SalesTarget> PERIOD_START =
            new Due<>("period-start", SALES_TARGET, StartPeriod.class, SalesTargetCatalogue::periodStart);

    /** Whoever answers for the target, and the manager, are told that its period began without approval. */
    public static final NoticeRule<SalesTargetNotApprovedInTime> NOT_APPROVED_NOTICE = notice("target-not-approved")
            .on(SALES_TARGET, SalesTargetNotApprovedInTime.class)
            .about(missed -> missed.from().toString())
            .to(OWNER, MANAGER);

    private SalesTargetCatalogue() {}

    private static Set<Tag> only(Task task) {
        return Set.of(new Tag(Drafting.TAG, Drafting.key(task)));
    }

    private static List<String> accountable(SalesTarget target) {
        return List.of(target.details().task().accountable());
    }

    private static List<DueDate> periodStart(SalesTarget target) {
        var from = target.details().task().from();
        boolean waits = switch (target) {
            case Draft _, Submitted _ -> !from.equals(target.details().missed());
            case Approved _ -> true;
            case Active _, Closed _ -> false;
        };
        return waits
                ? List.of(DueDate.startOf(from, new StartPeriod(from))
                        .ownedBy(target.details().task().accountable()))
                : List.of();
    }

    /**
     * What a read shows.
     *
     * @param status DRAFT, SUBMITTED, RETURNED, APPROVED, ACTIVE or CLOSED
     * @param task as it was drafted or redrafted last, with the original figure
     * @param figure that holds now
     * @param assigned what the cascade of the target above gave when this one was drafted
     * @param notApprovedInTime the first day of a period that began without approval
     * @param cascade as it was named last, of the figure that held then
     */
    public record View(
            String status,
            Task task,
            Figure figure,
            Strategy strategy,
            @Nullable Figure assigned,
            @Nullable String returnedFor,
            @Nullable LocalDate notApprovedInTime,
            @Nullable SalesTargetApproved approval,
            @Nullable SalesTargetCascaded cascade,
            List<SalesTargetRevised> revisions,
            @Nullable SalesTargetClosed end) {
        static View of(SalesTarget target) {
            var details = target.details();
            return new View(
                    statusOf(target),
                    details.task(),
                    target.figure(),
                    details.strategy(),
                    details.assigned(),
                    target instanceof Draft(var _, var returnedFor) ? returnedFor : null,
                    details.missed(),
                    target.approvalGiven().orElse(null),
                    details.cascade(),
                    target.revisions(),
                    target instanceof Closed(var _, var end) ? end : null);
        }

        private static String statusOf(SalesTarget target) {
            return switch (target) {
                case Draft(var _, var returnedFor) -> returnedFor == null ? "DRAFT" : "RETURNED";
                case Submitted _ -> "SUBMITTED";
                case Approved _ -> "APPROVED";
                case Active _ -> "ACTIVE";
                case Closed _ -> "CLOSED";
            };
        }
    }
}
