package io.milepost.delivery.closure.domain;

import static io.milepost.delivery.closure.domain.ClosureItem.FULL_COLLECTION;
import static io.milepost.delivery.closure.domain.ClosureRefusal.*;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.closure.domain.ClosureCommand.CloseProject;
import io.milepost.delivery.closure.domain.ClosureCommand.CompleteItem;
import io.milepost.delivery.closure.domain.ClosureCommand.ExtendClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.OpenClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.ReopenCollection;
import io.milepost.delivery.closure.domain.ClosureCommand.TaskCommand;
import io.milepost.delivery.closure.domain.ClosureCommand.WaiveItem;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureBlocked;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemDone;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemReopened;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemReopenedAfterClose;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemWaived;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemsAdded;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureOpened;
import io.milepost.delivery.closure.domain.ClosureEvent.ProjectClosed;
import io.milepost.delivery.closure.domain.ClosureEvent.TaskEvent;
import io.milepost.delivery.kernel.Checklist;
import io.milepost.delivery.kernel.Waiver;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The end of a contract's life, item by item. */
public sealed interface Closure {

    record Unknown() implements Closure {}

    /** Every closure that was opened. */
    sealed interface Known extends Closure {
        Project project();

        Checklist<ClosureItem, TaskEvent> checklist();
    }

    record Open(Project project, Checklist<ClosureItem, TaskEvent> checklist) implements Known {}

    record Closed(Project project, Checklist<ClosureItem, TaskEvent> checklist, LocalDate closedOn) implements Known {}

    static Decision<ClosureEvent> decide(Closure state, ClosureCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ -> command instanceof OpenClosure open ? open(open, occasion) : refused(CLOSURE_UNKNOWN);
            case Known closure ->
                switch (command) {
                    case OpenClosure _ -> refused(CLOSURE_ALREADY_OPENED);
                    case ExtendClosure _ -> extend(closure);
                    case CompleteItem(var item) -> complete(closure, item);
                    case ReopenCollection _ -> reopenCollection(closure);
                    case TaskCommand task -> Tasks.decide(closure, task, occasion.today());
                    case WaiveItem waive -> waive(closure, waive, occasion.actor());
                    case CloseProject _ ->
                        switch (closure) {
                            case Open open -> close(open, occasion.today());
                            case Closed _ -> unchanged();
                        };
                };
        };
    }

    static Closure evolve(Closure state, ClosureEvent event) {
        return switch (event) {
            case ClosureOpened opened -> new Open(Project.of(opened), Checklist.of(opened.items(), opened.waivable()));
            case ClosureItemsAdded added -> {
                var open = (Open) state;
                yield new Open(open.project().with(added), open.checklist().plus(added.items(), added.waivable()));
            }
            case ClosureItemDone(var _, var item) -> ticked(state, list -> list.done(item));
            case TaskEvent task -> ticked(state, list -> list.done(Tasks.itemOf(task), task));
            case ClosureItemReopened(var _, var item) -> ticked(state, list -> list.reopened(item));
            case ClosureItemReopenedAfterClose(var _, var item) -> ticked(state, list -> list.reopened(item));
            case ClosureItemWaived(var _, var item, var reason, var by) ->
                ticked(state, list -> list.waived(item, new Waiver(reason, by)));
            case ClosureBlocked _ -> state;
            case ProjectClosed closed -> {
                var open = (Open) state;
                yield new Closed(open.project(), open.checklist(), closed.closedOn());
            }
        };
    }

    private static Closure ticked(Closure state, UnaryOperator<Checklist<ClosureItem, TaskEvent>> change) {
        return switch ((Known) state) {
            case Open(var project, var list) -> new Open(project, change.apply(list));
            case Closed(var project, var list, var closedOn) -> new Closed(project, change.apply(list), closedOn);
        };
    }

    private static Decision<ClosureEvent> open(OpenClosure open, Occasion occasion) {
        var template = ClosureTemplate.STANDARD;
        return accepted(new ClosureOpened(
                occasion.id(),
                open.opportunityId(),
                open.accountId(),
                ClosureKind.DELIVERY_PROJECT,
                template.name(),
                template.version(),
                template.items(),
                template.waivable()));
    }

    private static Decision<ClosureEvent> extend(Known closure) {
        if (closure.project().isStrategic()) {
            return unchanged();
        }
        var template = ClosureTemplate.STRATEGIC;
        return switch (closure) {
            case Open(var project, var _) ->
                accepted(new ClosureItemsAdded(
                        project.contractId(),
                        template.name(),
                        template.version(),
                        template.items(),
                        template.waivable()));
            case Closed _ -> refused(PROJECT_CLOSED);
        };
    }

    /** After the close only what was reopened since can be done. */
    private static Decision<ClosureEvent> complete(Known closure, ClosureItem item) {
        var checklist = closure.checklist();
        if (!checklist.items().contains(item) && !mayStillBeAskedFor(closure.project(), item)) {
            return refused(ITEM_NOT_ON_CHECKLIST).at("/item");
        }
        if (checklist.done().contains(item)) {
            return unchanged();
        }
        return closure instanceof Closed && !checklist.open().contains(item)
                ? refused(PROJECT_CLOSED)
                : accepted(new ClosureItemDone(closure.project().contractId(), item));
    }

    /** A fact that nobody asks for is kept while the word that the deal is strategic may be on its way. */
    private static boolean mayStillBeAskedFor(Project project, ClosureItem item) {
        return !project.isStrategic() && ClosureTemplate.STRATEGIC.items().contains(item);
    }

    private static Decision<ClosureEvent> reopenCollection(Known closure) {
        if (!closure.checklist().items().contains(FULL_COLLECTION)) {
            return refused(ITEM_NOT_ON_CHECKLIST);
        }
        if (!closure.checklist().done().contains(FULL_COLLECTION)) {
            return unchanged();
        }
        var contract = closure.project().contractId();
        return switch (closure) {
            case Open _ -> accepted(new ClosureItemReopened(contract, FULL_COLLECTION));
            case Closed _ -> accepted(new ClosureItemReopenedAfterClose(contract, FULL_COLLECTION));
        };
    }

    private static Decision<ClosureEvent> waive(Known closure, WaiveItem waive, String actor) {
        var item = waive.item();
        var checklist = closure.checklist();
        if (!checklist.items().contains(item)) {
            return refused(ITEM_NOT_ON_CHECKLIST).at("/item");
        }
        if (!checklist.waivable().contains(item)) {
            return refused(ITEM_NOT_WAIVABLE).at("/item");
        }
        if (waive.reason().isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        var before = checklist.waiver(item);
        if (before.isPresent()) {
            return before.get().reason().equals(waive.reason()) ? unchanged() : refused(ITEM_ALREADY_WAIVED);
        }
        return checklist.done().contains(item)
                ? refused(ITEM_ALREADY_DONE)
                : accepted(new ClosureItemWaived(closure.project().contractId(), item, waive.reason(), actor));
    }

    private static Decision<ClosureEvent> close(Open closure, LocalDate today) {
        var project = closure.project();
        var waiting = closure.checklist().open();
        if (waiting.isEmpty()) {
            return accepted(
                    new ProjectClosed(project.contractId(), project.opportunityId(), project.accountId(), today));
        }
        var names = waiting.stream().map(ClosureItem::name).collect(Collectors.joining(", "));
        return Decision.<ClosureEvent>refused(ITEMS_OPEN, "open: " + names)
                .onRecord(List.of(new ClosureBlocked(project.contractId(), waiting)));
    }

    private static Refused<ClosureEvent> refused(ClosureRefusal reason) {
        return Decision.refused(reason);
    }
}
