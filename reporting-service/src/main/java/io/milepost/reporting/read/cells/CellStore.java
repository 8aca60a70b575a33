package io.milepost.reporting.read.cells;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where views, cells and progress are kept. Every document changes atomically and durably before a call returns;
 * several documents do not: a call may end half done.
 *
 * @param <V> the view
 */
public interface CellStore<V extends View> {

    /** The views that exist of these subjects. */
    Map<UUID, Applied<V>> views(Collection<UUID> subjects);

    /** What is gone on without of these subjects. */
    Map<UUID, Aside> asides(Collection<UUID> subjects);

    /** Notes each of them, unless one of its subject is noted already. */
    void setAside(Collection<Aside> asides);

    /** The guards of those of these cells that have one for this partition. */
    Map<String, Long> guards(int partition, Collection<String> cells);

    /** Does each move whose condition holds, in any order; who wants to know which were done reads the guards again. */
    void move(int partition, List<Move> moves);

    /** Writes each view unless a later one is there. */
    void save(Collection<Applied<V>> views);

    /** Notes that everything of this partition up to the position is in views and cells. */
    void reached(int partition, long position, Instant recordedAt);
}
