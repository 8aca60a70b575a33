package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.setaside.Attempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies batches of one projection. A subject whose event cannot be read, folded or counted is set aside: that is noted before
 * anything else of the batch, so whoever dies later finds it noted, and another version of the rules does not count what this one
 * passed over. Then all cells of a batch, then its views, then (by returning) the offset:
 * whoever dies between them leaves views that are behind their cells, and the guards of the cells turn the repeated
 * deltas away one by one. Batch borders may differ on a replay.
 *
 * @param <V> the view
 */
public final class Projector<V extends View> implements BatchHandler {
    /** Each round that changes nothing means that somebody else moved the cell; nobody does so for ever. */
    private static final int ROUNDS = 1_000;

    private final Projection<V> projection;
    private final CellStore<V> store;

    public Projector(Projection<V> projection, CellStore<V> store) {
        this.projection = projection;
        this.store = store;
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<Inbound> ours = batch.stream()
                .filter(event -> projection.types().contains(event.type()))
                .toList();
        if (!ours.isEmpty()) {
            Fold<V> fold = fold(ours);
            if (!fold.left().isEmpty()) {
                store.setAside(fold.left());
            }
            book(partition, fold.deltas());
            if (!fold.changed().isEmpty()) {
                store.save(fold.changed().stream()
                        .map(subject -> Objects.requireNonNull(fold.views().get(subject)))
                        .toList());
            }
        }
        Inbound last = batch.getLast();
        store.reached(partition, last.position(), last.recordedAt());
    }

    @Override
    public void pass(Unread record) {
        store.setAside(List.of(Aside.of(record)));
    }

    private Fold<V> fold(List<Inbound> events) {
        Set<UUID> subjects = events.stream().map(Inbound::subject).collect(Collectors.toSet());
        Fold<V> fold = new Fold<>(
                new HashMap<>(store.views(subjects)),
                new HashMap<>(store.asides(subjects)),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new ArrayList<>());
        for (Inbound event : events) {
            if (fold.expects(event)) {
                Applied<V> known = fold.views().get(event.subject());
                V before = known == null ? null : known.view();
                switch (Attempt.of(() -> step(before, event))) {
                    case Attempt.Done<Step<V>>(Step<V> step) -> fold.take(event, step);
                    case Attempt.Failed<Step<V>>(RuntimeException fault) -> fold.leave(Aside.of(event, fault));
                }
            }
        }
        return fold;
    }

    /** The view after an event, and what its change moves, by cell. */
    private record Step<V>(V after, Map<String, Map<String, Long>> movement) {}

    private Step<V> step(@Nullable V before, Inbound event) {
        V after = projection.apply(before, event);
        return new Step<>(after, movement(before, after));
    }

    /** What the change takes from and gives to cells, by cell; all of it on the day of the change. */
    private Map<String, Map<String, Long>> movement(@Nullable V before, V after) {
        Map<Slot, Long> change = new HashMap<>(projection.contributions(after));
        change.values().forEach(Amounts::bounded);
        if (before != null) {
            projection.contributions(before).forEach((slot, amount) -> change.merge(slot, -amount, Math::addExact));
        }
        Map<String, Map<String, Long>> byCell = new TreeMap<>();
        change.forEach((slot, amount) -> {
            if (amount != 0) {
                byCell.computeIfAbsent(CellId.of(after.day(), slot.group()), id -> new TreeMap<>())
                        .put(after.day() + "/" + slot.path(), amount);
            }
        });
        return byCell;
    }

    /**
     * Books until every cell's guard is at or above its last delta. The guards are read again after each round, so it
     * needs no count of what a bulk write did, and a cell that somebody else moved meanwhile is computed anew.
     */
    private void book(int partition, Map<String, List<Delta>> deltas) {
        Set<String> open = deltas.keySet();
        for (int round = 0; !open.isEmpty(); round++) {
            Map<String, Long> guards = store.guards(partition, open);
            List<Move> moves = open.stream()
                    .map(cell -> Move.above(guards.get(cell), cell, Objects.requireNonNull(deltas.get(cell))))
                    .filter(Objects::nonNull)
                    .toList();
            if (moves.isEmpty()) {
                return;
            }
            if (round == ROUNDS) {
                throw new IllegalStateException(
                        "%d cells of %s do not move".formatted(moves.size(), projection.name()));
            }
            store.move(partition, moves);
            open = moves.stream().map(Move::cell).collect(Collectors.toSet());
        }
    }

    /**
     * A batch folded in memory: the views as they will be, those of them that changed, and the deltas of each cell in order of position.
     *
     * @param asides of the batch's subjects, with those that are left in this batch
     */
    private record Fold<V extends View>(
            Map<UUID, Applied<V>> views,
            Map<UUID, Aside> asides,
            Set<UUID> changed,
            Map<String, List<Delta>> deltas,
            List<Aside> left) {

        boolean expects(Inbound event) {
            Applied<V> known = views.get(event.subject());
            Aside aside = asides.get(event.subject());
            return (known == null || event.position() > known.position())
                    && (aside == null || event.position() < aside.position());
        }

        void take(Inbound event, Step<V> step) {
            views.put(event.subject(), new Applied<>(event.subject(), event.position(), step.after()));
            changed.add(event.subject());
            step.movement()
                    .forEach((cell, amounts) -> deltas.computeIfAbsent(cell, id -> new ArrayList<>())
                            .add(new Delta(event.position(), amounts)));
        }

        void leave(Aside aside) {
            asides.put(aside.subject(), aside);
            left.add(aside);
        }
    }
}
