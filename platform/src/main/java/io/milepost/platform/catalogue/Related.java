package io.milepost.platform.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which fields of a view name other entities of the same service: {@code salesProjectId} names a sales project. */
public final class Related {
    private static final String SUFFIX = "Id";

    private Related() {}

    /** By field, in the view's order, the aggregate that it names; a person is no entity to show. */
    public static Map<String, Catalogue<?, ?, ?>> of(
            Catalogue<?, ?, ?> catalogue, List<? extends Catalogue<?, ?, ?>> all) {
        var related = new LinkedHashMap<String, Catalogue<?, ?, ?>>();
        Arrays.stream(catalogue.viewType().getRecordComponents())
                .filter(component -> component.getType().equals(UUID.class))
                .forEach(component ->
                        named(component.getName(), all).ifPresent(other -> related.put(component.getName(), other)));
        return related;
    }

    private static Optional<Catalogue<?, ?, ?>> named(String field, List<? extends Catalogue<?, ?, ?>> all) {
        for (var other : all) {
            if (!other.aggregate().equals(Catalogue.PERSON) && field.equalsIgnoreCase(other.noun() + SUFFIX)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
