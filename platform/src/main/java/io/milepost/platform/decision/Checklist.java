package io.milepost.platform.decision;

import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.value.Evidence;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done before something closes, and what has been. An item is done or waived or open; one that is done
 * after all is not waived any more.
 *
 * @param <I> the items there can be, values that compare by content and say their code by {@code toString}
 * @param <T> what people do to tick one off
 * @param done what is done and what shows it, also what is not needed yet
 * @param tasks what people did, in their order
 * @param closedOn the day on which it was closed; null until then
 */
public record Checklist<I, T>(
        List<I> items,
        List<I> waivable,
        Map<I, Evidence> done,
        Map<I, Waiver> waivers,
        List<T> tasks,
        @Nullable LocalDate closedOn) {
    public Checklist {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
        done = Map.copyOf(done);
        waivers = Map.copyOf(waivers);
        tasks = List.copyOf(tasks);
    }

    /** What every checklist refuses, beside what its tasks do. */
    public enum No implements Refusal {
        PROJECT_CLOSED(state("the checklist is closed")),
        ITEM_ALREADY_DONE(state("the item is already done")),
        ITEM_ALREADY_WAIVED(state("the item is already waived, for another reason")),
        ITEMS_OPEN(state("a checklist cannot be closed before every item is done or waived")),
        ITEM_NOT_WAIVABLE(rule("the item is not one that may be waived"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public static <I, T> Checklist<I, T> of(List<I> items, List<I> waivable) {
        return new Checklist<>(items, waivable, Map.of(), Map.of(), List.of(), null);
    }

    public boolean isDone(I item) {
        return done.containsKey(item);
    }

    /** What shows that an item is done; empty where it is not. */
    public Optional<Evidence> evidence(I item) {
        return Optional.ofNullable(done.get(item));
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
        return isDone(item) ? "DONE" : "OPEN";
    }

    public Optional<Waiver> waiver(I item) {
        return Optional.ofNullable(waivers.get(item));
    }

    private boolean isSettled(I item) {
        return isDone(item) || waivers.containsKey(item);
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
        return isDone(item) && !answer.events().isEmpty() ? refused(ITEM_ALREADY_DONE) : answer;
    }

    /** Lets an item go, also one that was reopened after the close. */
    public <E> Decision<E> waive(I item, String reason, Supplier<? extends E> event) {
        return check().that(waivable.contains(item), "/item", ITEM_NOT_WAIVABLE)
                .reason("/reason", reason)
                .then(() -> waiver(item)
                        .<Decision<E>>map(
                                before -> before.reason().equals(reason) ? unchanged() : refused(ITEM_ALREADY_WAIVED))
                        .orElseGet(() -> isDone(item) ? refused(ITEM_ALREADY_DONE) : accepted(event.get())));
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
        var names = open.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Decision.<E>refused(ITEMS_OPEN, "open: " + names).onRecord(List.of(blocked.apply(open)));
    }

    public Checklist<I, T> withItems(List<I> moreItems, List<I> moreWaivable) {
        return new Checklist<>(
                joined(items, moreItems), joined(waivable, moreWaivable), done, waivers, tasks, closedOn);
    }

    public Checklist<I, T> withDone(I item, Evidence evidence) {
        var more = new LinkedHashMap<>(done);
        more.put(item, evidence);
        var fewer = new LinkedHashMap<>(waivers);
        fewer.remove(item);
        return new Checklist<>(items, waivable, more, fewer, tasks, closedOn);
    }

    /** The item is done by this. */
    public Checklist<I, T> withDone(I item, Evidence evidence, T task) {
        var ticked = withDone(item, evidence);
        return new Checklist<>(items, waivable, ticked.done, ticked.waivers, joined(tasks, List.of(task)), closedOn);
    }

    public Checklist<I, T> withReopened(I item) {
        var fewer = new LinkedHashMap<>(done);
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
