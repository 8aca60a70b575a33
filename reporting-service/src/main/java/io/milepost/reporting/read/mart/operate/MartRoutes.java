package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Extent;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Generation;
import io.milepost.reporting.read.mart.store.Generation.State;
import io.milepost.reporting.read.mart.store.MartException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The mart as the one projection that there is, for operators; security lets nobody else come here (api.md 26). */
public final class MartRoutes {
    private static final String ALL = "/v1/projections";
    private static final String AT = ALL + "/" + MartOperations.NAME;

    private final MartOperations operations;
    private final Feeding feeding;
    private final Blocking blocking;

    public MartRoutes(MartOperations operations, Feeding feeding, Blocking blocking) {
        this.operations = operations;
        this.feeding = feeding;
        this.blocking = blocking;
    }

    /** What is said of it. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(ALL, request -> read(request, this::listed))
                .GET(AT, request -> read(request, this::all))
                .GET(AT + "/reconcile", request -> read(request, this::reconciled))
                .POST(AT + "/rebuild", request -> keyed(request, operations::rebuild, ServerResponse.accepted()))
                .DELETE(AT + "/rebuild", request -> keyed(request, operations::cancel, ServerResponse.ok()))
                .GET(AT + "/set-aside", this::setAside)
                .POST(AT + "/redrive", this::redrive)
                .POST(AT + "/set-aside/{id}/acknowledge", this::acknowledge)
                .GET(AT + "/schemas", request -> read(request, this::schemas))
                .DELETE(AT + "/schemas/{schema}", this::drop)
                .filter(AnswerTypes.JSON::only)
                .build();
    }

    private Mono<ServerResponse> read(ServerRequest request, Supplier<ObjectNode> body) {
        RequestReader.onlyParameters(request);
        return answered(blocking.read(() -> asked(body)));
    }

    private static Mono<ServerResponse> answered(Mono<ObjectNode> body) {
        return body.flatMap(json -> JsonAnswers.json(ServerResponse.ok(), json));
    }

    private static <T> T asked(Supplier<T> work) {
        try {
            return work.get();
        } catch (MartException e) {
            throw MartUnavailable.problem(e);
        }
    }

    /** Whether it is done by this request, or was by an earlier one of the same key. */
    private interface Act {
        boolean by(UUID key);
    }

    private Mono<ServerResponse> keyed(ServerRequest request, Act act, ServerResponse.BodyBuilder response) {
        RequestReader.onlyParameters(request);
        var key = RequestReader.idempotencyKey(request);
        return blocking.call(() -> asked(() -> {
                    if (!act.by(key)) {
                        response.header("Idempotent-Replayed", "true");
                    }
                    return all();
                }))
                .flatMap(body -> JsonAnswers.json(response, body));
    }

    private Mono<ServerResponse> setAside(ServerRequest request) {
        RequestReader.onlyParameters(request, "dataset", "subject");
        var dataset = request.queryParam("dataset").orElse(null);
        var subject = subject(request);
        return answered(blocking.read(() -> asked(() -> {
            var body = Json.mapper().createObjectNode();
            write(operations.setAside(dataset, subject), body, "items");
            return body;
        })));
    }

    private Mono<ServerResponse> redrive(ServerRequest request) {
        RequestReader.onlyParameters(request, "dataset", "subject");
        var dataset = request.queryParam("dataset").orElse(null);
        var subject = subject(request);
        return answered(blocking.call(() -> asked(() -> {
            var done = operations.redrive(dataset, subject);
            var body = Json.mapper().createObjectNode();
            body.put("tried", done.tried()).put("redriven", done.redriven());
            write(done.stays(), body, "stays");
            return body;
        })));
    }

    private static @Nullable UUID subject(ServerRequest request) {
        return request.queryParam("subject").map(text -> id(text, "subject")).orElse(null);
    }

