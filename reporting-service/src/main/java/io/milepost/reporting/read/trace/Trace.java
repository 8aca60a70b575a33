package io.milepost.reporting.read.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What belongs together.
 *
 * @param ids by role, sorted
 * @param steps in the order in which things happened
 * @param complete whether all of it was walked; a deal is small, and what is larger is cut and says so
 */
record Trace(TreeMap<String, TreeSet<UUID>> ids, List<Step> steps, boolean complete) {
    private static final int MOST_IDS = 500;

    /** Walks from an id along all ties; there are no steps when nothing is known of it. */
    static Trace from(UUID start, Nodes nodes) {
        TreeMap<String, TreeSet<UUID>> ids = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        Set<UUID> seen = new TreeSet<>(Set.of(start));
        Set<UUID> next = seen;
        boolean complete = true;
        while (!next.isEmpty()) {
            var found = nodes.of(next);
            found.forEach(node -> {
                node.links()
                        .forEach(link -> ids.computeIfAbsent(link.role(), role -> new TreeSet<>())
                                .add(link.id()));
                steps.addAll(node.steps().values());
            });
            var reached = found.stream()
                    .flatMap(node -> node.links().stream())
                    .map(Link::id)
                    .filter(id -> !seen.contains(id))
                    .collect(Collectors.toCollection(TreeSet::new));
            complete = seen.size() + reached.size() <= MOST_IDS;
            next = complete ? reached : Set.of();
            seen.addAll(next);
        }
        return new Trace(ids, StepOrder.sorted(steps), complete);
    }

    /** The id from which it was walked and those that were met on the way. */
    Set<UUID> all(UUID start) {
        Set<UUID> all = new TreeSet<>(Set.of(start));
        ids.values().forEach(all::addAll);
        return all;
    }

    /** Sorted, empty when the deal has none that is known. */
    Set<UUID> of(String role) {
        return ids.getOrDefault(role, new TreeSet<>());
    }
}
