package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.cells.Aside;
import io.milepost.reporting.read.cells.Differences;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds stored nodes against a fold of the topics. A node does not say how far it has come, but it only ever grows: what
 * the progress promised before the nodes were read has to be in them, and what is in them has to come from some event.
 */
final class NodeReconciliation {

    private NodeReconciliation() {}

    /**
     * Compares.
     *
     * @param applied by service and partition, the position up to which all was stored before it was read
     */
    static Differences of(
            Map<String, Map<Integer, Long>> applied, List<Node> stored, List<Aside> asides, History history) {
        var due = new Folded();
        var known = new Folded();
        applied.forEach((service, positions) -> history.read(service, new BatchHandler() {
            @Override
            public void handle(int partition, List<Inbound> batch) {
                batch.forEach(event -> {
                    known.take(partition, event);
                    if (event.position() <= positions.getOrDefault(partition, 0L)) {
                        due.take(partition, event);
                    }
                });
            }

            @Override
            public void pass(Unread record) {
                due.pass(record);
            }
        }));
        Map<String, Node> found = new HashMap<>();
        stored.forEach(node -> found.put(name(node), node));
        var names = new TreeSet<>(found.keySet());
        names.addAll(due.nodes.keySet());
        asides.forEach(aside -> due.adopt(aside, known));
        var differences = new Differences();
        differences.compare(asides, due.asides.values());
        names.forEach(name -> {
            var there = fields(found.get(name));
            var expected = fields(due.nodes.get(name));
            // What is stored beyond the promise is right when an event says the same.
            fields(known.nodes.get(name)).forEach((field, value) -> {
                if (there.containsKey(field)) {
                    expected.put(field, value);
                }
            });
            differences.compare("nodes/" + name, there, expected);
        });
        return differences;
    }

    private static String name(Node node) {
        return node.service() + "/" + node.id();
    }

    /** Each link and each step is a field; a step as text and back, so that no number differs by the type that carried it. */
    private static Map<String, Object> fields(@Nullable Node node) {
        Map<String, Object> fields = new TreeMap<>();
        if (node != null) {
            node.links().forEach(link -> fields.put("n." + link, true));
            node.steps()
                    .forEach((position, step) -> fields.put(
                            "s." + position,
                            Json.lenient().readTree(Json.lenient().writeValueAsString(step))));
        }
        return fields;
    }

    /** Nodes in memory, made as the stored ones are. */
    private static final class Folded implements NodeStore {
        private final Map<String, Node> nodes = new HashMap<>();
        private final Map<String, Aside> asides = new TreeMap<>();
        private final TraceRecorder recorder = new TraceRecorder(this, (partition, position, recordedAt) -> {});

        void take(int partition, Inbound event) {
            recorder.handle(partition, List.of(event));
        }

        void pass(Unread record) {
            recorder.pass(record);
        }

        /** What is noted beyond the promise is right when the topics say the same. */
        void adopt(Aside noted, Folded all) {
            var met = all.asides.get(key(noted));
            if (met != null) {
                asides.putIfAbsent(key(noted), met);
            }
        }

        @Override
        public void setAside(Collection<Aside> more) {
            more.forEach(aside -> asides.putIfAbsent(key(aside), aside));
        }

        private static String key(Aside aside) {
            return aside.source() + "/" + aside.subject();
        }

        @Override
        public void add(Collection<Node> more) {
            for (Node node : more) {
                var whole = nodes.computeIfAbsent(name(node), name -> Node.of(node.service(), node.id()));
                whole.links().addAll(node.links());
                whole.steps().putAll(node.steps());
            }
        }

        @Override
        public List<Node> of(Collection<UUID> ids) {
            return nodes.values().stream()
                    .filter(node -> ids.contains(node.id()))
                    .toList();
        }
    }
}