    /** An id has one spelling. */
    private static UUID id(String text, String name) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException wrong) {
            throw RequestReader.invalidParameter(name, "a UUID in lower case");
        }
        throw RequestReader.invalidParameter(name, "a UUID in lower case");
    }

    private static void write(List<Aside> asides, ObjectNode body, String field) {
        var items = body.putArray(field);
        asides.forEach(aside -> {
            var item = items.addObject()
                    .put("dataset", aside.dataset())
                    .put("subject", aside.subject().toString())
                    .put("source", aside.source())
                    .put("type", aside.type())
                    .put("position", aside.position())
                    .put("cause", aside.cause());
            if (aside.acknowledgedAt() != null) {
                item.put("acknowledgedAt", aside.acknowledgedAt().toString());
            }
        });
    }

    private Mono<ServerResponse> acknowledge(ServerRequest request) {
        RequestReader.onlyParameters(request);
        var id = RequestReader.pathId(request);
        return answered(blocking.call(() -> asked(() -> {
            operations.acknowledge(id);
            return all();
        })));
    }

    private Mono<ServerResponse> drop(ServerRequest request) {
        RequestReader.onlyParameters(request);
        return answered(blocking.call(() -> asked(() -> {
            operations.drop(request.pathVariable("schema"));
            return schemas();
        })));
    }

    private ObjectNode schemas() {
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        operations
                .oldSchemas()
                .forEach(old -> items.addObject().put("schema", old.name()).put("bytes", old.bytes()));
        return body;
    }

    private ObjectNode reconciled() {
        var generation = feeding.live().number();
        var found = operations.reconcile();
        var body = Json.mapper()
                .createObjectNode()
                .put("name", MartOperations.NAME)
                .put("generation", generation);
        body.put(
                "count",
                found.counts().values().stream().mapToInt(Integer::intValue).sum());
        var datasets = body.putArray("datasets");
        operations.names().forEach(name -> {
            var dataset = datasets.addObject()
                    .put("name", name)
                    .put("count", found.counts().getOrDefault(name, 0));
            var differences = dataset.putArray("differences");
            found.named(name).forEach(one -> write(one, differences.addObject()));
        });
        return body;
    }

    private static void write(Differences.Named one, ObjectNode json) {
        json.put("table", one.table())
                .put("row", one.row())
                .put("stored", one.stored())
                .put("expected", one.expected());
    }

    private ObjectNode listed() {
        var body = Json.mapper().createObjectNode();
        body.putArray("items").add(standing());
        return body;
    }

    /** As it is listed, and more. */
    private ObjectNode all() {
        var body = standing();
        var all = operations.generations();
        var live = all.stream()
                .filter(one -> one.state() == State.LIVE)
                .findFirst()
                .orElseThrow();
        body.put("begunAt", live.begunAt().toString())
                .put(
                        "completeAt",
                        live.completeAt() == null ? null : live.completeAt().toString());
        if (live.completeAt() == null) {
            progress(live.number(), body.putObject("building"));
        }
        var generations = body.putArray("generations");
        all.forEach(one -> generations
                .addObject()
                .put("generation", one.number())
                .put("state", one.state().name())
                .put("since", one.since().toString()));
        var aside = operations.setAside();
        var datasets = body.putArray("datasets");
        operations
                .names()
                .forEach(name -> datasets.addObject().put("name", name).put("setAside", aside.getOrDefault(name, 0L)));
        body.put("records", aside.getOrDefault(Feed.RECORD, 0L));
        return body;
    }

    private ObjectNode standing() {
        var look = feeding.latest();
        var standing = feeding.standing(feeding.freshness().keySet());
        var body = Json.mapper().createObjectNode();
        body.put("name", MartOperations.NAME)
                .put("generation", feeding.live().number())
                .put("state", standing.state(look.setAside()).name())
                .put("setAside", look.setAside());
        var sources = body.putArray("sources");
        feeding.freshness().forEach((source, freshness) -> {
            var now = freshness.now();
            var json = sources.addObject()
                    .put("source", source)
                    .put("position", now.position())
                    .put("lagMs", now.lag().toMillis());
            blocked(look.extent().of(source), json);
        });
        operations.generations().stream()
                .filter(one -> one.state() == State.BUILDING)
                .findFirst()
                .ifPresent(next -> rebuild(next, body.putObject("rebuild")));
        return body;
    }

    private static void blocked(List<Extent.Partition> partitions, ObjectNode json) {
        var blocked =
                partitions.stream().filter(one -> one.blockedFor() != null).toList();
        if (!blocked.isEmpty()) {
            var items = json.putArray("blocked");
            blocked.forEach(one -> items.addObject()
                    .put("partition", one.number())
                    .put("position", one.position())
                    .put("reason", one.blockedFor()));
        }
    }

    private void rebuild(Generation next, ObjectNode json) {
        json.put("generation", next.number()).put("since", next.since().toString());
        progress(next.number(), json);
    }

    private void progress(int generation, ObjectNode json) {
        Map<String, Progress> all;
        try {
            all = feeding.sources().progress(generation);
        } catch (Backlog.Unknown away) {
            // The broker cannot be asked: how far it is from the end is not known now.
            json.putNull("progress");
            return;
        }
        var whole = all.values().stream().reduce(new Progress(0, 0), Progress::plus);
        json.put("progress", whole.share()).put("events", whole.events()).put("unread", whole.unread());
        var sources = json.putArray("sources");
        all.forEach((source, of) -> sources.addObject()
                .put("source", source)
                .put("progress", of.share())
                .put("events", of.events())
                .put("unread", of.unread()));
    }
}
