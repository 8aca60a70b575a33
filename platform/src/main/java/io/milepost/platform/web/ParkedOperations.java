package io.milepost.platform.web;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.json.Json;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What an operator does about records of other services that could not be processed here; role OPERATOR alone. */
final class ParkedOperations {
    private final ParkedRecords parked;
    private final Blocking blocking;
    private final WebProperties limits;

    ParkedOperations(ParkedRecords parked, Blocking blocking, WebProperties limits) {
        this.parked = parked;
        this.blocking = blocking;
        this.limits = limits;
    }

    /** All that wait. */
    Mono<ServerResponse> parked(ServerRequest request) {
        return Caller.of(request, List.of(Role.OPERATOR))
                .then(blocking.read(parked::list))
                .flatMap(waiting -> {
                    var json = Json.mapper().createObjectNode();
                    json.set("items", Json.mapper().valueToTree(waiting));
                    return Answers.json(ServerResponse.ok(), json);
                });
    }

    /** Tries the parked records of one key again, in order. */
    Mono<ServerResponse> redrive(ServerRequest request) {
        return Caller.of(request, List.of(Role.OPERATOR))
                .then(Body.bytes(request, limits.maxBody()))
                .flatMap(bytes -> blocking.call(() -> parked.redrive(
                        RecordReader.read(Body.object(bytes), Redrive.class, "").key())))
                .flatMap(redriven ->
                        Answers.json(ServerResponse.ok(), Json.mapper().valueToTree(redriven)));
    }

    /** The Kafka key whose records are tried again. */
    private record Redrive(String key) {}
}
