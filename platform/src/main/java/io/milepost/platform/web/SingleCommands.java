package io.milepost.platform.web;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.observe.Trace;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** One command per request. */
final class SingleCommands {
    static final String REPLAYED = "Idempotent-Replayed";

    private final Admission admission;
    private final CommandDesk desk;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final WebProperties limits;

    SingleCommands(
            Admission admission, CommandDesk desk, Blocking blocking, PositionHeaders positions, WebProperties limits) {
        this.admission = admission;
        this.desk = desk;
        this.blocking = blocking;
        this.positions = positions;
        this.limits = limits;
    }

    Mono<ServerResponse> handle(CommandRoute route, ServerRequest request) {
        return admission.toCommand(route, request).flatMap(caller -> {
            return Body.bytes(request, limits.maxBody())
                    .flatMap(bytes -> blocking.call(() -> desk.handle(ask(route, request, caller, Body.object(bytes)))))
                    .flatMap(answer -> respond(request, answer));
        });
    }

    private static CommandRequest ask(CommandRoute route, ServerRequest request, Caller caller, ObjectNode body) {
        RequestReader.onlyParameters(request, "validateOnly");
        var key = RequestReader.idempotencyKey(request);
        return new CommandRequest(
                route,
                route.row().creates() ? takeId(body) : RequestReader.pathId(request),
                body,
                "",
                caller,
                caller.subject() + ":" + key,
                RequestReader.effectiveAt(request),
                RequestReader.ifMatch(request),
                RequestReader.flag(request, "validateOnly"),
                metadata(request.exchange(), key));
    }

    static Map<String, String> metadata(ServerWebExchange exchange, UUID key) {
        return Map.of(
                Metadata.CORRELATION, RequestIds.of(exchange),
                Metadata.CAUSATION, key.toString(),
                Metadata.TRACEPARENT, Trace.of(exchange).parent());
    }

    /** A create may bring its id along in the body, beside the command's own fields. */
    private static @Nullable UUID takeId(ObjectNode body) {
        var id = body.remove("id");
        if (id == null || id.isNull()) {
            return null;
        }
        if (!id.isString()) {
            throw new ProblemException(Problem.at("/id", ProblemCode.WRONG_TYPE, "This should be a UUID string."));
        }
        try {
            return CanonicalId.read(id.stringValue());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(
                    Problem.at("/id", ProblemCode.INVALID_VALUE, "Not a UUID string in lower case."));
        }
    }

    private Mono<ServerResponse> respond(ServerRequest request, CommandAnswer answer) {
        return switch (answer) {
            case CommandAnswer.Done done -> done(done);
            case CommandAnswer.Failed failed -> {
                if (failed.replayed()) {
                    request.exchange().getResponse().getHeaders().set(REPLAYED, "true");
                }
                yield Mono.error(new ProblemException(failed.problem()));
            }
        };
    }

    private Mono<ServerResponse> done(CommandAnswer.Done done) {
        var response = ServerResponse.status(HttpStatus.valueOf(done.status()));
        if (done.status() == HttpStatus.CREATED.value()) {
            response.location(URI.create(limits.baseUrl() + done.route().locationOf(done.id())));
        }
        if (done.position() > 0) {
            response.eTag("\"" + done.position() + "\"")
                    .header(PositionHeaders.HEADER, positions.named(done.position()));
        }
        if (done.replayed()) {
            response.header(REPLAYED, "true");
        }
        return JsonAnswers.json(response, JsonAnswers.of(done));
    }
}
