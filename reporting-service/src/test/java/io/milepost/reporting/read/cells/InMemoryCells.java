package io.milepost.reporting.read.cells;

import java.time.Instant;
import java.time.LocalDate;
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
public class InMemoryCells<V extends View> implements CellStore<V> {

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
    final Map<UUID, Aside> asides = new HashMap<>();
    private final Random random;
    private Fate fate = () -> {};

    public InMemoryCells(Random random) {
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
    public Map<UUID, Aside> asides(Collection<UUID> subjects) {
        Map<UUID, Aside> found = new HashMap<>(asides);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    public void setAside(Collection<Aside> more) {
        for (Aside aside : shuffled(more)) {
            fate.beforeWrite();
            asides.putIfAbsent(aside.subject(), aside);
        }
    }

    /** As many as answers say are missing. */
    public long setAside() {
        return asides.size();
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

    /** As the real store sums: amounts by path of all days up to this one, for each group. */
    public Map<String, Map<String, Long>> upTo(LocalDate day) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        cells.forEach((id, cell) -> cell.forEach((path, amount) -> {
            int endOfDay = path.indexOf('/');
            if (!LocalDate.parse(path.substring(0, endOfDay)).isAfter(day)) {
                sums.computeIfAbsent(CellId.group(id), group -> new TreeMap<>())
                        .merge(path.substring(endOfDay + 1), amount, Long::sum);
            }
        }));
        return sums;
    }

    /** As the real store tells them: every amount with its day. */
    public List<Booked> booked(LocalDate upTo) {
        List<Booked> found = new ArrayList<>();
        cells.forEach((id, cell) -> cell.forEach((path, amount) -> {
            int endOfDay = path.indexOf('/');
            LocalDate day = LocalDate.parse(path.substring(0, endOfDay));
            if (!day.isAfter(upTo)) {
                found.add(new Booked(CellId.group(id), day, path.substring(endOfDay + 1), amount));
            }
        }));
        return found;
    }

    private <T> List<T> shuffled(Collection<T> items) {
        List<T> order = new ArrayList<>(items);
        Collections.shuffle(order, random);
        return order;
    }
}
