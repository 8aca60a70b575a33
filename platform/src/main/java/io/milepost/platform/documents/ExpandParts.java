package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Related;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** Related entities in what callers ask for and are shown, where a view names any. */
final class ExpandParts {
    private ExpandParts() {}

    static void asked(Catalogue<?, ?, ?> catalogue, List<? extends Catalogue<?, ?, ?>> all, ArrayNode parameters) {
        var fields = Related.of(catalogue, all).keySet();
        if (!fields.isEmpty()) {
            var names = String.join("|", fields);
            parameters
                    .addObject()
                    .put("name", "expand")
                    .put("in", "query")
                    .put(
                            "description",
                            "Show the entities that these fields name as well, under expanded, with commas between them: %s. One level; what the caller may not know of is absent."
                                    .formatted(String.join(", ", fields)))
                    .set("schema", ApiParts.text().put("pattern", "^(%s)(,(%s))*$".formatted(names, names)));
        }
    }

    static void shown(
            Catalogue<?, ?, ?> catalogue, List<? extends Catalogue<?, ?, ?>> all, Schemas schemas, String name) {
        var related = Related.of(catalogue, all);
        if (!related.isEmpty()) {
            var expanded = ApiParts.object().put("description", "Only where expand asks for it.");
            related.forEach(
                    (field, other) -> ApiParts.property(expanded, field, schemas.reference(other.noun() + "View")));
            schemas.add(name, "expanded", expanded);
        }
    }
}
