package io.milepost.platform.documents;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all operations of an OpenAPI document share: parameters, headers and the bodies that no catalogue describes. */
final class ApiParts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ApiParts() {}

    static ObjectNode parameters() {
        var all = JSON.objectNode();
        header(
                all,
                "IdempotencyKey",
                "Idempotency-Key",
                true,
                "A UUID per intent; the same key with the same request is answered alike, once.",
                statedUuid());
        header(
                all,
                "IfMatch",
                "If-Match",
                false,
                "The ETag that the entity must still have, quotes included, else 412.",
                entityTag());
        header(
                all,
                "IfNoneMatch",
                "If-None-Match",
                false,
                "The ETag that the caller has; 304 when it is still that.",
                text());
        header(
                all,
                "EffectiveAt",
                "Milepost-Effective-At",
                false,
                "When the fact was true; by default the time of arrival. Never in the future; earlier only where"
                        + " stated.",
                Bounds.years(instant()));
        header(
                all,
                "MinPosition",
                "Milepost-Min-Position",
                false,
                "Wait, for a short time, until the answer includes this position: opportunity=184467.",
                text().put("pattern", "^ *[a-z]+=[0-9]{1,18} *(, *[a-z]+=[0-9]{1,18} *)*$"));
        query(all, "ValidateOnly", "validateOnly", "Decide and answer, store nothing.", flag());
        query(all, "AsOf", "asOf", "The entity as it was at this time.", instant());
        query(all, "KnownAt", "knownAt", "The entity as it was known at this time.", instant());
        query(
                all,
                "PageSize",
                "pageSize",
                "Items per page.",
                whole().put("minimum", 1).put("maximum", 200));
        query(all, "PageToken", "pageToken", "Where the page before ended.", text());
        query(
                all,
                "OrderBy",
                "orderBy",
                "Fields, each with desc where wanted: closeDate desc,id.",
                text().put("pattern", "^ *[A-Za-z.]+( +(asc|desc))? *(, *[A-Za-z.]+( +(asc|desc))? *)*$"));
        query(all, "Count", "count", "Whether the total is wanted.", flag());
        var id = all.putObject("Id").put("name", "id").put("in", "path").put("required", true);
        id.put("description", "Of the entity.").set("schema", statedUuid());
        return all;
    }

    static ObjectNode headers() {
        var all = JSON.objectNode();
        answerHeader(all, "ETag", "The position of the entity's last event, in quotes.");
        answerHeader(all, "Location", "Where the new entity is read.");
        answerHeader(
                all, "Milepost-Position", "The position of the log that this answer includes: opportunity=184467.");
        answerHeader(all, "Milepost-Projection-Lag-Ms", "How far a list is behind the log.");
        answerHeader(all, "Milepost-Epoch", "Which history of the log positions are of.");
        answerHeader(all, "Idempotent-Replayed", "true when an earlier request with the same key was answered again.");
        answerHeader(all, "Retry-After", "Seconds after which the same request may be sent again.");
        answerHeader(all, "WWW-Authenticate", "What is wrong with the token.");
        return all;
    }

    /** Bodies that are the same for every aggregate. */
    static void define(Schemas schemas) {
        var event = object();
        property(event, "id", uuid());
        property(event, "type", text());
        property(event, "position", position());
        schemas.define("EventReference", require(event, "id", "type", "position"));

        var answer = object();
        property(answer, "id", uuid());
        property(answer, "position", position());
        property(answer, "events", arrayOf(schemas.reference("EventReference")));
        schemas.define("CommandAnswer", require(answer, "id", "position", "events"));

        var fault = object();
        property(fault, "pointer", text().put("description", "JSON pointer into the request's body."));
        property(fault, "code", text());
        property(fault, "detail", text());
        schemas.define("FieldError", require(fault, "pointer", "code", "detail"));

        var problem = object();
        property(problem, "type", text().put("format", "uri-reference"));
        property(problem, "title", text());
        property(problem, "status", whole());
        property(problem, "detail", text());
        property(problem, "instance", text());
        property(problem, "code", text().put("description", "Stable; what callers act on."));
        property(problem, "retryable", flag());
        property(problem, "traceId", text());
        property(problem, "requestId", text());
        property(problem, "errors", arrayOf(schemas.reference("FieldError")));
        property(problem, "events", arrayOf(schemas.reference("EventReference")));
        schemas.define("Problem", require(problem, "type", "title", "status", "code"));
    }

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
                        "Entities that are missing because an event of theirs cannot be read; absent where none is.");
    }

    private static void header(
            ObjectNode all, String key, String name, boolean required, String description, ObjectNode schema) {
        parameter(all, key, name, "header", description, schema).put("required", required);
    }

    private static void query(ObjectNode all, String key, String name, String description, ObjectNode schema) {
        parameter(all, key, name, "query", description, schema);
    }

    private static ObjectNode parameter(
            ObjectNode all, String key, String name, String in, String description, ObjectNode schema) {
        var parameter = all.putObject(key).put("name", name).put("in", in).put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }

    private static void answerHeader(ObjectNode all, String name, String description) {
        all.putObject(name).put("description", description).set("schema", text());
    }
}
