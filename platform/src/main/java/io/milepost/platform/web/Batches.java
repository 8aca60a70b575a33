package io.milepost.platform.web;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.BatchWork.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many commands in one request, each item read, judged and answered on its own; only the frame can fail as a whole. */
final class Batches {
    /** Of RFC 7240: the caller does not want to wait for the outcome. */
    static final String ASYNC = "respond-async";

    private final Admission admission;
    private final Map<String, CommandRoute> routes;
    private final BatchWork work;
    private final BatchJobs jobs;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final WebProperties limits;

    Batches(
            Admission admission,
            List<CommandRoute> routes,
            BatchWork work,
            BatchJobs jobs,
            Blocking blocking,
            PositionHeaders positions,
            WebProperties limits) {
        this.admission = admission;
        this.routes =
                routes.stream().collect(Collectors.toMap(route -> route.row().name(), Function.identity()));
        this.work = work;
        this.jobs = jobs;
        this.blocking = blocking;
        this.positions = positions;
        this.limits = limits;
    }

    /** The frame as it is sent; how many items it may have is a deployment's to say. */
    private record Frame(@Limit(Integer.MAX_VALUE) List<JsonNode> items) {}

    /** One item as it is sent; its own key, if it has one, makes it the same request in any batch (ADR 0009). */
    private record Item(
            String command,
            @Nullable UUID id,
            @Nullable Instant effectiveAt,
            @Nullable String ifMatch,
            @Nullable UUID idempotencyKey,
            ObjectNode body) {}

    Mono<ServerResponse> handle(ServerRequest request) {
        if (RequestReader.prefers(request, ASYNC)) {
            return later(request);
        }
        return admission
                .toBatch(request)
                .flatMap(caller -> Body.bytes(request, limits.maxBatchBody())
                        .flatMap(bytes -> blocking.call(() -> results(request, caller, Body.object(bytes))))
                        .flatMap(results -> respond(request.exchange(), results)));
    }

    /** Answered once it is read; a frame that cannot be read is refused as always. */
    private Mono<ServerResponse> later(ServerRequest request) {
        return admission
                .toBatch(request)
                .flatMap(caller -> Body.bytes(request, jobs.limits().maxBody())
                        .flatMap(bytes -> blocking.call(() -> {
                            var body = Body.object(bytes);
                            var key = RequestReader.idempotencyKey(request);
                            return jobs.start(
                                    caller,
                                    key,
                                    body,
                                    readings(
                                            request, caller, body, jobs.limits().items()));
                        }))
                        .flatMap(JobReads::accepted));
    }

    private List<Result> results(ServerRequest request, Caller caller, ObjectNode body) throws InterruptedException {
        return work.inOrderPerEntity(readings(request, caller, body, limits.batchItems()));
    }

    private List<BatchWork.Reading> readings(ServerRequest request, Caller caller, ObjectNode body, int most) {
        RequestReader.onlyParameters(request, "validateOnly");
        var key = RequestReader.idempotencyKey(request);
        boolean validateOnly = RequestReader.flag(request, "validateOnly");
        var items = RecordReader.read(body, Frame.class, "").items();
        if (items.size() > most) {
            throw new ProblemException(ProblemCode.TOO_MANY_ITEMS, "A batch may have up to %d items.".formatted(most));
        }
        var readings = new ArrayList<BatchWork.Reading>();
        for (int i = 0; i < items.size(); i++) {
            readings.add(read(items.get(i), i, request, caller, key, validateOnly));
        }
        return readings;
    }

    private BatchWork.Reading read(
            JsonNode node, int index, ServerRequest request, Caller caller, UUID key, boolean validateOnly) {
        var at = "/items/" + index;
        try {
            var item = RecordReader.read(node, Item.class, at);
            var own = item.idempotencyKey();
            return new BatchWork.Reading.Asked(new CommandRequest(
                    offerOf(item, at),
                    item.id(),
                    item.body(),
                    at + "/body",
                    caller,
                    own == null ? "%s:%s:%d".formatted(caller.subject(), key, index) : caller.subject() + ":" + own,
                    item.effectiveAt(),
                    ifMatch(item, at),
                    validateOnly,
                    SingleCommands.metadata(request.exchange(), own == null ? key : own)));
        } catch (ProblemException unreadable) {
            return new BatchWork.Reading.Unreadable(unreadable.problem());
        }
    }

    private CommandRoute offerOf(Item item, String at) {
        var route = routes.get(item.command());
        if (route == null) {
            throw new ProblemException(
                    Problem.at(at + "/command", ProblemCode.UNKNOWN_COMMAND, "There is no such command here."));
        }
        if (item.id() == null && !route.row().creates()) {
            throw new ProblemException(
                    Problem.at(at + "/id", ProblemCode.MISSING_FIELD, "This command needs the id of an entity."));
        }
        return route;
    }

    /** The same text as in the header If-Match. */
    private static @Nullable Long ifMatch(Item item, String at) {
        return item.ifMatch() == null
                ? null
                : RequestReader.position(item.ifMatch())
                        .orElseThrow(() -> new ProblemException(Problem.at(
                                at + "/ifMatch", ProblemCode.INVALID_VALUE, "This is not an ETag as returned.")));
    }

    private Mono<ServerResponse> respond(ServerWebExchange exchange, List<Result> results) {
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        long last = 0;
        for (var result : results) {
            items.add(json(exchange, result));
            last = Math.max(last, result.answer() instanceof CommandAnswer.Done done ? done.position() : 0);
        }
        var response = ServerResponse.status(HttpStatus.MULTI_STATUS);
        if (last > 0) {
            response.header(PositionHeaders.HEADER, positions.named(last));
        }
        return JsonAnswers.json(response, body);
    }

    private static ObjectNode json(ServerWebExchange exchange, Result result) {
        var json = Json.mapper().createObjectNode();
        return switch (result.answer()) {
            case CommandAnswer.Done done -> {
                json.put("status", done.status())
                        .put("id", done.id().toString())
                        .put("position", done.position());
                json.set("events", JsonAnswers.events(done.events()));
                yield done.replayed() ? json.put("replayed", true) : json;
            }
            case CommandAnswer.Failed failed -> {
                json.put("status", failed.problem().status());
                if (result.id() != null) {
                    json.put("id", result.id().toString());
                }
                if (failed.replayed()) {
                    json.put("replayed", true);
                }
                yield json.set("problem", Problems.json(exchange, failed.problem()));
            }
        };
    }
}
