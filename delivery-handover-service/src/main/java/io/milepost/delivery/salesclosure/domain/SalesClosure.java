package io.milepost.delivery.salesclosure.domain;

import static io.milepost.delivery.salesclosure.domain.SalesClosureRefusal.*;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.kernel.Checklist;
import io.milepost.delivery.kernel.Waiver;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.CloseSalesProject;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.ConfirmContract;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.NoteArchive;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.OpenSalesClosure;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.TaskCommand;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.WaiveSalesItem;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesArchiveDone;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesClosureBlocked;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesClosureOpened;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesContractConfirmed;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesItemWaived;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesProjectClosed;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.TaskEvent;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The end of what was done to win a strategic deal, also where it was not won. */
public sealed interface SalesClosure {

    record Unknown() implements SalesClosure {}

    /** Every closure that was opened. */
    sealed interface Known extends SalesClosure {
        SalesClosureOpened opening();

        Checklist<SalesItem, TaskEvent> checklist();

        /** Whether the closure of its contract's delivery is known to be open. */
        boolean confirmed();
    }

    record Open(SalesClosureOpened opening, Checklist<SalesItem, TaskEvent> checklist, boolean confirmed)
            implements Known {}

    record Closed(
            SalesClosureOpened opening,
            Checklist<SalesItem, TaskEvent> checklist,
            boolean confirmed,
            LocalDate closedOn)
            implements Known {}

    static Decision<SalesClosureEvent> decide(SalesClosure state, SalesClosureCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof OpenSalesClosure open ? open(open, occasion) : refused(SALES_CLOSURE_UNKNOWN);
            case Known closure ->
                switch (command) {
                    case OpenSalesClosure _ -> refused(SALES_CLOSURE_ALREADY_OPENED);
                    case ConfirmContract(var contractId) -> confirm(closure, contractId);
                    case NoteArchive _ -> noteArchive(closure);
                    case TaskCommand task -> Tasks.decide(closure, task, occasion.today());
                    case WaiveSalesItem waive -> waive(closure, waive, occasion.actor());
                    case CloseSalesProject _ ->
                        switch (closure) {
                            case Open open -> close(open, occasion.today());
                            case Closed _ -> unchanged();
                        };
                };
        };
    }

    static SalesClosure evolve(SalesClosure state, SalesClosureEvent event) {
        return switch (event) {
            case SalesClosureOpened opened -> new Open(opened, Checklist.of(opened.items(), opened.waivable()), false);
            case SalesContractConfirmed _ ->
                switch ((Known) state) {
                    case Open(var opening, var list, var _) -> new Open(opening, list, true);
                    case Closed(var opening, var list, var _, var closedOn) ->
                        new Closed(opening, list, true, closedOn);
                };
            case SalesArchiveDone _ -> ticked(state, list -> list.done(SalesItem.ARCHIVE));
            case TaskEvent task -> ticked(state, list -> list.done(Tasks.itemOf(task), task));
            case SalesItemWaived(var _, var item, var reason, var by) ->
                ticked(state, list -> list.waived(item, new Waiver(reason, by)));
            case SalesClosureBlocked _ -> state;
            case SalesProjectClosed closed -> {
                var open = (Open) state;
                yield new Closed(open.opening(), open.checklist(), open.confirmed(), closed.closedOn());
            }
        };
    }

    private static Open ticked(SalesClosure state, UnaryOperator<Checklist<SalesItem, TaskEvent>> change) {
        var open = (Open) state;
        return new Open(open.opening(), change.apply(open.checklist()), open.confirmed());
    }

    private static Decision<SalesClosureEvent> open(OpenSalesClosure open, Occasion occasion) {
        return accepted(new SalesClosureOpened(
                occasion.id(),
                open.outcome(),
                open.contractId(),
                "strategic",
                1,
                SalesItem.STRATEGIC,
                SalesItem.WAIVABLE));
    }

    /** Also after the close: that the contract's delivery is to be closed with more items does not depend on this project. */
    private static Decision<SalesClosureEvent> confirm(Known closure, UUID contractId) {
        if (!contractId.equals(closure.opening().contractId())) {
            return refused(CONTRACT_FOREIGN).at("/contractId");
        }
        return closure.confirmed()
                ? unchanged()
                : accepted(new SalesContractConfirmed(closure.opening().opportunityId(), contractId));
    }

    private static Decision<SalesClosureEvent> noteArchive(Known closure) {
        return closure.checklist().done().contains(SalesItem.ARCHIVE)
                ? unchanged()
                : accepted(new SalesArchiveDone(closure.opening().opportunityId()));
    }

    private static Decision<SalesClosureEvent> waive(Known closure, WaiveSalesItem waive, String actor) {
        var item = waive.item();
        var checklist = closure.checklist();
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
                : accepted(new SalesItemWaived(closure.opening().opportunityId(), item, waive.reason(), actor));
    }

    private static Decision<SalesClosureEvent> close(Open closure, LocalDate today) {
        var opening = closure.opening();
        var waiting = closure.checklist().open();
        if (waiting.isEmpty()) {
            return accepted(
                    new SalesProjectClosed(opening.opportunityId(), opening.outcome(), opening.contractId(), today));
        }
        var names = waiting.stream().map(SalesItem::name).collect(Collectors.joining(", "));
        return Decision.<SalesClosureEvent>refused(ITEMS_OPEN, "open: " + names)
                .onRecord(List.of(new SalesClosureBlocked(opening.opportunityId(), waiting)));
    }

    private static Refused<SalesClosureEvent> refused(SalesClosureRefusal reason) {
        return Decision.refused(reason);
    }
}
