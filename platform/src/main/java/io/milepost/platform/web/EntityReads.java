package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EntityView;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.SealBrokenException;
import io.milepost.platform.value.Moved;
import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One entity, folded from its events when it is asked for: now, as of a time, as known at a time, and its whole history. */
final class EntityReads {
    private final Callers callers;
    private final Entities entities;
    private final EventLog log;
    private final PersonalAnswers personal;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final MergedAccounts accounts;

    EntityReads(
            Callers callers,
            Entities entities,
            EventLog log,
            PersonalAnswers personal,
            Blocking blocking,
            PositionHeaders positions,
            MergedAccounts accounts) {
        this.callers = callers;
        this.entities = entities;
        this.log = log;
        this.personal = personal;
        this.blocking = blocking;
        this.positions = positions;
        this.accounts = accounts;
    }

    /**
     * A view and the positions that it stands for.
     *
     * @param elsewhere path of the entity that stands in its place; null where it is shown as itself
     * @param changing whether the same position was or will be shown otherwise, so that a caller cannot know it already
     */
    private record Shown(
            long position,
            long head,
            ObjectNode body,
            @Nullable String elsewhere,
            boolean changing) {}

    Mono<ServerResponse> entity(Catalogue<?, ?, ?> catalogue, ServerRequest request) {
        return callers.caller(request, catalogue.readers()).flatMap(caller -> {
            RequestReader.onlyParameters(request, "asOf", "knownAt", FieldSelection.PARAMETER);
            var fields = FieldSelection.of(catalogue, request);
            var id = RequestReader.pathId(request);
            var cut = cut(request);
            return blocking.read(() -> show(catalogue, id, cut, caller, fields))
                    .flatMap(shown -> respond(request, shown));
        });
    }

    Mono<ServerResponse> history(Catalogue<?, ?, ?> catalogue, ServerRequest request) {
        return callers.caller(request, catalogue.readers()).flatMap(caller -> {
            RequestReader.onlyParameters(request);
            var id = RequestReader.pathId(request);
            return blocking.read(() -> tell(catalogue, id, caller)).flatMap(shown -> respond(request, shown));
        });
    }

    private static AsOf cut(ServerRequest request) {
        var asOf = RequestReader.instant(request, "asOf");
        var knownAt = RequestReader.instant(request, "knownAt");
        if (asOf != null && knownAt != null) {
            throw RequestReader.invalidParameter("knownAt", "given without asOf");
        }
        if (asOf != null) {
            return new AsOf.Effective(asOf);
        }
        return knownAt == null ? new AsOf.Now() : new AsOf.Recorded(knownAt);
    }

    private <S, C, E> Shown show(
            Catalogue<S, C, E> catalogue, UUID id, AsOf cut, Caller caller, FieldSelection fields) {
        long head = log.head();
        var owner = ownerSeen(catalogue, id, caller);
        var entity = entities.load(catalogue, id, cut).join();
        var view = entity.exists() ? EntityView.of(catalogue, entity) : null;
        if (view == null) {
            throw unknown(catalogue, id);
        }
        try {
            var reading = personal.to(caller, catalogue);
            // What is not wanted is not read.
            var body = (ObjectNode) reading.open(fields.of(view), id, owner);
            reading.note();
            boolean now = cut instanceof AsOf.Now;
            return new Shown(
                    entity.position(),
                    Math.max(head, entity.position()),
                    now ? accounts.show(body) : body,
                    now ? elsewhere(catalogue, entity.known()) : null,
                    now && accounts.mayChange(body));
        } catch (SealBrokenException broken) {
            throw new EventUnreadableException(id, catalogue.aggregate(), entity.position(), broken);
        }
    }

    /** What an entity was at a time is shown as it was, also where another one stands in its place today. */
    private static <S> @Nullable String elsewhere(Catalogue<S, ?, ?> catalogue, S state) {
        return catalogue.view().apply(state) instanceof Moved moved && moved.movedTo() != null
                ? "/v1/%s/%s".formatted(catalogue.plural(), moved.movedTo())
                : null;
    }

    private Shown tell(Catalogue<?, ?, ?> catalogue, UUID id, Caller caller) {
        long head = log.head();
        var owner = ownerSeen(catalogue, id, caller);
        var events = entities.history(catalogue, id).join();
        if (events.isEmpty()) {
            throw unknown(catalogue, id);
        }
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        var reading = personal.to(caller, catalogue);
        events.forEach(event -> items.add(told(event, data -> unsealed(reading, data, id, owner))));
        reading.note();
        long last = events.getLast().position();
        return new Shown(last, Math.max(head, last), body, null, false);
    }

    /** Who did what when, and what it changed: as far as it can be told, for whoever looks into an event that cannot be read. */
    private static ObjectNode told(StoredEvent event, UnaryOperator<JsonNode> opening) {
        var json = Json.mapper()
                .createObjectNode()
                .put("id", event.id().toString())
                .put("type", event.wireType())
                .put("position", event.position())
                .put("effectiveAt", event.effectiveAt().toString())
                .put("recordedAt", event.recordedAt().toString())
                .put("actor", event.metadata().get(Metadata.ACTOR))
                .put("command", event.metadata().get(Metadata.COMMAND));
        if (event.metadata().containsKey(Metadata.MEMBER)) {
            json.put("member", event.metadata().get(Metadata.MEMBER));
        }
        try {
            var data = Json.events().readTree(event.payload());
            return json.set("data", opening.apply(data));
        } catch (JacksonException notJson) {
            return json.put("dataBase64", event.payload());
        }
    }

    private static JsonNode unsealed(PersonalAnswers.Reading reading, JsonNode data, UUID id, @Nullable String owner) {
        try {
            return reading.open(data, id, owner);
        } catch (SealBrokenException broken) {
            // As it is stored.
            return data;
        }
    }

    private Mono<ServerResponse> respond(ServerRequest request, Shown shown) {
        var elsewhere = shown.elsewhere();
        boolean known = elsewhere == null && !shown.changing() && RequestReader.knows(request, shown.position());
        var status = elsewhere == null ? HttpStatus.OK : HttpStatus.PERMANENT_REDIRECT;
        var response = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : status)
                .headers(headers -> {
                    if (elsewhere != null) {
                        headers.setLocation(URI.create(elsewhere));
                    }
                })
                .eTag("\"" + shown.position() + "\"")
                .header(PositionHeaders.HEADER, positions.named(shown.head()))
                .header(PositionHeaders.LAG, "0");
        return known ? response.build() : JsonAnswers.json(response, shown.body());
    }

    /** Whose it is, after a look whether the caller sees it: by owner and keepers of today, whatever time is asked about. */
    private <S, C, E> @Nullable String ownerSeen(Catalogue<S, C, E> catalogue, UUID id, Caller caller) {
        boolean owned = catalogue.owner() != null && caller.member() != null;
        if (caller.sight().owners() == null && catalogue.keepers() == null && !owned) {
            return null;
        }
        var now = entities.load(catalogue, id, new AsOf.Now()).join();
        if (!now.exists()) {
            return null;
        }
        var owner = catalogue.ownerOf(now.known());
        if (!caller.sight().sees(owner, catalogue.keepersOf(now.known()))) {
            throw unknown(catalogue, id);
        }
        return owner;
    }

    private static ProblemException unknown(Catalogue<?, ?, ?> catalogue, UUID id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(catalogue.aggregate(), id));
    }
}
