package io.milepost.reporting.read.cells;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** The store's promises and nothing more: single documents change atomically, bulk writes in any order, and before any of them the process may die. */
class InMemoryCells<V extends View> implements CellStore<V> {

    /** The process dies here. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Runs before every single write; throws {@link Crash}, lets another instance work, or does nothing. */
    interface Fate {
        void beforeWrite();
    }

    final Map<UUID, Applied<V>> views = new HashMap<>();
    final Map<String, Map<Integer, Long>> guards = new TreeMap<>();
    final Map<String, Map<String, Long>> cells = new TreeMap<>();
    final Map<Integer, Long> reached = new TreeMap<>();
    private final Random random;
    private Fate fate = () -> {};

    InMemoryCells(Random random) {
        this.random = random;
    }

    void fate(Fate next) {
        fate = next;
    }

    @Override
    public Map<UUID, Applied<V>> views(Collection<UUID> subjects) {
        Map<UUID, Applied<V>> found = new HashMap<>(views);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    public Map<String, Long> guards(int partition, Collection<String> ids) {
        Map<String, Long> found = new HashMap<>();
        for (String id : ids) {
            Long guard = guards.getOrDefault(id, Map.of()).get(partition);
            if (guard != null) {
                found.put(id, guard);
            }
        }
        return found;
    }

    @Override
    public void move(int partition, List<Move> moves) {
        for (Move move : shuffled(moves)) {
            fate.beforeWrite();
            Map<Integer, Long> guard = guards.computeIfAbsent(move.cell(), id -> new HashMap<>());
            if (Objects.equals(guard.get(partition), move.read())) {
                guard.put(partition, move.guard());
                Map<String, Long> cell = cells.computeIfAbsent(move.cell(), id -> new TreeMap<>());
                move.amounts().forEach((path, amount) -> cell.merge(path, amount, Math::addExact));
            }
        }
    }

    @Override
    public void save(Collection<Applied<V>> changed) {
        for (Applied<V> view : shuffled(changed)) {
            fate.beforeWrite();
            views.merge(view.subject(), view, (old, now) -> now.position() > old.position() ? now : old);
        }
    }

    @Override
    public void reached(int partition, long position, Instant recordedAt) {
        fate.beforeWrite();
        reached.merge(partition, position, Math::max);
    }

    /** All numbers that are not zero: a sum of nothing and no entry are the same. */
    Map<String, Map<String, Long>> numbers() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        cells.forEach((id, cell) -> cell.forEach((path, amount) -> {
            if (amount != 0) {
                all.computeIfAbsent(id, key -> new TreeMap<>()).put(path, amount);
            }
        }));
        return all;
    }

    private <T> List<T> shuffled(Collection<T> items) {
        List<T> order = new ArrayList<>(items);
        Collections.shuffle(order, random);
        return order;
    }
}
