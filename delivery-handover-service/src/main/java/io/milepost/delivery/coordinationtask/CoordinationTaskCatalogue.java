package io.milepost.delivery.coordinationtask;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.coordinationtask.CoordinationTask.*;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coordination task's commands and events, the day that it waits for, and who is told when that is missed. */
public final class CoordinationTaskCatalogue {

    public static final Catalogue<CoordinationTask, Command, Event> COORDINATION_TASK = Catalogue.of(
                    "coordination-task", "coordination-tasks", CoordinationTask.DECIDER)
            .creates(AskForTask.class, CoordinationTask::ask, DELIVERY_MANAGER, ENGINEERING, SALES_MANAGER, IMPORTER)
            .reads(
                    AskForTask.class,
                    () -> HANDOVER,
                    (_, ask) -> ask.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .reads(
                    AskForTask.class,
                    () -> DELIVERY_PROJECT,
                    (_, ask) -> ask.contractId(),
                    ClosedDelivery.class,
                    DeliveryProject::over)
            .command(AssignTask.class, DELIVERY_MANAGER, SALES_MANAGER)
            .command(PostponeTask.class, DELIVERY_MANAGER, SALES_MANAGER)
            .command(CompleteTask.class, DELIVERY_MANAGER, ENGINEERING, FINANCE, LEGAL, SALES_REP, SALES_MANAGER)
            .duty(
                    CompleteTask.class,
                    "whoever was asked for the task",
                    task -> List.of(task.asked().owner()))
            .command(CancelTask.class, DELIVERY_MANAGER, SALES_MANAGER)
            .command(MarkTaskOverdue.class)
            .event(CoordinationTaskAsked.class, "coordination-task.asked", 1)
            .event(CoordinationTaskAssigned.class, "coordination-task.assigned", 1)
            .event(CoordinationTaskPostponed.class, "coordination-task.postponed", 1)
            .event(CoordinationTaskCompleted.class, "coordination-task.completed", 1)
            .event(CoordinationTaskCancelled.class, "coordination-task.cancelled", 1)
            .event(CoordinationTaskOverdue.class, "coordination-task.overdue", 1)
            .rootedBy(Event::contractId)
            .ownedBy(task -> task.asked().owner())
            .refusals(ClosedDelivery.No.class)
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, REASON_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A task waits for the end of its last day. */
    public static final Due<CoordinationTask> TASK_OVERDUE = new Due<>(
            "coordination-task-overdue",
            COORDINATION_TASK,
            MarkTaskOverdue.class,
            task -> task.isAwaited()
                    ? List.of(DueDate.endOf(task.asked().dueOn(), new MarkTaskOverdue())
                            .ownedBy(task.asked().owner()))
                    : List.of());

    /** An overdue task is told to whoever sees to it and the manager. */
    public static final NoticeRule<CoordinationTaskOverdue> TASK_NOTICE = notice("coordination-task-overdue")
            .on(COORDINATION_TASK, CoordinationTaskOverdue.class)
            .to(OWNER, MANAGER);

    private CoordinationTaskCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status OPEN, OVERDUE, COMPLETED or CANCELLED
     */
    public record View(
            String status,
            CoordinationTaskAsked asked,
            boolean overdue,
            @Nullable CoordinationTaskCompleted completion,
            @Nullable String cancelledFor) {
        static View of(CoordinationTask task) {
            return new View(status(task), task.asked(), task.overdue(), task.completion(), task.cancelled());
        }

        private static String status(CoordinationTask task) {
            if (task.completion() != null) {
                return "COMPLETED";
            }
            if (task.cancelled() != null) {
                return "CANCELLED";
            }
            return task.overdue() ? "OVERDUE" : "OPEN";
        }
    }
}
