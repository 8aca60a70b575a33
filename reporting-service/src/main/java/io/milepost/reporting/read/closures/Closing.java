package io.milepost.reporting.read.closures;

import io.milepost.reporting.read.cells.PathName;
import io.milepost.reporting.read.cells.Slot;
import io.milepost.reporting.read.cells.View;
import io.milepost.reporting.read.closures.Item.State;
import io.milepost.reporting.read.team.Places;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the report knows of one closure.
 *
 * @param cell which of sixteen it is counted in
 * @param owner who sold it, once its handover has said so
 * @param kind of project; null as long as the closure is not opened, and then it counts nowhere
 * @param openedOn null as long as it is not
 * @param closedOn null as long as it is not
 * @param attempts to close it that were refused
 */
record Closing(
        String cell,
        String owner,
        @Nullable String kind,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        List<Item> items,
        long attempts,
        LocalDate day)
        implements View {
    Closing {
        items = List.copyOf(items);
    }

    static Closing of(UUID subject, LocalDate day) {
        String id = subject.toString();
        return new Closing(id.substring(id.length() - 1), Places.UNKNOWN, null, null, null, List.of(), 0, day);
    }

    Closing ownedBy(String name, LocalDate on) {
        return new Closing(cell, name, kind, openedOn, closedOn, items, attempts, notBefore(on));
    }

    Closing opened(String of, List<String> names, LocalDate on) {
        return new Closing(cell, owner, of, on, closedOn, items, attempts, notBefore(on)).listing(names, on);
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
        return new Closing(cell, owner, kind, openedOn, closedOn, stand, attempts, notBefore(on));
    }

    Closing blocked(LocalDate on) {
        return new Closing(cell, owner, kind, openedOn, closedOn, items, attempts + 1, notBefore(on));
    }

    Closing closed(LocalDate on) {
        return new Closing(cell, owner, kind, openedOn, on, items, attempts, notBefore(on));
    }

    /**
     * Layout of a cell: {@code owner/kind/closeMonth/measure}, and {@code owner/kind/closeMonth/item/state/name} for items. The
     * owner stands in the path and not for the cell, because it may become known after the closure was opened: so that too
     * moves one document, and a report never shows half of it. Nobody waits for the items of what is closed.
     */
    Map<Slot, Long> slots() {
        Map<Slot, Long> slots = new HashMap<>();
        if (kind == null || openedOn == null) {
            return slots;
        }
        String month = closedOn == null ? Entry.NONE : YearMonth.from(closedOn).toString();
        String path = "%s/%s/%s/".formatted(PathName.of(owner), PathName.of(kind), month);
        slots.put(new Slot(cell, path + Entry.OPENED), 1L);
        slots.put(new Slot(cell, path + Entry.ATTEMPTS), attempts);
        if (closedOn != null) {
            slots.put(new Slot(cell, path + Entry.DAYS), ChronoUnit.DAYS.between(openedOn, closedOn));
        }
        items.stream()
                .filter(item -> item.listed() && (closedOn == null || item.state() != State.open))
                .forEach(item -> slots.merge(
                        new Slot(cell, path + Entry.ITEM + "/" + item.state() + "/" + PathName.of(item.name())),
                        1L,
                        Math::addExact));
        return slots;
    }
}
