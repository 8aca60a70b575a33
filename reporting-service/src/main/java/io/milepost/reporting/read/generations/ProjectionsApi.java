package io.milepost.reporting.read.generations;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.History;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.cells.Differences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What an operator sees of projections and does about them; security lets nobody else come here (api.md 26). */
final class ProjectionsApi {
    private final List<Projected<?>> projections;
    private final List<OtherProjection> others;
    private final Lineages lineages;
    private final History history;
    private final Blocking blocking;
    private final Clock clock;

    ProjectionsApi(
            List<Projected<?>> projections,
            List<OtherProjection> others,
            Lineages lineages,
            History history,
            Blocking blocking,
            Clock clock) {
        this.projections = List.copyOf(projections);
        this.others = List.copyOf(others);
        this.lineages = lineages;
        this.history = history;
        this.blocking = blocking;
        this.clock = clock;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/projections", this::list)
                .GET("/v1/projections/{name}/reconcile", this::reconcile)
                .POST("/v1/projections/{name}/rebuild", this::rebuild)
                .DELETE("/v1/projections/{name}/rebuild", this::cancel)
                .filter(AnswerTypes.JSON::only)
                .build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        RequestReader.onlyParameters(request);
        return blocking.read(() -> {
                    var body = Json.mapper().createObjectNode();
                    var items = new ArrayList<ObjectNode>();
                    projections.forEach(projection -> {
                        var item = Json.mapper().createObjectNode();
                        write(projection, lineages.of(projection.name()), item);
                        items.add(item);
                    });
                    others.forEach(other -> items.add(other.standing()));
                    items.sort(Comparator.comparing(item -> item.get("name").asString()));
                    body.putArray("items").addAll(items);
                    return body;
                })
                .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
    }

    private Mono<ServerResponse> rebuild(ServerRequest request) {
        RequestReader.onlyParameters(request);
        var projection = named(request);
        var key = RequestReader.idempotencyKey(request);
        return blocking.call(() -> answer(ServerResponse.accepted(), begins(projection, key), projection))
                .flatMap(answer -> answer);
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        RequestReader.onlyParameters(request);
        var projection = named(request);
        var key = RequestReader.idempotencyKey(request);
        return blocking.call(() -> answer(ServerResponse.ok(), cancels(projection, key), projection))
                .flatMap(answer -> answer);
    }

    /** How the projection stands now. */
    private Mono<ServerResponse> answer(ServerResponse.BodyBuilder response, boolean done, Projected<?> projection) {
        if (!done) {
            response.header("Idempotent-Replayed", "true");
        }
        var body = Json.mapper().createObjectNode();
        write(projection, lineages.of(projection.name()), body);
        return JsonAnswers.json(response, body);
    }

    /** Not when the latest rebuild was begun by this key already, whether it is done or not. */
    private boolean begins(Projected<?> projection, UUID key) {
        var lineage = lineages.of(projection.name());
        if (lineage.building() == null && !key.equals(lineage.asked())) {
            if (lineages.begin(lineage, key, clock.instant())) {
                return true;
            }
            lineage = lineages.of(projection.name());
        }
        if (key.equals(lineage.asked())) {
            return false;
        }
        throw new ProblemException(
                ProblemCode.REBUILD_UNDER_WAY,
                "%s is read from generation %d while the next one is built; see /v1/projections for its progress."
                        .formatted(projection.name(), lineage.live()));
    }

    /** Not when a rebuild was cancelled by this key last: what was begun since is another one. */
    private boolean cancels(Projected<?> projection, UUID key) {
        var lineage = lineages.of(projection.name());
        while (lineage.building() != null && !key.equals(lineage.cancelled())) {
            if (lineages.cancel(lineage, key, clock.instant())) {
                return true;
            }
            lineage = lineages.of(projection.name());
        }
        if (key.equals(lineage.cancelled())) {
            return false;
        }
        throw new ProblemException(
                ProblemCode.NO_REBUILD_UNDER_WAY,
                "%s is read from generation %d and no other is built.".formatted(projection.name(), lineage.live()));
    }

    private Mono<ServerResponse> reconcile(ServerRequest request) {
        RequestReader.onlyParameters(request);
        var projection = named(request);
        return blocking.read(() -> {
                    var body = Json.mapper().createObjectNode();
                    body.put("name", projection.name())
                            .put("generation", projection.number())
                            .put("setAside", projection.setAside());
                    sources(projection, body);
                    try {
                        write(projection.live().reconcile(history), body);
                    } catch (Backlog.Unknown away) {
                        throw new ProblemException(
                                ProblemCode.STORE_UNAVAILABLE, "The broker cannot deliver the events at the moment.");
                    }
                    return body;
                })
                .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
    }

    private static void write(Differences differences, ObjectNode body) {
        body.put("documents", differences.compared()).put("count", differences.count());
        var unreadable = body.putArray("unreadable");
        differences.unreadable().stream()
                .limit(Differences.MOST)
                .forEach(aside -> unreadable.add(Json.mapper().<ObjectNode>valueToTree(aside)));
        var named = body.putArray("differences");
        differences.named().forEach(one -> {
            var json = named.addObject().put("document", one.document()).put("field", one.field());
            json.set("stored", Json.mapper().valueToTree(one.stored()));
            json.set("expected", Json.mapper().valueToTree(one.expected()));
        });
    }

    private static void write(Projected<?> projection, Lineage lineage, ObjectNode body) {
        body.put("name", projection.name()).put("generation", lineage.live()).put("setAside", projection.setAside());
        sources(projection, body);
        if (lineage.building() != null) {
            double share = projection.progress(lineage.building()).share(projection.progress(lineage.live()));
            body.putObject("rebuild")
                    .put("generation", lineage.building())
                    .put("since", lineage.since().toString())
                    .put("progress", BigDecimal.valueOf(share).setScale(4, RoundingMode.DOWN));
        }
    }

    private static void sources(Projected<?> projection, ObjectNode body) {
        var sources = body.putArray("sources");
        projection.freshness().stream()
                .map(Freshness::now)
                .forEach(standing -> sources.addObject()
                        .put("source", standing.source())
                        .put("position", standing.position())
                        .put("lagMs", standing.lag().toMillis()));
    }

    private Projected<?> named(ServerRequest request) {
        var name = request.pathVariable("name");
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no projection of this name; see /v1/projections."));
    }
}
