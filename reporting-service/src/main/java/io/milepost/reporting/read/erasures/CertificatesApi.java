package io.milepost.reporting.read.erasures;

import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.inbound.lead.PersonFacts.Answer;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/erasure-certificates}: who was erased, and of one person with the files that are kept. */
final class CertificatesApi {
    private static final int MOST = 200;

    private final Certificates certificates;
    private final BooleanSupplier complete;
    private final ConcernedFiles files;
    private final Sights sights;
    private final Blocking blocking;

    /** @param complete whether all was heard that lead-service has said */
    CertificatesApi(
            Certificates certificates,
            BooleanSupplier complete,
            ConcernedFiles files,
            Sights sights,
            Blocking blocking) {
        this.certificates = certificates;
        this.complete = complete;
        this.files = files;
        this.sights = sights;
        this.blocking = blocking;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/erasure-certificates", this::list)
                .build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        AnswerTypes.JSON.choose(request);
        RequestReader.onlyParameters(request, "person");
        var person = person(request);
        return sights.auditor(request)
                .doOnNext(auditor -> {
                    if (!auditor.seesAll()) {
                        throw new ProblemException(
                                ProblemCode.FORBIDDEN, "Certificates are for PRIVACY_OFFICER and OPERATOR.");
                    }
                })
                .flatMap(_ -> blocking.read(() -> answer(person)))
                .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
    }

    private static @Nullable UUID person(ServerRequest request) {
        var text = request.queryParam("person").orElse(null);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw RequestReader.invalidParameter("person", "the id of a person");
        }
    }

    private ObjectNode answer(@Nullable UUID person) {
        var body = Json.mapper().createObjectNode().put("complete", complete.getAsBoolean());
        var items = body.putArray("items");
        if (person == null) {
            certificates.latest(MOST).forEach(one -> write(one, items.addObject()));
            return body;
        }
        var certificate = certificates
                .of(person)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "The erasure of a person %s was not asked for.".formatted(person)));
        var item = items.addObject();
        write(certificate, item);
        var kept = item.putArray("files");
        files.of(certificate).forEach(found -> write(found, kept.addObject()));
        return body;
    }

    private static void write(Certificate certificate, ObjectNode item) {
        item.put("person", certificate.person().toString())
                .put("status", certificate.status())
                .put("round", certificate.round())
                .put("requestedAt", certificate.requestedAt().toString());
        var ids = item.putArray("alsoUnder");
        certificate.alsoUnder().forEach(id -> ids.add(id.toString()));
        if (certificate.erasedAt() != null) {
            item.put("erasedAt", certificate.erasedAt().toString());
        }
        var services = item.putArray("services");
        certificate.answers().values().stream()
                .sorted(Comparator.comparing(Answer::service))
                .forEach(answer -> services.add(Json.mapper().<ObjectNode>valueToTree(answer)));
    }

    private static void write(ConcernedFiles.Found found, ObjectNode item) {
        var file = found.file();
        item.put("kind", file.kind().name())
                .put("of", file.of())
                .put("file", file.file())
                .put("format", file.format())
                .put("madeAt", file.madeAt().toString())
                .put("position", file.position())
                .put("sha256", file.sha256());
        if (file.until() != null) {
            item.put("until", file.until().toString());
        }
        item.set("entities", Json.mapper().valueToTree(found.entities()));
    }

    /** Whether a tail has nothing ahead of it that is known. */
    static BooleanSupplier heard(TopicTail tail) {
        return () -> tail.lag() == 0;
    }
}
