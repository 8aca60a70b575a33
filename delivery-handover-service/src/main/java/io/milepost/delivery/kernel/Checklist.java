package io.milepost.delivery.kernel;

import static io.milepost.delivery.kernel.ClosingRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done before a project closes, and what has been. An item is done or waived or open; one that is done after all
 * is not waived any more.
 *
 * @param <I> the items there can be
 * @param <T> what people do to tick one off
 * @param done what is done, also what is not needed yet
 * @param tasks what people did, in their order
 * @param closedOn the day on which the project was closed; null until then
 */
public record Checklist<I extends Enum<I>, T>(
        List<I> items,
        List<I> waivable,
        Set<I> done,
        Map<I, Waiver> waivers,
        List<T> tasks,
        @Nullable LocalDate closedOn) {
    public Checklist {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
        done = Set.copyOf(done);
        waivers = Map.copyOf(waivers);
        tasks = List.copyOf(tasks);
    }

    public static <I extends Enum<I>, T> Checklist<I, T> of(List<I> items, List<I> waivable) {
        return new Checklist<>(items, waivable, Set.of(), Map.of(), List.of(), null);
    }

    public boolean isClosed() {
        return closedOn != null;
    }

    /** In the order of the template. */
    public List<I> open() {
        return items.stream().filter(item -> !isSettled(item)).toList();
    }

    /** OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open, CLOSED. */
    public String status() {
        if (isClosed()) {
            return "CLOSED";
        }
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

    private boolean isSettled(I item) {
        return done.contains(item) || waivers.containsKey(item);
    }

    /** Something that people may do more than once; the same again changes nothing. */
    public <E> Decision<E> tick(E task) {
        if (tasks.contains(task)) {
            return unchanged();
        }
        return isClosed() ? refused(PROJECT_CLOSED) : accepted(task);
    }

    /** Something that ticks off its item once and for all. */
    public <E> Decision<E> tickOnce(I item, E task) {
        var answer = tick(task);
        return done.contains(item) && !answer.events().isEmpty() ? refused(ITEM_ALREADY_DONE) : answer;
    }

    /** Lets an item go, also one that was reopened after the close. */
    public <E> Decision<E> waive(I item, String reason, Supplier<? extends E> event) {
        return check().that(waivable.contains(item), "/item", ITEM_NOT_WAIVABLE)
                .reason("/reason", reason)
                .then(() -> waiver(item)
                        .<Decision<E>>map(
                                before -> before.reason().equals(reason) ? unchanged() : refused(ITEM_ALREADY_WAIVED))
                        .orElseGet(() -> done.contains(item) ? refused(ITEM_ALREADY_DONE) : accepted(event.get())));
    }

    /** Closes the project, or says on record which items are open. */
    public <E> Decision<E> close(Supplier<? extends E> closed, Function<List<I>, ? extends E> blocked) {
        var open = open();
        if (isClosed()) {
            return unchanged();
        }
        if (open.isEmpty()) {
            return accepted(closed.get());
        }
        var names = open.stream().map(Enum::name).collect(Collectors.joining(", "));
        return Decision.<E>refused(ITEMS_OPEN, "open: " + names).onRecord(List.of(blocked.apply(open)));
    }

    public Checklist<I, T> withItems(List<I> moreItems, List<I> moreWaivable) {
        return new Checklist<>(
                joined(items, moreItems), joined(waivable, moreWaivable), done, waivers, tasks, closedOn);
    }

    public Checklist<I, T> withDone(I item) {
        var more = new LinkedHashSet<>(done);
        more.add(item);
        var fewer = new LinkedHashMap<>(waivers);
        fewer.remove(item);
        return new Checklist<>(items, waivable, more, fewer, tasks, closedOn);
    }

    /** The item is done by this. */
    public Checklist<I, T> withDone(I item, T task) {
        var ticked = withDone(item);
        return new Checklist<>(items, waivable, ticked.done, ticked.waivers, joined(tasks, List.of(task)), closedOn);
    }

    public Checklist<I, T> withReopened(I item) {
        var fewer = new LinkedHashSet<>(done);
        fewer.remove(item);
        return new Checklist<>(items, waivable, fewer, waivers, tasks, closedOn);
    }

    public Checklist<I, T> withWaived(I item, String reason, String approvedBy) {
        var more = new LinkedHashMap<>(waivers);
        more.put(item, new Waiver(reason, approvedBy));
        return new Checklist<>(items, waivable, done, more, tasks, closedOn);
    }

    public Checklist<I, T> withClosed(LocalDate day) {
        return new Checklist<>(items, waivable, done, waivers, tasks, day);
    }

    private static <A> List<A> joined(List<A> first, List<A> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
