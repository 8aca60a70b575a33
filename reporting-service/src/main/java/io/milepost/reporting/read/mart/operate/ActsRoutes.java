package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.store.MartException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/audit-records}, for operators, under the path and with the fields that it has in the services that keep a log. */
public final class ActsRoutes {
    private static final int MOST = 200;

    private final Acts acts;
    private final Sights sights;
    private final Blocking blocking;

    public ActsRoutes(Acts acts, Sights sights, Blocking blocking) {
        this.acts = acts;
        this.sights = sights;
        this.blocking = blocking;
    }

    /** What is on record. */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/audit-records", this::list)
                .filter(AnswerTypes.JSON::only)
                .build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        RequestReader.onlyParameters(request, "before");
        var before = RequestReader.instant(request, "before");
        return sights.operator(request)
                .then(blocking.read(() -> told(before)))
                .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
    }

    private ObjectNode told(@Nullable Instant before) {
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        try {
            var found = acts.list(before, MOST + 1);
            found.stream().limit(MOST).forEach(act -> write(act, items.addObject()));
            body.put("more", found.size() > MOST);
            return body;
        } catch (MartException away) {
            throw MartUnavailable.problem(away);
        }
    }

    private static void write(Acts.Act act, ObjectNode item) {
        item.put("id", act.id().toString())
                .put("status", "ACTED")
                .put("actor", act.by().actor())
                .put("at", act.at().toString());
        var told = item.putObject("act").put("actor", act.by().actor());
        if (act.by().member() != null) {
            told.put("member", act.by().member());
        }
        if (act.by().client() != null) {
            told.put("client", act.by().client());
        }
        told.put("act", act.name())
                .put("subject", act.subject())
                .put("at", act.at().toString());
    }
}
