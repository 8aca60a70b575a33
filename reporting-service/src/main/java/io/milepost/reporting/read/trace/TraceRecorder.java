package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.setaside.Attempt;
import io.milepost.reporting.read.cells.Aside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Notes each event of a deal as a step of its aggregate, and ties the ids that it names. Nothing is looked up while noting:
 * the topics of the services may come in any order, each writes its own nodes, and what belongs together is found when a
 * trace is asked for. Types are not listed here: an event that is new tomorrow is a step too. One that cannot be read is left
 * out, which is noted; nothing is folded here, so what its subject says later is a step again.
 */
final class TraceRecorder implements BatchHandler {

    /** Fields that tie an event to the rest of its deal. An account or a person is part of many deals and ties none. */
    private static final Map<String, String> TIES = Map.of(
            "leadId", "lead",
            "opportunityId", "opportunity",
            "quotationId", "quotation",
            "contractId", "contract",
            "point", "acceptance-point");

    /** Aggregates that are no part of one deal. */
    private static final Set<String> SHARED = Set.of("account", "team-member", "price-list");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final NodeStore store;
    private final Progress progress;

    /** Notes how far a partition has come, once its nodes are written. */
    interface Progress {
        void reached(int partition, long position, Instant recordedAt);
    }

    TraceRecorder(NodeStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var nodes = new Nodes();
        List<Aside> left = new ArrayList<>();
        for (Inbound event : batch) {
            if (!SHARED.contains(Step.aggregate(event.type()))) {
                switch (Attempt.of(() -> Said.of(event))) {
                    case Attempt.Done<Said>(Said said) -> nodes.note(said);
                    case Attempt.Failed<Said>(RuntimeException fault) -> left.add(Aside.of(event, fault));
                }
            }
        }
        if (!left.isEmpty()) {
            store.setAside(left);
        }
        if (!nodes.bySource.isEmpty()) {
            store.add(nodes.bySource.values());
        }
        Inbound last = batch.getLast();
        progress.reached(partition, last.position(), last.recordedAt());
    }

    @Override
    public void pass(Unread record) {
        store.setAside(List.of(Aside.of(record)));
    }

    /** An event as a trace reads it. */
    private record Said(Step step, Set<Link> ties) {

        static Said of(Inbound event) {
            var payload = event.as(JsonNode.class);
            Set<Link> ties = new LinkedHashSet<>();
            TIES.forEach((field, role) -> {
                var id = id(payload.path(field));
                if (id != null) {
                    ties.add(new Link(role, id));
                }
            });
            return new Said(Step.of(event, payload), ties);
        }

        private static @Nullable UUID id(JsonNode value) {
            return value.isString() && ID.matcher(value.stringValue()).matches()
                    ? UUID.fromString(value.stringValue())
                    : null;
        }
    }

    private record Place(String service, UUID id) {}

    /** What a batch says, by the node that it is said of. */
    private static final class Nodes {
        private final Map<Place, Node> bySource = new LinkedHashMap<>();

        void note(Said said) {
            var step = said.step();
            var own = new Link(step.aggregate(), step.id());
            var node = node(step.service(), step.id());
            node.steps().put(step.position(), step);
            node.links().add(own);
            said.ties().forEach(tie -> {
                node.links().add(tie);
                node(step.service(), tie.id()).links().add(own);
            });
        }

        private Node node(String service, UUID id) {
            return bySource.computeIfAbsent(new Place(service, id), place -> Node.of(service, id));
        }
    }
}
