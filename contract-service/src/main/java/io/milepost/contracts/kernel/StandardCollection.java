package io.milepost.contracts.kernel;

import io.milepost.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** How money is collected under a contract whose sales process says nothing of it: {@code standard-collection.json}. */
public final class StandardCollection {
    public static final CollectionTerms TERMS = read();

    private StandardCollection() {}

    private static CollectionTerms read() {
        try (var file = StandardCollection.class.getResourceAsStream("/standard-collection.json")) {
            return Json.mapper().readValue(Objects.requireNonNull(file).readAllBytes(), CollectionTerms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
