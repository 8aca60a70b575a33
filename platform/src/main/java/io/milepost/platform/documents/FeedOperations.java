package io.milepost.platform.documents;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All events of the service, and the proof that a consumer has them. */
final class FeedOperations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TAG = "events";
    private static final String READERS = "For ANALYST, OPERATOR.";

    private FeedOperations() {}

    static void define(Schemas schemas) {
        var event = ApiParts.object();
        for (var attribute : List.of("specversion", "type", "source", "subject")) {
            ApiParts.property(event, attribute, ApiParts.text());
        }
        ApiParts.property(event, "id", ApiParts.uuid());
        ApiParts.property(event, "time", ApiParts.instant().put("description", "When the fact was true."));
        ApiParts.property(event, "recordedtime", ApiParts.instant().put("description", "When the service knew."));
        ApiParts.property(event, "sequence", ApiParts.text().put("description", "The position, in 20 digits."));
        ApiParts.property(
                event,
                "data",
                ApiParts.object().put("description", "As the event's schema says; personal texts sealed."));
        for (var attribute : List.of(
                "correlationid",
                "causationid",
                "actor",
                "partitionkey",
                "datacontenttype",
                "traceparent",
                "epoch",
                "authid")) {
            ApiParts.property(event, attribute, ApiParts.text());
        }
        ApiParts.property(
                event,
                "dataschema",
                ApiParts.text().put("description", "Of the data: a path of the service that is the event's source."));
        ApiParts.property(
                event, "authtype", choice(ApiParts.text(), "app_user", "service_account", "system", "unknown"));
        ApiParts.property(
                event,
                "dataclassification",
                choice(ApiParts.text(), "internal", "personal")
                        .put("description", "personal where a field of the data is sealed."));
        var opaque = event.deepCopy();
        opaque.withObject("/properties").remove("data");
        ApiParts.property(
                opaque,
                "data_base64",
                ApiParts.text()
                        .put("contentEncoding", "base64")
                        .put("description", "What is stored, which is no JSON."));
        schemas.define("CloudEvent", required(event, "data"));
        schemas.define("OpaqueCloudEvent", required(opaque, "data_base64"));
    }

    private static ObjectNode required(ObjectNode event, String data) {
        return ApiParts.require(
                event,
                "specversion",
                "id",
                "type",
                "source",
                "subject",
                "time",
                "recordedtime",
                "sequence",
                "partitionkey",
                "dataschema",
                "datacontenttype",
                "epoch",
                data);
    }

    /** One that no command stored may hold anything. */
    private static ObjectNode eitherEvent() {
        var either = JSON.objectNode();
        either.putArray("oneOf")
                .add(ApiParts.reference("schemas", "CloudEvent"))
                .add(ApiParts.reference("schemas", "OpaqueCloudEvent"));
        return either;
    }

    static ObjectNode events(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = operation(
                TAG,
                "listEvents",
                "The service's events in order, from the first on",
                READERS
                        + " Positions are contiguous and never expire. A page may hold fewer events than asked for;"
                        + " nextAfter, and Milepost-Position, say how far the log was read: ask for what is after it."
                        + " At nextAfter = head there is no more for now. As text/event-stream the history is followed"
                        + " by what happens: id is the position, event the type, data the CloudEvent; Last-Event-ID"
                        + " resumes and wins over after, and there is no limit. A block with an id alone says how far"
                        + " a filtered stream has come.");
        var parameters = operation.putArray("parameters");
        query(
                parameters,
                "after",
                "Position of the last event that the caller has.",
                ApiParts.position().put("minimum", 0));
        types(parameters);
        query(
                parameters,
                "limit",
                "How many events at most.",
                JSON.objectNode().put("type", "integer").put("minimum", 1).put("maximum", 1_000));
        epoch(parameters);
        var resume = parameters
                .addObject()
                .put("name", "Last-Event-ID")
                .put("in", "header")
                .put("description", "Where a stream that was cut had come to.")
                .put("required", false);
        resume.set("schema", ApiParts.position());
        var page = ApiParts.object();
        ApiParts.property(page, "epoch", ApiParts.text());
        ApiParts.property(page, "items", ApiParts.arrayOf(eitherEvent()));
        ApiParts.property(page, "nextAfter", ApiParts.position());
        ApiParts.property(page, "head", ApiParts.position());
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "A page, or a stream.",
                                ApiParts.require(page, "epoch", "items", "nextAfter", "head"),
                                "Milepost-Position",
                                "Milepost-Epoch")
                        .also(200, "application/x-ndjson", eitherEvent())
                        .also(200, "text/event-stream", ApiParts.text())
                        .problems(problems, PlatformProblem.Kind.FEED)
                        .node());
        return operation;
    }

    static ObjectNode proof(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = operation(
                TAG,
                "proveEvents",
                "What a consumer of a range must have",
                READERS
                        + " The hash is SHA-256, in hexadecimal digits, over a line per event: sequence, a blank, id"
                        + " and a line feed. A range has at most 100,000 positions.");
        var parameters = operation.putArray("parameters");
        query(parameters, "from", "The first position.", ApiParts.position().put("minimum", 1))
                .put("required", true);
        query(parameters, "to", "The last position.", ApiParts.position()).put("required", true);
        types(parameters);
        epoch(parameters);
        var proof = ApiParts.object();
        ApiParts.property(proof, "epoch", ApiParts.text());
        ApiParts.property(proof, "from", ApiParts.position());
        ApiParts.property(proof, "to", ApiParts.position());
        ApiParts.property(proof, "count", JSON.objectNode().put("type", "integer"));
        ApiParts.property(proof, "hash", ApiParts.text());
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "Count and hash.",
                                ApiParts.require(proof, "epoch", "from", "to", "count", "hash"),
                                "Milepost-Position",
                                "Milepost-Epoch")
                        .problems(problems, PlatformProblem.Kind.FEED)
                        .node());
        return operation;
    }

    private static void types(ArrayNode parameters) {
        query(
                parameters,
                "types",
                "Only events of these types, with or without version: lead.captured,lead.converted.v1.",
                ApiParts.text());
    }

    private static void epoch(ArrayNode parameters) {
        query(
                parameters,
                "epoch",
                "The history that the caller's position is of; 409 when the log has begun another.",
                ApiParts.text());
    }

    /** @param tag under which documents show it */
    static ObjectNode operation(String tag, String id, String summary, String description) {
        var operation =
                JSON.objectNode().put("operationId", id).put("summary", summary).put("description", description);
        operation.putArray("tags").add(tag);
        return operation;
    }

    private static ObjectNode choice(ObjectNode text, String... names) {
        List.of(names).forEach(text.putArray("x-extensible-enum")::add);
        return text;
    }

    static ObjectNode query(ArrayNode parameters, String name, String description, ObjectNode schema) {
        var parameter =
                parameters.addObject().put("name", name).put("in", "query").put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }
}
