package io.milepost.delivery.closure.domain;

import static io.milepost.delivery.closure.domain.ClosureRefusal.*;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.closure.domain.ClosureCommand.CloseProject;
import io.milepost.delivery.closure.domain.ClosureCommand.CompleteItem;
import io.milepost.delivery.closure.domain.ClosureCommand.OpenClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.WaiveItem;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureBlocked;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemDone;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemWaived;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureOpened;
import io.milepost.delivery.closure.domain.ClosureEvent.ProjectClosed;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a contract's life, item by item. */
public sealed interface Closure {

    record Unknown() implements Closure {}

    /** Every closure that was opened. */
    sealed interface Known extends Closure {
        ClosureOpened opening();

        Checklist checklist();
    }

    record Open(ClosureOpened opening, Checklist checklist) implements Known {}

    record Closed(ClosureOpened opening, Checklist checklist, LocalDate closedOn) implements Known {}

    static Decision<ClosureEvent> decide(Closure state, ClosureCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ -> command instanceof OpenClosure open ? open(open, occasion) : refused(CLOSURE_UNKNOWN);
            case Known closure ->
                switch (command) {
                    case OpenClosure _ -> refused(CLOSURE_ALREADY_OPENED);
                    case CompleteItem(var item) -> complete(closure, item);
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
            case ClosureOpened opening -> new Open(opening, Checklist.of(opening.items()));
            case ClosureItemDone(var _, var item) -> {
                var open = (Open) state;
                yield new Open(open.opening(), open.checklist().done(item));
            }
            case ClosureItemWaived waiver -> {
                var open = (Open) state;
                yield new Open(open.opening(), open.checklist().waived(waiver));
            }
            case ClosureBlocked _ -> state;
            case ProjectClosed closed -> {
                var open = (Open) state;
                yield new Closed(open.opening(), open.checklist(), closed.closedOn());
            }
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

    private static Decision<ClosureEvent> complete(Known closure, ClosureItem item) {
        if (!closure.opening().items().contains(item)) {
            return refused(ITEM_NOT_ON_CHECKLIST).at("/item");
        }
        if (closure.checklist().done().contains(item)) {
            return unchanged();
        }
        return switch (closure) {
            case Open open -> accepted(new ClosureItemDone(open.opening().contractId(), item));
            case Closed _ -> refused(PROJECT_CLOSED);
        };
    }

    private static Decision<ClosureEvent> waive(Known closure, WaiveItem waive, String actor) {
        var item = waive.item();
        var opening = closure.opening();
        if (!opening.items().contains(item)) {
            return refused(ITEM_NOT_ON_CHECKLIST).at("/item");
        }
        if (!opening.waivable().contains(item)) {
            return refused(ITEM_NOT_WAIVABLE).at("/item");
        }
        if (waive.reason().isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        var before = closure.checklist().waiver(item);
        if (before.isPresent()) {
            return before.get().reason().equals(waive.reason()) ? unchanged() : refused(ITEM_ALREADY_WAIVED);
        }
        if (closure.checklist().done().contains(item)) {
            return refused(ITEM_ALREADY_DONE);
        }
        return accepted(new ClosureItemWaived(opening.contractId(), item, waive.reason(), actor));
    }

    private static Decision<ClosureEvent> close(Open closure, LocalDate today) {
        var opening = closure.opening();
        var waiting = closure.checklist().open();
        if (waiting.isEmpty()) {
            return accepted(
                    new ProjectClosed(opening.contractId(), opening.opportunityId(), opening.accountId(), today));
        }
        var names = waiting.stream().map(ClosureItem::name).collect(Collectors.joining(", "));
        return Decision.<ClosureEvent>refused(ITEMS_OPEN, "open: " + names)
                .onRecord(List.of(new ClosureBlocked(opening.contractId(), waiting)));
    }

    private static Refused<ClosureEvent> refused(ClosureRefusal reason) {
        return Decision.refused(reason);
    }
}
