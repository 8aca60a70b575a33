package io.milepost.delivery.coordinationtask;

import static io.milepost.delivery.coordinationtask.CoordinationTask.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
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
 * What another department has to do for a delivery, by a day.
 *
 * @param asked with whose it is and its last day as they are now
 * @param overdue whether its last day ended before it was completed
 * @param completion null until it is done
 * @param cancelled why it is not done at all; null as long as it may be
 */
public record CoordinationTask(
        CoordinationTaskAsked asked,
        boolean overdue,
        @Nullable CoordinationTaskCompleted completion,
        @Nullable String cancelled) {
    static final Decider<CoordinationTask, Command, Event> DECIDER =
            new Decider<>(CoordinationTask::decide, CoordinationTask::begin, CoordinationTask::evolve);

    /**
     * Asks a department for something.
     *
     * @param owner code of the member of that department who sees to it
     * @param dueOn the last day on which it is in time
     */
    public record AskForTask(
            UUID contractId,
            Department department,
            @Limit(Limit.NOTE) String task,
            String owner,
            LocalDate dueOn) {}

    public sealed interface Command {}

    /** Another member of the department sees to it. */
    public record AssignTask(String owner) implements Command {}

    /** Moves the last day. */
    public record PostponeTask(
            LocalDate dueOn, @Limit(Limit.NOTE) String reason) implements Command {}

    public record CompleteTask(@Limit(Limit.NOTE) String result) implements Command {}

    public record CancelTask(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the timer alone, when the last day has ended. */
    public record MarkTaskOverdue() implements Command {}

    public enum Department {
        ENGINEERING,
        MATERIAL_CONTROL,
        PRODUCTION,
        PURCHASING,
        LOGISTICS,
        FINANCE,
        LEGAL,
        SALES
    }

    public sealed interface Event {
        UUID contractId();
    }

    public record CoordinationTaskAsked(
            UUID contractId, Department department, String task, String owner, LocalDate dueOn, String askedBy)
            implements Event {

        private CoordinationTaskAsked with(String another, LocalDate day) {
            return new CoordinationTaskAsked(contractId, department, task, another, day, askedBy);
        }
    }

    public record CoordinationTaskAssigned(UUID contractId, String owner) implements Event {}

    public record CoordinationTaskPostponed(UUID contractId, LocalDate from, LocalDate dueOn, String reason)
            implements Event {}

    public record CoordinationTaskCompleted(UUID contractId, String result, LocalDate on, String by) implements Event {}

    public record CoordinationTaskCancelled(UUID contractId, String reason, String by) implements Event {}

    public record CoordinationTaskOverdue(UUID contractId, String owner, LocalDate dueOn) implements Event {}

    public enum No implements Refusal {
        CONTRACT_UNKNOWN(state("no signed contract has this id")),
        TASK_COMPLETED(state("the task is completed, with another result")),
        TASK_CANCELLED(state("the task was cancelled")),
        DUE_IN_PAST(rule("a task is due on a day to come"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> ask(AskForTask ask, Occasion occasion) {
        return check().that(occasion.read(SoldContract.class).isPresent(), "/contractId", CONTRACT_UNKNOWN)
                .that(!ClosedDelivery.isSo(occasion), ClosedDelivery.No.DELIVERY_OVER)
                .text("/task", ask.task())
                .owner("/owner", ask.owner())
                .that(!ask.dueOn().isBefore(occasion.today()), "/dueOn", DUE_IN_PAST)
                .within(NEAR, "/dueOn", ask.dueOn(), occasion.today())
                .accept(() -> new CoordinationTaskAsked(
                        ask.contractId(),
                        ask.department(),
                        ask.task(),
                        ask.owner(),
                        ask.dueOn(),
                        occasion.who().name()));
    }

    static Decision<Event> decide(CoordinationTask task, Command command, Occasion occasion) {
        return switch (command) {
            case AssignTask(var owner) -> task.assign(owner);
            case PostponeTask(var day, var reason) -> task.postpone(day, reason, occasion);
            case CompleteTask(var result) -> task.complete(result, occasion);
            case CancelTask(var reason) -> task.cancel(reason, occasion);
            case MarkTaskOverdue _ ->
                task.isAwaited() && occasion.today().isAfter(task.asked.dueOn())
                        ? accepted(new CoordinationTaskOverdue(
                                task.asked.contractId(), task.asked.owner(), task.asked.dueOn()))
                        : unchanged();
        };
    }

    static CoordinationTask begin(Event first) {
        return new CoordinationTask((CoordinationTaskAsked) first, false, null, null);
    }

    static CoordinationTask evolve(CoordinationTask task, Event event) {
        return switch (event) {
            case CoordinationTaskAsked _ -> task;
            case CoordinationTaskAssigned(var _, var owner) ->
                new CoordinationTask(task.asked.with(owner, task.asked.dueOn()), task.overdue, null, null);
            case CoordinationTaskPostponed(var _, var _, var day, var _) ->
                new CoordinationTask(task.asked.with(task.asked.owner(), day), false, null, null);
            case CoordinationTaskOverdue _ -> new CoordinationTask(task.asked, true, null, null);
            case CoordinationTaskCompleted done -> new CoordinationTask(task.asked, task.overdue, done, null);
            case CoordinationTaskCancelled(var _, var reason, var _) ->
                new CoordinationTask(task.asked, task.overdue, null, reason);
        };
    }

    /** Whether its last day still counts. */
    boolean isAwaited() {
        return completion == null && cancelled == null && !overdue;
    }

    private Decision<Event> assign(String owner) {
        return Codes.same(owner, asked.owner()) && completion == null && cancelled == null
                ? unchanged()
                : open().owner("/owner", owner).accept(() -> new CoordinationTaskAssigned(asked.contractId(), owner));
    }

    private Decision<Event> postpone(LocalDate day, String reason, Occasion occasion) {
        return day.equals(asked.dueOn()) && completion == null && cancelled == null
                ? unchanged()
                : open().that(!day.isBefore(occasion.today()), "/dueOn", DUE_IN_PAST)
                        .within(NEAR, "/dueOn", day, occasion.today())
                        .reason("/reason", reason)
                        .accept(() -> new CoordinationTaskPostponed(asked.contractId(), asked.dueOn(), day, reason));
    }

    private Decision<Event> complete(String result, Occasion occasion) {
        return completion != null && completion.result().equals(result)
                ? unchanged()
                : open().text("/result", result)
                        .accept(() -> new CoordinationTaskCompleted(
                                asked.contractId(),
                                result,
                                occasion.today(),
                                occasion.who().name()));
    }

    private Decision<Event> cancel(String reason, Occasion occasion) {
        return reason.equals(cancelled)
                ? unchanged()
                : open().reason("/reason", reason)
                        .accept(() -> new CoordinationTaskCancelled(
                                asked.contractId(), reason, occasion.who().name()));
    }

    private Checks open() {
        return check().that(completion == null, TASK_COMPLETED).that(cancelled == null, TASK_CANCELLED);
    }
}
