package io.milepost.reporting.read.trace;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one service says of one id.
 *
 * @param links the ids that it is tied to; one to itself says what it is
 * @param steps its own events by position
 */
record Node(String service, UUID id, Set<Link> links, SortedMap<Long, Step> steps) {

    static Node of(String service, UUID id) {
        return new Node(service, id, new LinkedHashSet<>(), new TreeMap<>());
    }
}
