package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
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
 * Applies batches of one projection. All cells of a batch come first, then its views, then (by returning) the offset:
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

    private Fold<V> fold(List<Inbound> events) {
        Set<UUID> subjects = events.stream().map(Inbound::subject).collect(Collectors.toSet());
        Fold<V> fold = new Fold<>(new HashMap<>(store.views(subjects)), new LinkedHashSet<>(), new LinkedHashMap<>());
        for (Inbound event : events) {
            Applied<V> known = fold.views().get(event.subject());
            if (known == null || event.position() > known.position()) {
                V before = known == null ? null : known.view();
                V after = projection.apply(before, event);
                fold.views().put(event.subject(), new Applied<>(event.subject(), event.position(), after));
                fold.changed().add(event.subject());
                movement(before, after)
                        .forEach((cell, amounts) -> fold.deltas()
                                .computeIfAbsent(cell, id -> new ArrayList<>())
                                .add(new Delta(event.position(), amounts)));
            }
        }
        return fold;
    }

    /** What the change takes from and gives to cells, by cell; all of it on the day of the change. */
    private Map<String, Map<String, Long>> movement(@Nullable V before, V after) {
        Map<Slot, Long> change = new HashMap<>(projection.contributions(after));
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

    /** A batch folded in memory: the views as they will be, those of them that changed, and the deltas of each cell in order of position. */
    private record Fold<V extends View>(
            Map<UUID, Applied<V>> views, Set<UUID> changed, Map<String, List<Delta>> deltas) {}
}
