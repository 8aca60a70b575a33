package io.milepost.reporting.read.mart.closures;

import static io.milepost.reporting.inbound.delivery.ClosureFacts.BLOCKED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.CALLED_OFF;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.ITEMS_ADDED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.ITEM_DONE;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.ITEM_REOPENED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.ITEM_WAIVED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.OPENED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.PROJECT_CLOSED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_BLOCKED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_CALLED_OFF;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_ITEM_WAIVED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_OPENED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_PROJECT;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_PROJECT_CLOSED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.TASKS;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.ClosureFacts;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.mart.closures.Item.State;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Closure events to closings. A contract's closure and handover have the contract's id and both begin with its signature, in
 * either order: the handover says who sold it.
 *
 * @param zone in which a time is of a day
 */
record ClosingFold(ZoneId zone) implements Fold<Closing> {
    private static final Set<String> TYPES = Stream.concat(
                    Stream.of(
                            INITIATED,
                            OPENED,
                            ITEMS_ADDED,
                            ITEM_DONE,
                            ITEM_WAIVED,
                            ITEM_REOPENED,
                            BLOCKED,
                            PROJECT_CLOSED,
                            CALLED_OFF,
                            SALES_OPENED,
                            SALES_ITEM_WAIVED,
                            SALES_BLOCKED,
                            SALES_PROJECT_CLOSED,
                            SALES_CALLED_OFF),
                    TASKS.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

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
        return TYPES;
    }

    @Override
    public LocalDate day(Closing view) {
        return view.day();
    }

    @Override
    public Closing apply(@Nullable Closing before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        Closing known = before == null ? Closing.of(day) : before;
        return switch (event.type()) {
            case INITIATED ->
                known.ownedBy(event.as(HandoverFacts.Initiated.class).owner(), day);
            case OPENED -> {
                var opened = event.as(ClosureFacts.Opened.class);
                yield known.opened(opened.kind(), opened.items(), day);
            }
            case SALES_OPENED -> known.opened(SALES_PROJECT, names(event), day);
            case ITEMS_ADDED -> known.listing(names(event), day);
            case ITEM_DONE -> known.item(name(event), State.done, day);
            case ITEM_WAIVED, SALES_ITEM_WAIVED -> known.item(name(event), State.waived, day);
            case ITEM_REOPENED -> known.item(name(event), State.open, day);
            case BLOCKED, SALES_BLOCKED -> known.blocked(day);
            case PROJECT_CLOSED, SALES_PROJECT_CLOSED ->
                known.closed(
                        requireNonNullElse(event.as(ClosureFacts.Closed.class).closedOn(), day));
            case CALLED_OFF, SALES_CALLED_OFF -> known.calledOff(day);
            default -> known.item(requireNonNull(TASKS.get(event.type()), event.type()), State.done, day);
        };
    }

    private static List<String> names(Inbound event) {
        return event.as(ClosureFacts.Listed.class).items();
    }

    private static String name(Inbound event) {
        return event.as(ClosureFacts.Item.class).item();
    }
}
