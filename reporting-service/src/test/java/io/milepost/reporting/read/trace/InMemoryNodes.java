package io.milepost.reporting.read.trace;

import io.milepost.reporting.read.cells.Aside;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The store's promise and nothing more: links are a set, a step stands under its position. */
final class InMemoryNodes implements NodeStore {
    final Map<UUID, Aside> asides = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();

    @Override
    public void add(Collection<Node> more) {
        for (Node node : more) {
            var known =
                    nodes.computeIfAbsent(node.service() + "/" + node.id(), key -> Node.of(node.service(), node.id()));
            known.links().addAll(node.links());
            known.steps().putAll(node.steps());
        }
    }

    @Override
    public void setAside(Collection<Aside> more) {
        more.forEach(aside -> asides.putIfAbsent(aside.subject(), aside));
    }

    @Override
    public List<Node> of(Collection<UUID> ids) {
        return nodes.values().stream().filter(node -> ids.contains(node.id())).toList();
    }
}
