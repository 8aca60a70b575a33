package io.milepost.platform.web;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.json.Json;
import io.milepost.platform.setaside.AsideDesk;
import io.milepost.platform.trail.AuditTrail;
import io.milepost.platform.trail.Sender;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operator does about what could not be processed: records of other services that wait, and subjects that readers of
 * events go on without; role OPERATOR alone.
 */
final class ParkedOperations {
    private final @Nullable ParkedRecords parked;
    private final AsideDesk asides;
    private final AuditTrail trail;
    private final Callers callers;
    private final Blocking blocking;
    private final WebProperties limits;

    /** @param parked null in a service that reacts to nobody, and so parks nothing */
    ParkedOperations(
            Callers callers,
            @Nullable ParkedRecords parked,
            AsideDesk asides,
            AuditTrail trail,
            Blocking blocking,
            WebProperties limits) {
        this.callers = callers;
        this.trail = trail;
        this.parked = parked;
        this.asides = asides;
        this.blocking = blocking;
        this.limits = limits;
    }

    /** All that wait, and all that is gone on without. */
    Mono<ServerResponse> parked(ServerRequest request) {
        return callers.caller(request, List.of(Role.OPERATOR))
                .then(blocking.read(this::all))
                .flatMap(all -> JsonAnswers.json(ServerResponse.ok(), all));
    }

    private ObjectNode all() {
        var json = Json.mapper().createObjectNode();
        json.set("items", Json.mapper().valueToTree(parked == null ? List.of() : parked.list()));
        json.set("setAside", Json.mapper().valueToTree(asides.all()));
        return json;
    }

    /** Tries the parked records of one key again, in order, or a subject in every reader that has set it aside. Both are on record. */
    Mono<ServerResponse> redrive(ServerRequest request) {
        return callers.caller(request, List.of(Role.OPERATOR))
                .flatMap(caller -> Body.bytes(request, limits.maxBody())
                        .flatMap(bytes -> blocking.call(() ->
                                redrive(caller.sender(), RecordReader.read(Body.object(bytes), Redrive.class, "")))))
                .flatMap(redriven ->
                        JsonAnswers.json(ServerResponse.ok(), Json.mapper().valueToTree(redriven)));
    }

    /** The Kafka key whose records are tried again, or the subject; one of them. */
    private record Redrive(@Nullable String key, @Nullable UUID subject) {}

    private ParkedRecords.Redriven redrive(Sender by, Redrive asked) {
        if (asked.subject() == null) {
            if (asked.key() == null) {
                throw new ProblemException(
                        Problem.at("/key", ProblemCode.MISSING_FIELD, "Give either a key or a subject."));
            }
            trail.acts(by, "redrive-parked", asked.key());
            return parked == null ? new ParkedRecords.Redriven(0, null) : parked.redrive(asked.key());
        }
        if (asked.key() != null) {
            throw new ProblemException(
                    Problem.at("/subject", ProblemCode.INVALID_VALUE, "Either a key or a subject, not both."));
        }
        trail.acts(by, "redrive-set-aside", asked.subject().toString());
        return redrive(asked.subject());
    }

    private ParkedRecords.Redriven redrive(UUID subject) {
        int before = asides.of(subject).size();
        asides.redrive(subject);
        var stay = asides.of(subject);
        return new ParkedRecords.Redriven(
                before - stay.size(), stay.isEmpty() ? null : stay.getFirst().cause());
    }
}
