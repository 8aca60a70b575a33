package io.milepost.platform.web;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.privacy.Holdings;
import io.milepost.platform.trail.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that this service holds of one person, with the events that say it; role PRIVACY_OFFICER alone, and on record. */
final class PersonReads {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    static final AnswerTypes TYPES = new AnswerTypes(List.of(MediaType.APPLICATION_JSON, TEXT));

    private final Callers callers;
    private final Holdings holdings;
    private final PersonalAnswers personal;
    private final AuditTrail trail;
    private final Blocking blocking;
    private final String service;

    PersonReads(
            Callers callers,
            Holdings holdings,
            PersonalAnswers personal,
            AuditTrail trail,
            Blocking blocking,
            String service) {
        this.callers = callers;
        this.holdings = holdings;
        this.personal = personal;
        this.trail = trail;
        this.blocking = blocking;
        this.service = service;
    }

    Mono<ServerResponse> held(ServerRequest request) {
        return callers.caller(request, List.of(Role.PRIVACY_OFFICER)).flatMap(caller -> {
            RequestReader.onlyParameters(request);
            var person = RequestReader.pathId(request);
            var type = TYPES.choose(request);
            return blocking.read(() -> {
                        trail.acts(caller.sender(), "read-person", person.toString());
                        return told(person);
                    })
                    .flatMap(told -> type.equalsTypeAndSubtype(TEXT)
                            ? ServerResponse.ok().contentType(TEXT).bodyValue(PersonText.of(told))
                            : JsonAnswers.json(ServerResponse.ok(), told));
        });
    }

    private ObjectNode told(UUID person) {
        var found = holdings.of(person);
        if (found.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "Nothing is held of a person %s in this service.".formatted(person));
        }
        var json = Json.mapper()
                .createObjectNode()
                .put("person", person.toString())
                .put("service", service);
        var events = json.putArray("events");
        found.forEach(event -> events.add(told(event, person)));
        return json;
    }

    private ObjectNode told(StoredEvent event, UUID person) {
        var json = Json.mapper()
                .createObjectNode()
                .put("position", event.position())
                .put("id", event.id().toString())
                .put("type", event.wireType())
                .put("aggregate", event.require(Metadata.AGGREGATE))
                .put("entity", event.require(Metadata.SUBJECT))
                .put("effectiveAt", event.effectiveAt().toString())
                .put("recordedAt", event.recordedAt().toString())
                .put("actor", event.metadata().get(Metadata.ACTOR));
        try {
            json.set("data", opened(event, person));
        } catch (JacksonException notJson) {
            json.put("dataBase64", event.payload());
        }
        return json;
    }

    private JsonNode opened(StoredEvent event, UUID person) {
        return personal.ofPerson(Json.events().readTree(event.payload()), person);
    }
}
