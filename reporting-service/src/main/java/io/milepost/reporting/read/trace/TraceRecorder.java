package io.milepost.reporting.read.trace;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import java.time.Instant;
import java.util.LinkedHashMap;
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
 * trace is asked for. Types are not listed here: an event that is new tomorrow is a step too.
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
        batch.stream()
                .filter(event -> !SHARED.contains(Step.aggregate(event.type())))
                .forEach(nodes::note);
        if (!nodes.bySource.isEmpty()) {
            store.add(nodes.bySource.values());
        }
        Inbound last = batch.getLast();
        progress.reached(partition, last.position(), last.recordedAt());
    }

    private record Place(String service, UUID id) {}

    /** What a batch says, by the node that it is said of. */
    private static final class Nodes {
        private final Map<Place, Node> bySource = new LinkedHashMap<>();

        void note(Inbound event) {
            var payload = event.as(JsonNode.class);
            var step = Step.of(event, payload);
            var own = new Link(step.aggregate(), step.id());
            var node = node(step.service(), step.id());
            node.steps().put(step.position(), step);
            node.links().add(own);
            TIES.forEach((field, role) -> {
                var id = id(payload.path(field));
                if (id != null) {
                    node.links().add(new Link(role, id));
                    node(step.service(), id).links().add(own);
                }
            });
        }

        private static @Nullable UUID id(JsonNode value) {
            return value.isString() && ID.matcher(value.stringValue()).matches()
                    ? UUID.fromString(value.stringValue())
                    : null;
        }

        private Node node(String service, UUID id) {
            return bySource.computeIfAbsent(new Place(service, id), place -> Node.of(service, id));
        }
    }
}
