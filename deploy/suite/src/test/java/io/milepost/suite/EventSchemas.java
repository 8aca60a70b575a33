package io.milepost.suite;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows the {@code dataschema} of events to the service that is their source, and holds their data against what is found there. */
final class EventSchemas {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Set<String> types = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Client client;
    private final Part part;

    EventSchemas(Client client, Part part) {
        this.client = client;
        this.part = part;
    }

    void hold(JsonNode event) {
        types.add(event.path("type").asString(""));
        var found = schemas.computeIfAbsent(event.path("dataschema").asString(""), this::follow);
        found.validate(event.path("data"))
                .forEach(fault -> faults.add(
                        "%s %s: %s".formatted(event.path("type"), event.path("sequence"), fault.getMessage())));
    }

    /** Types of the events so far. */
    Set<String> types() {
        return types;
    }

    /** What does not keep its schema. */
    List<String> faults() {
        return faults;
    }

    /** A path of the service and a JSON pointer into what it answers there. */
    private Schema follow(String reference) {
        int hash = reference.indexOf('#');
        var file = (ObjectNode) client.read(part, "ANALYST", reference.substring(0, hash));
        if (file.at(reference.substring(hash + 1)).isMissingNode()) {
            throw new AssertionError(reference + " leads nowhere");
        }
        file.remove("$id");
        return registry.getSchema(file.put("$ref", reference.substring(hash)));
    }
}
