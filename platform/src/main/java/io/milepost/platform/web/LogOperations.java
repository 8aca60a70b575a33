package io.milepost.platform.web;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.json.Json;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What an operator asks of the log; role OPERATOR alone. */
final class LogOperations {
    private final EventLog log;
    private final Blocking blocking;

    LogOperations(EventLog log, Blocking blocking) {
        this.log = log;
        this.blocking = blocking;
    }

    /** Recomputes the log's hash chain from the beginning. */
    Mono<ServerResponse> verifyLog(ServerRequest request) {
        return Caller.of(request, List.of(Role.OPERATOR))
                .then(blocking.call(() -> log.verify(0)))
                .flatMap(found -> {
                    var json = Json.mapper()
                            .createObjectNode()
                            .put("intact", found.intact())
                            .put("commits", found.commits())
                            .put("head", found.head());
                    return Answers.json(
                            ServerResponse.ok(), found.fault() == null ? json : json.put("fault", found.fault()));
                });
    }
}
