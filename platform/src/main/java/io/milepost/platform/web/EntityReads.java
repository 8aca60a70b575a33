package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Called;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EntityView;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.SealBrokenException;
import io.milepost.platform.value.Moved;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
    static final String EXTERNAL_ID = "externalId";

    private final Callers callers;
    private final List<Catalogue<?, ?, ?>> catalogues;
    private final Entities entities;
    private final Called called;
    private final EventLog log;
    private final PersonalAnswers personal;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final MergedAccounts accounts;

    EntityReads(
            Callers callers,
            List<Catalogue<?, ?, ?>> catalogues,
            Entities entities,
            EventLog log,
            PersonalAnswers personal,
            Blocking blocking,
            PositionHeaders positions,
            MergedAccounts accounts) {
        this.callers = callers;
        this.catalogues = List.copyOf(catalogues);
        this.entities = entities;
        this.called = new Called(log, entities);
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
            RequestReader.onlyParameters(request, "asOf", "knownAt", FieldSelection.PARAMETER, Expansion.PARAMETER);
            var wanted = wanted(catalogue, request, caller);
            var id = RequestReader.pathId(request);
            var cut = cut(request);
            return blocking.read(() -> show(catalogue, id, cut, caller, wanted))
                    .flatMap(shown -> respond(request, shown));
        });
    }

    /** A page of the one entity that another system calls so, or of none, from the log as it stands. */
    Mono<ServerResponse> named(Catalogue<?, ?, ?> catalogue, ServerRequest request) {
        return callers.caller(request, catalogue.readers()).flatMap(caller -> {
            RequestReader.onlyParameters(request, EXTERNAL_ID, FieldSelection.PARAMETER, Expansion.PARAMETER);
            var wanted = wanted(catalogue, request, caller);
            var asked = externalId(request);
            return blocking.read(() -> {
                        long head = log.head();
                        var body = Json.mapper().createObjectNode();
                        var items = body.putArray("items");
                        called.find(catalogue, asked)
                                .flatMap(id -> shownTo(caller, catalogue, id, new AsOf.Now(), wanted))
                                .ifPresent(shown -> items.add(shown.body()));
                        return new Shown(head, head, body, null, false);
                    })
                    .flatMap(shown -> JsonAnswers.json(
                            ServerResponse.ok()
                                    .header(PositionHeaders.HEADER, positions.named(shown.head()))
                                    .header(PositionHeaders.LAG, "0"),
                            shown.body()));
        });
    }

    private static ExternalId externalId(ServerRequest request) {
        try {
            return ExternalId.of(request.queryParam(EXTERNAL_ID).orElse(""));
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER, "%s: %s".formatted(EXTERNAL_ID, invalid.getMessage()));
        }
    }

    /** How much of an entity, and what beside it, the caller wants. */
    private record Wanted(FieldSelection fields, Expansion expansion) {
        static final Wanted WHOLE = new Wanted(new FieldSelection(null), Expansion.NONE);
    }

    private Wanted wanted(Catalogue<?, ?, ?> catalogue, ServerRequest request, Caller caller) {
        return new Wanted(FieldSelection.of(catalogue, request), Expansion.of(catalogue, catalogues, request, caller));
    }

    /** Nothing of what the caller may not know of. */
    private Optional<Shown> shownTo(Caller caller, Catalogue<?, ?, ?> catalogue, UUID id, AsOf cut, Wanted wanted) {
        try {
            return Optional.of(show(catalogue, id, cut, caller, wanted));
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }

    /** The entities that the fields of this one name, as they stood at the same time. */
    private ObjectNode related(ObjectNode view, Expansion expansion, AsOf cut, Caller caller) {
        var related = Json.mapper().createObjectNode();
        expansion
                .fields()
                .forEach((field, other) -> Expansion.idIn(field, view)
                        .flatMap(id -> shownTo(caller, other, id, cut, Wanted.WHOLE))
                        .ifPresent(one -> related.set(field, one.body())));
        return related;
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

    private <S, C, E> Shown show(Catalogue<S, C, E> catalogue, UUID id, AsOf cut, Caller caller, Wanted wanted) {
        long head = log.head();
        var owner = ownerSeen(catalogue, id, caller);
        var entity = entities.load(catalogue, id, cut).join();
        var view = entity.exists() ? EntityView.of(catalogue, entity) : null;
        if (view == null) {
            throw unknown(catalogue, id);
        }
        try {
            boolean now = cut instanceof AsOf.Now;
            boolean expanded = wanted.expansion().isAsked();
            var naming = expanded ? view.deepCopy() : view;
            var reading = personal.to(caller, catalogue);
            // What is not wanted is not read.
            var body = (ObjectNode) reading.open(wanted.fields().of(view), id, owner);
            reading.note();
            if (now) {
                accounts.show(body);
            }
            boolean changing = now && accounts.mayChange(body);
            if (expanded) {
                body.set(
                        Expansion.EXPANDED,
                        related(now ? accounts.show(naming) : naming, wanted.expansion(), cut, caller));
            }
            return new Shown(
                    entity.position(),
                    Math.max(head, entity.position()),
                    body,
                    now ? elsewhere(catalogue, entity.known()) : null,
                    // Those beside it change while it does not.
                    changing || expanded);
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
        // A tag of the builder's would be held against the caller's once more, whatever is shown beside the entity.
        request.exchange().getResponse().getHeaders().setETag("\"" + shown.position() + "\"");
        var response = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : status)
                .headers(headers -> {
                    if (elsewhere != null) {
                        headers.setLocation(URI.create(elsewhere));
                    }
                })
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
