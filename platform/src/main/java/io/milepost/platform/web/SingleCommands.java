package io.milepost.platform.web;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.observe.Trace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Of RFC 7240: the caller has no use for the body. */
    private static final String MINIMAL = "return=minimal";

    private final Admission admission;
    private final CommandDesk desk;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final WebProperties limits;
    private final List<ShownOnce> shown;

    SingleCommands(
            Admission admission,
            CommandDesk desk,
            Blocking blocking,
            PositionHeaders positions,
            WebProperties limits,
            List<ShownOnce> shown) {
        this.admission = admission;
        this.desk = desk;
        this.blocking = blocking;
        this.positions = positions;
        this.limits = limits;
        this.shown = List.copyOf(shown);
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
            case CommandAnswer.Done done -> done(request, done);
            case CommandAnswer.Failed failed -> {
                if (failed.replayed()) {
                    request.exchange().getResponse().getHeaders().set(REPLAYED, "true");
                }
                yield Mono.error(new ProblemException(failed.problem()));
            }
        };
    }

    private Mono<ServerResponse> done(ServerRequest request, CommandAnswer.Done done) {
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
        var body = JsonAnswers.of(done);
        if (RequestReader.prefers(request, MINIMAL) && showing(done).isEmpty()) {
            return response.header("Preference-Applied", MINIMAL).build();
        }
        return showing(done)
                .map(one -> blocking.call(() -> one.shown(done.id(), done.position()))
                        .doOnNext(fields -> fields.forEach(body::put))
                        .flatMap(_ -> JsonAnswers.json(response, body)))
                .orElseGet(() -> JsonAnswers.json(response, body));
    }

    private Optional<ShownOnce> showing(CommandAnswer.Done done) {
        return shown.stream()
                .filter(one -> done.events().stream().anyMatch(event -> one.isIn(event.type())))
                .findFirst();
    }
}
