package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.json.Json;
import io.milepost.platform.trail.AuditTrail;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.MartException;
import java.util.List;
import java.util.Objects;
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
    private final MartAnswers answers;
    private final AuditTrail trail;
    private final Sights sights;
    private final Blocking blocking;

    /** @param trail where it stands who does what, before it is done */
    public MartRoutes(MartOperations operations, Feeding feeding, AuditTrail trail, Sights sights, Blocking blocking) {
        this.operations = operations;
        this.feeding = feeding;
        this.answers = new MartAnswers(operations, feeding);
        this.trail = trail;
        this.sights = sights;
        this.blocking = blocking;
    }

    /** What is said of it. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(ALL, request -> read(request, answers::listed))
                .GET(AT, request -> read(request, answers::all))
                .GET(AT + "/reconcile", this::reconcile)
                .POST(
                        AT + "/rebuild",
                        request -> keyed(request, "rebuild", operations::rebuild, ServerResponse.accepted()))
                .DELETE(
                        AT + "/rebuild",
                        request -> keyed(request, "cancel-rebuild", operations::cancel, ServerResponse.ok()))
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

    /** What an operator does stands on record before it is done; what cannot be put on record is not done. */
    private Mono<ObjectNode> acted(ServerRequest request, String act, String subject, Supplier<ObjectNode> work) {
        return sights.operator(request)
                .flatMap(by -> blocking.call(() -> asked(() -> {
                    trail.acts(by, act, subject);
                    return work.get();
                })));
    }

    /** It reads alone, and for long: one turn of those who read. */
    private Mono<ServerResponse> reconcile(ServerRequest request) {
        RequestReader.onlyParameters(request);
        return answered(sights.operator(request)
                .flatMap(by -> blocking.read(() -> asked(() -> {
                    trail.acts(by, "reconcile", MartOperations.NAME);
                    return reconciled();
                }))));
    }

    /** Whether it is done by this request, or was by an earlier one of the same key. */
    private interface Act {
        boolean by(UUID key);
    }

    private Mono<ServerResponse> keyed(
            ServerRequest request, String name, Act act, ServerResponse.BodyBuilder response) {
        RequestReader.onlyParameters(request);
        var key = RequestReader.idempotencyKey(request);
        return acted(request, name, MartOperations.NAME, () -> {
                    if (!act.by(key)) {
                        response.header("Idempotent-Replayed", "true");
                    }
                    return answers.all();
                })
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
        operations.requireKnown(dataset);
        var what = subject != null ? subject.toString() : Objects.requireNonNullElse(dataset, "all");
        return answered(acted(request, "redrive", what, () -> {
            var done = operations.redrive(dataset, subject);
            var body = Json.mapper().createObjectNode();
            body.put("tried", done.tried()).put("redriven", done.redriven());
            write(done.stays(), body, "stays");
            return body;
        }));
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
        return answered(acted(request, "acknowledge", id.toString(), () -> {
            operations.acknowledge(id);
            return answers.all();
        }));
    }

    private Mono<ServerResponse> drop(ServerRequest request) {
        RequestReader.onlyParameters(request);
        return answered(sights.operator(request)
                .flatMap(by -> blocking.call(() -> asked(() -> {
                    var old = operations.old(request.pathVariable("schema"));
                    trail.acts(by, "drop", old.name());
                    operations.drop(old.name());
                    return schemas();
                }))));
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
}
