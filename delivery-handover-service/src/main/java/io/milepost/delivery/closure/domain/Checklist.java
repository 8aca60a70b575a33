package io.milepost.delivery.closure.domain;

import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemWaived;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items of one closure, and how each stands. An item is done or waived or open; done tops waived. */
public record Checklist(List<ClosureItem> items, Set<ClosureItem> done, Map<ClosureItem, ClosureItemWaived> waivers) {
    public Checklist {
        items = List.copyOf(items);
        done = Set.copyOf(done);
        waivers = Map.copyOf(waivers);
    }

    static Checklist of(List<ClosureItem> items) {
        return new Checklist(items, Set.of(), Map.of());
    }

    /** In the order of the template. */
    List<ClosureItem> open() {
        return items.stream()
                .filter(item -> !done.contains(item) && !waivers.containsKey(item))
                .toList();
    }

    boolean isUntouched() {
        return done.isEmpty() && waivers.isEmpty();
    }

    Optional<ClosureItemWaived> waiver(ClosureItem item) {
        return Optional.ofNullable(waivers.get(item));
    }

    Checklist done(ClosureItem item) {
        var more = new LinkedHashSet<>(done);
        more.add(item);
        var fewer = new LinkedHashMap<>(waivers);
        fewer.remove(item);
        return new Checklist(items, more, fewer);
    }

    Checklist waived(ClosureItemWaived waiver) {
        var more = new LinkedHashMap<>(waivers);
        more.put(waiver.item(), waiver);
        return new Checklist(items, done, more);
    }
}
