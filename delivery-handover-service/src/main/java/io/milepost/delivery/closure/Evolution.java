package io.milepost.delivery.closure;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.platform.decision.Checklist;
import io.milepost.platform.value.Evidence;
import java.util.List;

/** How a closure begins and changes. */
final class Evolution {
    private Evolution() {}

    static Closure begin(Event first) {
        var opening = (ClosureOpened) first;
        return new Closure(opening, null, Checklist.of(opening.items(), opening.waivable()), false, List.of());
    }

    static Closure evolve(Closure closure, Event event) {
        var list = closure.checklist();
        return switch (event) {
            case ClosureOpened _ -> closure;
            case ClosureBlocked blocked ->
                new Closure(closure.opening(), closure.extension(), list, closure.calledOff(), blocked.open());
            case ClosureCalledOff _ ->
                new Closure(closure.opening(), closure.extension(), list, true, closure.blockedBy());
            case ClosureItemsAdded added ->
                new Closure(
                        closure.opening(),
                        added,
                        list.withItems(added.items(), added.waivable()),
                        closure.calledOff(),
                        closure.blockedBy());
            case ClosureItemDone(var _, var item) -> with(closure, list.withDone(item, Evidence.fact(null)));
            case TaskEvent task ->
                with(closure, list.withDone(Completing.itemOf(task), Completing.evidence(task), task));
            case ClosureItemReopened(var _, var item) -> with(closure, list.withReopened(item));
            case ClosureItemReopenedAfterClose(var _, var item) -> with(closure, list.withReopened(item));
            case ClosureItemWaived(var _, var item, var reason, var by) ->
                with(closure, list.withWaived(item, reason, by));
            case ProjectClosed closed -> with(closure, list.withClosed(closed.closedOn()));
        };
    }

    private static Closure with(Closure closure, Checklist<ClosureItem, TaskEvent> changed) {
        return new Closure(closure.opening(), closure.extension(), changed, closure.calledOff(), closure.blockedBy());
    }
}
