package io.milepost.reporting.read.closures;

import static io.milepost.reporting.inbound.delivery.ClosureFacts.BLOCKED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.ITEM_DONE;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.ITEM_WAIVED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.OPENED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.PROJECT_CLOSED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_PROJECT_CLOSED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;
import static java.util.Objects.requireNonNullElse;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.ClosureFacts;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import io.milepost.reporting.read.closures.Item.State;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closure events to closings. A contract's closure and handover have the contract's id and both begin with its signature, in
 * either order: the handover says who sold it.
 */
public final class ClosuresProjection implements Projection<Closing> {
    private final ZoneId zone;

    public ClosuresProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "closures";
    }

    @Override
    public String source() {
        return ClosureFacts.SOURCE;
    }

    @Override
    public Class<Closing> view() {
        return Closing.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(INITIATED, OPENED, ITEM_DONE, ITEM_WAIVED, BLOCKED, PROJECT_CLOSED, SALES_PROJECT_CLOSED);
    }

    @Override
    public Closing apply(@Nullable Closing before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        Closing known = before == null ? Closing.of(event.subject(), day) : before;
        return switch (event.type()) {
            case INITIATED ->
                known.ownedBy(event.as(HandoverFacts.Initiated.class).owner(), day);
            case OPENED -> {
                var opened = event.as(ClosureFacts.Opened.class);
                yield known.opened(opened.kind(), opened.items(), day);
            }
            case ITEM_DONE -> known.item(new Item(name(event), State.done), day);
            case ITEM_WAIVED -> known.item(new Item(name(event), State.waived), day);
            case BLOCKED -> known.blocked(day);
            case PROJECT_CLOSED, SALES_PROJECT_CLOSED ->
                known.closed(
                        requireNonNullElse(event.as(ClosureFacts.Closed.class).closedOn(), day));
            default -> throw new IllegalArgumentException("not a type of the closures report: " + event.type());
        };
    }

    private static String name(Inbound event) {
        return event.as(ClosureFacts.Item.class).item();
    }

    @Override
    public Map<Slot, Long> contributions(Closing closing) {
        return closing.slots();
    }
}
