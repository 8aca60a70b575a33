package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema file of one aggregate: a definition per event and version, and the parts that they are made of. */
public final class SchemaDocument {

    private SchemaDocument() {}

    public static ObjectNode of(String service, Catalogue<?, ?, ?> catalogue) {
        return of(service, catalogue.aggregate(), catalogue.events());
    }

    /** That of events which begin with this name. */
    public static ObjectNode of(String service, String name, List<? extends EventRow<?>> events) {
        var schemas = new Schemas("#/$defs/");
        for (var row : events) {
            schemas.define(
                    row.wireType(),
                    row.type().asSubclass(Record.class),
                    Schemas.Reader.OTHERS,
                    Set.copyOf(row.personal()));
        }
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:milepost:" + service + ":" + name)
                .put("title", "Events of " + name)
                .put("description", "Readers pass over fields and names that they do not know.");
        document.set("$defs", schemas.definitions());
        return document;
    }
}
