package io.milepost.delivery.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items of one closure, and how each stands. An item is done or waived or open; done tops waived.
 *
 * @param <I> the items there can be
 * @param <F> what people do to tick one off
 * @param done what is done, also of what nobody asks for yet
 * @param tasks what people did, in their order
 */
public record Checklist<I, F>(List<I> items, List<I> waivable, Set<I> done, Map<I, Waiver> waivers, List<F> tasks) {
    public Checklist {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
        done = Set.copyOf(done);
        waivers = Map.copyOf(waivers);
        tasks = List.copyOf(tasks);
    }

    public static <I, F> Checklist<I, F> of(List<I> items, List<I> waivable) {
        return new Checklist<>(items, waivable, Set.of(), Map.of(), List.of());
    }

    /** In the order of the template. */
    public List<I> open() {
        return items.stream().filter(item -> !isSettled(item)).toList();
    }

    /** OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open. */
    public String status() {
        if (open().isEmpty()) {
            return "READY";
        }
        return items.stream().noneMatch(this::isSettled) ? "OPENED" : "ITEMS_OPEN";
    }

    /** OPEN, DONE or WAIVED. */
    public String statusOf(I item) {
        if (waivers.containsKey(item)) {
            return "WAIVED";
        }
        return done.contains(item) ? "DONE" : "OPEN";
    }

    public Optional<Waiver> waiver(I item) {
        return Optional.ofNullable(waivers.get(item));
    }

    /** With these items besides. */
    public Checklist<I, F> plus(List<I> moreItems, List<I> moreWaivable) {
        return new Checklist<>(joined(items, moreItems), joined(waivable, moreWaivable), done, waivers, tasks);
    }

    public Checklist<I, F> done(I item) {
        var more = new LinkedHashSet<>(done);
        more.add(item);
        var fewer = new LinkedHashMap<>(waivers);
        fewer.remove(item);
        return new Checklist<>(items, waivable, more, fewer, tasks);
    }

    /** The item is done by this. */
    public Checklist<I, F> done(I item, F task) {
        var ticked = done(item);
        return new Checklist<>(items, waivable, ticked.done, ticked.waivers, joined(tasks, List.of(task)));
    }

    public Checklist<I, F> reopened(I item) {
        var fewer = new LinkedHashSet<>(done);
        fewer.remove(item);
        return new Checklist<>(items, waivable, fewer, waivers, tasks);
    }

    public Checklist<I, F> waived(I item, Waiver waiver) {
        var more = new LinkedHashMap<>(waivers);
        more.put(item, waiver);
        return new Checklist<>(items, waivable, done, more, tasks);
    }

    private boolean isSettled(I item) {
        return done.contains(item) || waivers.containsKey(item);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
