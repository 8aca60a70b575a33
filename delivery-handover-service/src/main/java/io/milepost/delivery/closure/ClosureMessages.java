package io.milepost.delivery.closure;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.QA;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;

import io.milepost.delivery.closure.domain.Closure;
import io.milepost.delivery.closure.domain.ClosureCommand;
import io.milepost.delivery.closure.domain.ClosureCommand.CloseProject;
import io.milepost.delivery.closure.domain.ClosureCommand.CompleteItem;
import io.milepost.delivery.closure.domain.ClosureCommand.OpenClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.WaiveItem;
import io.milepost.delivery.closure.domain.ClosureEvent;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureBlocked;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemDone;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemWaived;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureOpened;
import io.milepost.delivery.closure.domain.ClosureEvent.ProjectClosed;
import io.milepost.delivery.closure.domain.ClosureRefusal;
import io.milepost.delivery.closure.domain.ClosureView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The closure's commands and events, with paths, roles and names. Its id is the contract's; facts alone complete an item, nobody has a role to. */
public final class ClosureMessages {

    public static final Catalogue<Closure, ClosureCommand, ClosureEvent> CLOSURE = Catalogue.of(
                    "closure",
                    "closures",
                    new Decider<Closure, ClosureCommand, ClosureEvent>(
                            new Closure.Unknown(), Closure::decide, Closure::evolve))
            .creates(OpenClosure.class)
            .command(CompleteItem.class)
            .command(WaiveItem.class, SALES_MANAGER, QA)
            .command(CloseProject.class, DELIVERY_MANAGER, SALES_MANAGER, QA)
            .event(ClosureOpened.class, "closure.opened", 1)
            .event(ClosureItemDone.class, "closure.item-done", 1)
            .event(ClosureItemWaived.class, "closure.item-waived", 1)
            .event(ClosureBlocked.class, "closure.blocked", 1)
            .event(ProjectClosed.class, "closure.project-closed", 1)
            .refusals(ClosureRefusal.class)
            .view(ClosureView.class, ClosureView::of);

    private ClosureMessages() {}
}
