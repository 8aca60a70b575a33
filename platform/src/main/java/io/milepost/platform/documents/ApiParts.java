package io.milepost.platform.documents;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What schemas and operations that follow from catalogues are put together from. */
final class ApiParts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ApiParts() {}

    static ObjectNode reference(String kind, String name) {
        return JSON.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    static ObjectNode object() {
        return JSON.objectNode().put("type", "object");
    }

    static void property(ObjectNode object, String name, ObjectNode schema) {
        object.withObject("/properties").set(name, schema);
    }

    static ObjectNode require(ObjectNode object, String... names) {
        ArrayNode required = object.putArray("required");
        for (var name : names) {
            required.add(name);
        }
        return object;
    }

    static ObjectNode arrayOf(ObjectNode items) {
        var array = JSON.objectNode().put("type", "array");
        array.set("items", items);
        return array;
    }

    static ObjectNode text() {
        return JSON.objectNode().put("type", "string");
    }

    static ObjectNode uuid() {
        return text().put("format", "uuid");
    }

    /** A UUID that a caller sends. */
    static ObjectNode statedUuid() {
        return uuid().put("pattern", Bounds.CANONICAL_UUID);
    }

    /** An ETag that a caller sends. */
    static ObjectNode entityTag() {
        return text().put("pattern", Bounds.ENTITY_TAG)
                .set("examples", JSON.arrayNode().add("\"42\""));
    }

    static ObjectNode instant() {
        return text().put("format", "date-time");
    }

    static ObjectNode whole() {
        return JSON.objectNode().put("type", "integer");
    }

    static ObjectNode flag() {
        return JSON.objectNode().put("type", "boolean");
    }

    static ObjectNode position() {
        return whole().put("format", "int64");
    }

    /** In answers that are not complete. */
    static ObjectNode setAside() {
        return position()
                .put(
                        "description",
                        "How many entities are missing because one of their events cannot be read; absent if none is.");
    }

    static ObjectNode operation(String tag, String id, String summary) {
        var operation = JSON.objectNode().put("operationId", id).put("summary", summary);
        operation.putArray("tags").add(tag);
        return operation;
    }
}
