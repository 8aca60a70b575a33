package io.milepost.platform.web;

import io.milepost.platform.command.Outcome;
import io.milepost.platform.json.Json;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What answers look like. */
public final class JsonAnswers {
    private JsonAnswers() {}

    /** Bytes as they are: no second way of writing JSON beside {@link Json}. */
    public static Mono<ServerResponse> json(ServerResponse.BodyBuilder response, JsonNode body) {
        return response.contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.mapper().writeValueAsBytes(body));
    }

    static ObjectNode of(CommandAnswer.Done done) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", done.id().toString());
        json.put("position", done.position());
        json.set("events", events(done.events()));
        return json;
    }

    static ArrayNode events(List<Outcome.EventRef> events) {
        var array = JsonNodeFactory.instance.arrayNode();
        events.forEach(event -> array.addObject()
                .put("id", event.id().toString())
                .put("type", event.type())
                .put("position", event.position()));
        return array;
    }
}
