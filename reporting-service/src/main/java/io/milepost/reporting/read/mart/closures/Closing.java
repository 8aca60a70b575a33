package io.milepost.reporting.read.mart.closures;

import io.milepost.reporting.inbound.delivery.ClosureFacts;
import io.milepost.reporting.read.mart.closures.Item.State;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the report knows of one closure.
 *
 * @param owner who sold it, once its handover has said so
 * @param kind of project; null as long as the closure is not opened, and then it counts nowhere
 * @param openedOn null as long as it is not
 * @param closedOn null as long as it is not
 * @param attempts to close it that were refused
 */
record Closing(
        String owner,
        @Nullable String kind,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        List<Item> items,
        long attempts,
        LocalDate day) {
    Closing {
        items = List.copyOf(items);
    }

    static Closing of(LocalDate day) {
        return new Closing("(unknown)", null, null, null, List.of(), 0, day);
    }

    Closing ownedBy(String name, LocalDate on) {
        return new Closing(name, kind, openedOn, closedOn, items, attempts, notBefore(on));
    }

    Closing opened(String of, List<String> names, LocalDate on) {
        return new Closing(owner, of, on, closedOn, items, attempts, notBefore(on)).listing(names, on);
    }

    /** With more on its checklist; what was done before it was asked for is done. */
    Closing listing(List<String> names, LocalDate on) {
        var known = new LinkedHashMap<String, Item>();
        items.forEach(item -> known.put(item.name(), item));
        names.forEach(name -> known.merge(
                name, new Item(name, State.open, true), (before, now) -> new Item(name, before.state(), true)));
        return with(List.copyOf(known.values()), on);
    }

    Closing item(String name, State state, LocalDate on) {
        var known = new LinkedHashMap<String, Item>();
        items.forEach(item -> known.put(item.name(), item));
        known.merge(name, new Item(name, state, false), (before, now) -> new Item(name, state, before.listed()));
        return with(List.copyOf(known.values()), on);
    }

    private Closing with(List<Item> stand, LocalDate on) {
        return new Closing(owner, kind, openedOn, closedOn, stand, attempts, notBefore(on));
    }

    Closing blocked(LocalDate on) {
        return new Closing(owner, kind, openedOn, closedOn, items, attempts + 1, notBefore(on));
    }

    Closing closed(LocalDate on) {
        return new Closing(owner, kind, openedOn, on, items, attempts, notBefore(on));
    }

    /** Its deal goes on: it counts nowhere until it is opened again, and then begins anew but for what is filed. */
    Closing calledOff(LocalDate on) {
        var filed = items.stream()
                .filter(item -> item.name().equals(ClosureFacts.ARCHIVE) && item.state() == State.done)
                .map(item -> new Item(item.name(), item.state(), false))
                .toList();
        return new Closing(owner, null, null, null, filed, attempts, notBefore(on));
    }

    private LocalDate notBefore(LocalDate stated) {
        return stated.isBefore(day) ? day : stated;
    }
}
