package io.milepost.platform.controlled;

import io.milepost.platform.controlled.DocumentKind.DefineDocumentKind;
import io.milepost.platform.json.Json;
import io.milepost.platform.seeding.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The kinds of documents that a service brings along, as its resource {@code document-kinds.json} lists them. */
public record SeededKinds(List<SeededKind> kinds) {
    public SeededKinds {
        kinds = List.copyOf(kinds);
    }

    /** One kind under its fixed id. */
    public record SeededKind(UUID id, DefineDocumentKind kind) {}

    /** Those of a service, any class of which finds its resource. */
    public static List<Seed> of(Class<?> service) {
        try (var json = Objects.requireNonNull(service.getResourceAsStream("/document-kinds.json"))) {
            return Json.mapper().readValue(json.readAllBytes(), SeededKinds.class).kinds().stream()
                    .map(seeded -> new Seed(seeded.id(), seeded.kind()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
