package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What anybody may read without a token: the contracts of this service and the meaning of its problem codes. */
final class Documents {
    private final String service;
    private final List<Catalogue<?, ?, ?>> catalogues;

    Documents(String service, List<Catalogue<?, ?, ?>> catalogues) {
        this.service = service;
        this.catalogues = List.copyOf(catalogues);
    }

    /** An approved file of {@code contracts/<service>/}, as it was built in. */
    Mono<ServerResponse> contract(String name) {
        return Mono.defer(() -> {
            var file = new ClassPathResource("contracts/%s/%s".formatted(service, name));
            if (!file.exists()) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "This service publishes no " + name + ".");
            }
            return ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noCache().cachePublic())
                    .bodyValue(bytes(file));
        });
    }

    /** What the {@code dataschema} of an event leads to. */
    Mono<ServerResponse> schema(ServerRequest request) {
        var file = request.pathVariable("file");
        return Stream.concat(catalogues.stream().map(Catalogue::aggregate), Stream.of(ExternalIds.NAME))
                .map(name -> name + ".schema.json")
                .filter(file::equals)
                .findFirst()
                .map(this::contract)
                .orElseGet(() -> Mono.error(
                        new ProblemException(ProblemCode.NOT_FOUND, "This service has no events of that schema.")));
    }

    /** What the {@code type} of a problem leads to. */
    Mono<ServerResponse> problem(ServerRequest request) {
        var code = request.pathVariable("code");
        return Stream.of(ofPlatform(code), ofDomain(code))
                .flatMap(Optional::stream)
                .findFirst()
                .map(json -> JsonAnswers.json(
                        ServerResponse.ok().cacheControl(CacheControl.noCache().cachePublic()), json))
                .orElseGet(() -> Mono.error(
                        new ProblemException(ProblemCode.NOT_FOUND, "This service has no problem of that code.")));
    }

    private static Optional<ObjectNode> ofPlatform(String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(known -> Json.mapper()
                        .createObjectNode()
                        .put("code", known.name())
                        .put("title", known.title())
                        .put("status", known.status())
                        .put("retryable", known.retryable()));
    }

    private Optional<ObjectNode> ofDomain(String code) {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.refusals().stream())
                .filter(refusal -> refusal.name().equals(code))
                .findFirst()
                .map(Documents::json);
    }

    private static ObjectNode json(Refusal refusal) {
        return Json.mapper()
                .createObjectNode()
                .put("code", refusal.name())
                .put("title", refusal.reason().explanation())
                .put("status", Problem.statusOf(refusal.reason().kind()))
                .put("retryable", false);
    }

    private static byte[] bytes(ClassPathResource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.getPath(), unreadable);
        }
    }
}
