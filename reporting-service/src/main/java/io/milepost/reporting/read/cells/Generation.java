package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.History;
import io.milepost.reporting.read.Reached;
import java.util.List;
import java.util.Map;

/** All that a projection has stored since its first event, in collections of its own; another generation shares none of them. */
public interface Generation {

    /** What applies the events of one of the projection's sources. */
    BatchHandler handler(String source);

    /** How far each partition of a source was applied. */
    Map<Integer, Reached> progress(String source);

    /** How many subjects of a source it goes on without. */
    long setAside(String source);

    /** All that it goes on without. */
    List<Aside> asides();

    /** Holds everything that is stored against a fold of the topics. Events may be applied meanwhile. */
    Differences reconcile(History history);

    /** Removes the collections; doing it again does no harm. */
    void drop();
}
