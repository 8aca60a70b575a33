package io.milepost.delivery.improvementaction;

import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.improvementaction.ImprovementAction.*;
import io.milepost.delivery.settlement.Settlement;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The improvement's commands and events, the day that it waits for, and who is told when that is missed. */
public final class ImprovementActionCatalogue {

    public static final Catalogue<ImprovementAction, Command, Event> IMPROVEMENT_ACTION = Catalogue.of(
                    "improvement-action", "improvement-actions", ImprovementAction.DECIDER)
            .creates(
                    RaiseImprovement.class,
                    ImprovementAction::raise,
                    SALES_REP,
                    SALES_MANAGER,
                    DELIVERY_MANAGER,
                    ENGINEERING,
                    QA,
                    IMPORTER)
            .reads(
                    RaiseImprovement.class,
                    () -> SERVICE_CASE,
                    (_, raise) -> raise.caseId(),
                    KnownCase.class,
                    _ -> new KnownCase(true))
            .reads(
                    RaiseImprovement.class,
                    () -> CARE_VISIT,
                    (_, raise) -> raise.visitId(),
                    KnownVisit.class,
                    _ -> new KnownVisit(true))
            .reads(
                    RaiseImprovement.class,
                    () -> SETTLEMENT,
                    (_, raise) -> raise.contractId(),
                    Answered.class,
                    settlement -> new Answered(isAnswered(settlement)))
            .command(PostponeImprovement.class, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(AssignImprovement.class, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(CompleteImprovement.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING, QA)
            .duty(
                    CompleteImprovement.class,
                    "whoever answers for the improvement",
                    action -> List.of(action.raised().owner()))
            .command(DropImprovement.class, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(MarkImprovementOverdue.class)
            .event(ImprovementActionRaised.class, "improvement-action.raised", 1)
            .event(ImprovementActionPostponed.class, "improvement-action.postponed", 1)
            .event(ImprovementActionAssigned.class, "improvement-action.assigned", 1)
            .event(ImprovementActionDone.class, "improvement-action.done", 1)
            .event(ImprovementActionDropped.class, "improvement-action.dropped", 1)
            .event(ImprovementActionOverdue.class, "improvement-action.overdue", 1)
            .ownedBy(action -> action.raised().owner())
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, REASON_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** An improvement waits for the end of its last day. */
    public static final Due<ImprovementAction> IMPROVEMENT_OVERDUE = new Due<>(
            "improvement-overdue",
            IMPROVEMENT_ACTION,
            MarkImprovementOverdue.class,
            action -> action.isAwaited()
                    ? List.of(DueDate.endOf(action.dueOn(), new MarkImprovementOverdue())
                            .ownedBy(action.raised().owner()))
                    : List.of());

    /** An overdue improvement is told to its owner and the manager. */
    public static final NoticeRule<ImprovementActionOverdue> IMPROVEMENT_NOTICE = notice("improvement-overdue")
            .on(IMPROVEMENT_ACTION, ImprovementActionOverdue.class)
            .to(OWNER, MANAGER);

    private ImprovementActionCatalogue() {}

    /** A customer who disputes the amount has answered too. */
    private static boolean isAnswered(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Opened _, Settlement.Draft _ -> false;
            case Settlement.Disputed _, Settlement.Confirmed _, Settlement.Settled _ -> true;
        };
    }

    /**
     * What a read shows.
     *
     * @param status OPEN, OVERDUE, DONE or DROPPED
     * @param dueOn the last day on which it is in time, after it was postponed the later one
     */
    public record View(
            String status,
            ImprovementActionRaised raised,
            LocalDate dueOn,
            boolean overdue,
            @Nullable ImprovementActionDone done,
            @Nullable String droppedFor) {
        static View of(ImprovementAction action) {
            return new View(
                    status(action), action.raised(), action.dueOn(), action.overdue(), action.done(), action.dropped());
        }

        private static String status(ImprovementAction action) {
            if (action.done() != null) {
                return "DONE";
            }
            if (action.dropped() != null) {
                return "DROPPED";
            }
            return action.overdue() ? "OVERDUE" : "OPEN";
        }
    }
}
