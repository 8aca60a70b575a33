package io.milepost.reporting.read.trace;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where a trace finds what was said. */
@FunctionalInterface
interface Nodes {

    /** All that any service has said of these ids. */
    List<Node> of(Collection<UUID> ids);
}
