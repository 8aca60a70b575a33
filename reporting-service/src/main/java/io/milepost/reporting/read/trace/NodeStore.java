package io.milepost.reporting.read.trace;

import io.milepost.reporting.read.cells.Aside;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where nodes are kept, one document each. */
interface NodeStore {

    /** Adds these links and steps to what is known of each node. What is there already stays as it is, so any order and any repetition gives the same. */
    void add(Collection<Node> nodes);

    /** Notes what is gone on without, unless it is noted already. */
    void setAside(Collection<Aside> asides);

    /** All that any service has said of these ids. */
    List<Node> of(Collection<UUID> ids);
}
