package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What views and cells are to be, folded in memory one event at a time. Each document is folded up to where the stored one
 * stands: to the position that it names itself, and at least to the one that the progress promised before it was read. So a
 * projection that goes on meanwhile is compared at no moment in particular and still exactly.
 *
 * @param <V> the view
 */
final class ExpectedCells<V extends View> implements CellStore<V> {
    private final Stored<V> stored;
    private final Projector<V> projector;
    private final Map<Integer, Long> booked = new HashMap<>();

    private final Map<UUID, Applied<V>> running = new HashMap<>();
    private final Map<String, Map<Integer, Long>> guards = new HashMap<>();
    private final Map<UUID, Applied<V>> views = new TreeMap<>();
    private final Map<UUID, Aside> asides = new TreeMap<>();
    private final Map<UUID, Aside> stoodAside = new HashMap<>();
    private final Map<String, Stored.Cell> cells = new TreeMap<>();
    private int partition;

    ExpectedCells(Projection<V> projection, Stored<V> stored) {
        this.stored = stored;
        this.projector = new Projector<>(projection, this);
        stored.asides().forEach(aside -> stoodAside.put(aside.subject(), aside));
        stored.cells()
                .values()
                .forEach(cell -> cell.guards().forEach((of, guard) -> booked.merge(of, guard, Math::max)));
    }

    /** Applies the event, unless no stored document can have it yet: what the projection itself has still to try may fail. */
    void take(int of, Inbound event) {
        long furthest = Math.max(applied(of), booked.getOrDefault(of, 0L));
        Aside aside = stoodAside.get(event.subject());
        long known = Math.max(standing(event.subject()), aside == null ? 0 : aside.position());
        if (event.position() <= Math.max(furthest, known)) {
            partition = of;
            projector.handle(of, List.of(event));
        }
    }

    /** A record that is no event: nothing tells whether a projection has come to it. */
    void pass(Unread record) {
        projector.pass(record);
    }

    /** By subject, what the rules fail on. */
    Map<UUID, Aside> asides() {
        return asides;
    }

    Map<UUID, Applied<V>> views() {
        return views;
    }

    Map<String, Stored.Cell> cells() {
        return cells;
    }

    @Override
    public Map<UUID, Applied<V>> views(Collection<UUID> subjects) {
        Map<UUID, Applied<V>> found = new HashMap<>();
        subjects.forEach(subject -> {
            Applied<V> known = running.get(subject);
            if (known != null) {
                found.put(subject, known);
            }
        });
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
        more.forEach(aside -> asides.putIfAbsent(aside.subject(), aside));
    }

    @Override
    public Map<String, Long> guards(int of, Collection<String> ids) {
        Map<String, Long> found = new HashMap<>();
        ids.forEach(id -> {
            Long guard = guards.getOrDefault(id, Map.of()).get(of);
            if (guard != null) {
                found.put(id, guard);
            }
        });
        return found;
    }

    @Override
    public void move(int of, List<Move> moves) {
        for (Move move : moves) {
            guards.computeIfAbsent(move.cell(), id -> new HashMap<>()).put(of, move.guard());
            if (move.guard() <= Math.max(applied(of), guard(of, move.cell()))) {
                Stored.Cell cell = cells.computeIfAbsent(move.cell(), id -> Stored.Cell.empty());
                cell.guards().put(of, move.guard());
                move.amounts().forEach((path, amount) -> cell.amounts().merge(path, amount, Math::addExact));
            }
        }
    }

    @Override
    public void save(Collection<Applied<V>> changed) {
        for (Applied<V> view : changed) {
            running.put(view.subject(), view);
            if (view.position() <= Math.max(applied(partition), standing(view.subject()))) {
                views.put(view.subject(), view);
            }
        }
    }

    @Override
    public void reached(int of, long position, Instant recordedAt) {
        // How far the fold has come is not compared: a projection may be further or less far.
    }

    private long applied(int of) {
        return stored.applied().getOrDefault(of, 0L);
    }

    private long guard(int of, String cell) {
        Stored.Cell there = stored.cells().get(cell);
        return there == null ? 0 : there.guards().getOrDefault(of, 0L);
    }

    private long standing(UUID subject) {
        Applied<V> there = stored.views().get(subject);
        return there == null ? 0 : there.position();
    }
}
