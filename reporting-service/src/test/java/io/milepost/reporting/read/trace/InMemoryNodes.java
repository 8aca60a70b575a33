package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.Inbound;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a trace is by its rule and nothing more: links are a set, a step stands under its position. */
final class InMemoryNodes implements Nodes {
    private final Map<String, Node> nodes = new HashMap<>();

    static InMemoryNodes told(Collection<List<Inbound>> topics) {
        var nodes = new InMemoryNodes();
        topics.forEach(topic ->
                topic.stream().filter(Mention::isOfDeal).map(Mention::of).forEach(nodes::say));
        return nodes;
    }

    private void say(Mention said) {
        var step = said.step();
        var own = node(step.service(), step.id());
        own.steps().put(step.position(), step);
        own.links().add(said.own());
        own.links().addAll(said.ties());
        said.ties().forEach(tie -> node(step.service(), tie.id()).links().add(said.own()));
    }

    private Node node(String service, UUID id) {
        return nodes.computeIfAbsent(service + "/" + id, _ -> Node.of(service, id));
    }

    @Override
    public List<Node> of(Collection<UUID> ids) {
        return nodes.values().stream().filter(node -> ids.contains(node.id())).toList();
    }
}
