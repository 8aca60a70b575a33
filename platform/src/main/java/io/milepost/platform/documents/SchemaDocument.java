package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema file of one aggregate: a definition per event and version, and the parts that they are made of. */
public final class SchemaDocument {

    private SchemaDocument() {}

    public static ObjectNode of(String service, Catalogue<?, ?, ?> catalogue) {
        var schemas = new Schemas("#/$defs/");
        for (var row : catalogue.events()) {
            schemas.define(
                    row.wireType(),
                    row.type().asSubclass(Record.class),
                    Schemas.Reader.OTHERS,
                    Set.copyOf(row.personal()));
        }
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:milepost:" + service + ":" + catalogue.aggregate())
                .put("title", "Events of " + catalogue.aggregate())
                .put("description", "Readers pass over fields and names that they do not know.");
        document.set("$defs", schemas.definitions());
        return document;
    }
}
