package io.milepost.platform.web;

import io.milepost.platform.json.Json;
import io.milepost.platform.observe.Trace;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problems as {@code application/problem+json}. */
public final class Problems {
    static final String RETRY_AFTER_SECONDS = "2";

    /** Attribute of an exchange: what the path of a problem's type is put behind. */
    static final String BASE_URL = Problems.class.getName() + ".baseUrl";

    private Problems() {}

    /** Answers the request with the problem. */
    public static Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        exchange.getAttributes().put(AnsweredRequests.CODE, problem.code());
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var bytes = Json.mapper().writeValueAsBytes(json(exchange, problem));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    /** The problem as a JSON object, also for a batch item. */
    static ObjectNode json(ServerWebExchange exchange, Problem problem) {
        var request = exchange.getRequest();
        return json(
                problem,
                exchange.getAttributeOrDefault(BASE_URL, ""),
                request.getPath().value(),
                Trace.of(exchange).id(),
                RequestIds.of(exchange));
    }

    static ObjectNode json(Problem problem, String baseUrl, String instance, String traceId, String requestId) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("type", baseUrl + "/problems/" + problem.code());
        json.put("title", problem.title());
        json.put("status", problem.status());
        json.put("detail", problem.detail());
        json.put("instance", instance);
        json.put("code", problem.code());
        if (!problem.errors().isEmpty()) {
            var errors = json.putArray("errors");
            problem.errors()
                    .forEach(error -> errors.addObject()
                            .put("pointer", error.pointer())
                            .put("code", error.code())
                            .put("detail", error.detail()));
        }
        if (!problem.events().isEmpty()) {
            json.set("events", JsonAnswers.events(problem.events()));
        }
        json.put("traceId", traceId);
        json.put("requestId", requestId);
        json.put("retryable", problem.retryable());
        return json;
    }
}
