package io.milepost.reporting.read.trace;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.History;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Reached;
import io.milepost.reporting.read.cells.Aside;
import io.milepost.reporting.read.cells.Differences;
import io.milepost.reporting.read.cells.Generation;
import io.milepost.reporting.read.cells.MongoAsides;
import io.milepost.reporting.read.cells.MongoProgress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Nodes as documents: {@code {_id: "contract/0190c8..", n: ["quotation:0190c7.."], s: {"4711": {type, effectiveAt, ..}}}}.
 *
 * <p>Links are a set and a step stands under its position, so that a write which is done twice, or after a later one, leaves
 * the same document, without any guard. Nodes are found by {@code _id} alone.
 */
final class MongoNodes implements NodeStore, Generation {
    static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery");
    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> nodes;
    private final Map<String, MongoProgress> progress;
    private final MongoAsides asides;

    /** The first generation. */
    MongoNodes(MongoDatabase database) {
        this(database, "");
    }

    /** @param suffix what names a generation behind the projection's name */
    MongoNodes(MongoDatabase database, String suffix) {
        nodes = database.getCollection("trace" + suffix + "_nodes");
        asides = new MongoAsides(database, "trace" + suffix);
        progress = SERVICES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        service -> service, service -> new MongoProgress(database, "trace" + suffix + "_" + service)));
    }

    @Override
    public BatchHandler handler(String source) {
        return new TraceRecorder(this, of(source)::reached);
    }

    @Override
    public Map<Integer, Reached> progress(String source) {
        return of(source).read();
    }

    @Override
    public long setAside(String source) {
        return asides.count(source);
    }

    @Override
    public List<Aside> asides() {
        return asides.all();
    }

    /** How many of these ids some service has said something of that cannot be read. */
    long setAsideOf(Collection<UUID> ids) {
        return SERVICES.stream()
                .flatMap(service -> asides.of(service, ids).keySet().stream())
                .distinct()
                .count();
    }

    @Override
    public void setAside(Collection<Aside> more) {
        asides.add(more);
    }

    @Override
    public Differences reconcile(History history) {
        Map<String, Map<Integer, Long>> applied = new HashMap<>();
        for (String service : SERVICES) {
            Map<Integer, Long> positions = new HashMap<>();
            progress(service).forEach((partition, reached) -> positions.put(partition, reached.position()));
            applied.put(service, positions);
        }
        // Progress was read first: what it promises is in the nodes, and more may be.
        var stored = requireNonNull(
                Flux.from(nodes.find()).map(MongoNodes::node).collectList().block());
        return NodeReconciliation.of(applied, stored, asides.all(), history);
    }

    @Override
    public void drop() {
        Mono.from(nodes.drop()).block();
        progress.values().forEach(MongoProgress::drop);
        asides.drop();
    }

    private MongoProgress of(String service) {
        return requireNonNull(progress.get(service));
    }

    @Override
    public void add(Collection<Node> more) {
        var writes = more.stream().map(MongoNodes::write).toList();
        // Partitions that make a node at once: whoever comes second finds it when all of it is written again.
        Mono.from(nodes.bulkWrite(writes, UNORDERED))
                .retryWhen(Retry.max(10).filter(MongoNodes::isOutrun))
                .block();
    }

    private static UpdateOneModel<Document> write(Node node) {
        var change = new Document(
                "$addToSet",
                new Document(
                        "n",
                        new Document(
                                "$each",
                                node.links().stream().map(Link::toString).toList())));
        if (!node.steps().isEmpty()) {
            var steps = new Document();
            node.steps().forEach((position, step) -> steps.append("s." + position, document(step)));
            change.append("$set", steps);
        }
        return new UpdateOneModel<>(
                new Document("_id", id(node.service(), node.id())), change, new UpdateOptions().upsert(true));
    }

    private static boolean isOutrun(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    @Override
    public List<Node> of(Collection<UUID> ids) {
        var wanted = ids.stream()
                .flatMap(id -> SERVICES.stream().map(service -> id(service, id)))
                .toList();
        var found = nodes.find(new Document("_id", new Document("$in", wanted)));
        List<Node> read = new ArrayList<>();
        for (Document document : requireNonNull(Flux.from(found).collectList().block())) {
            read.add(node(document));
        }
        return read;
    }

    private static Node node(Document document) {
        String id = document.getString("_id");
        int end = id.indexOf('/');
        var node = Node.of(id.substring(0, end), UUID.fromString(id.substring(end + 1)));
        document.getList("n", String.class).forEach(link -> node.links().add(Link.parse(link)));
        document.get("s", new Document())
                .forEach((position, step) ->
                        node.steps().put(Long.valueOf(position), Json.lenient().convertValue(step, Step.class)));
        return node;
    }

    private static Document document(Step step) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = Json.lenient().convertValue(step, Map.class);
        return new Document(fields);
    }

    private static String id(String service, UUID id) {
        return service + "/" + id;
    }
}
