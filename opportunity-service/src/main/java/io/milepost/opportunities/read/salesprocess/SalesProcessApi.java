package io.milepost.opportunities.read.salesprocess;

import io.milepost.opportunities.opportunity.salesprocess.SalesProcesses;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.JsonAnswers;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/sales-processes}: every version of every template, the newest of a name last. */
public final class SalesProcessApi {

    private SalesProcessApi() {}

    static RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/sales-processes", SalesProcessApi::all)
                .build();
    }

    private static Mono<ServerResponse> all(ServerRequest request) {
        var body = Json.mapper().createObjectNode();
        body.set("items", Json.mapper().valueToTree(SalesProcesses.all()));
        return JsonAnswers.json(ServerResponse.ok(), body);
    }
}
