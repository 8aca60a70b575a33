package io.milepost.platform.documents;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What events and problems refer to, for everybody to read. */
final class DocumentOperations {
    private static final String READERS = "For everybody.";

    private DocumentOperations() {}

    static ObjectNode schema(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = operation(
                "getSchema", "The JSON Schema of an aggregate's events", " The dataschema of an event leads here.");
        parameter(operation, "file", "^[a-z]+(-[a-z]+)*\\.schema\\.json$", "The aggregate's name with .schema.json.");
        return answered(operation, "A definition per event and version.", ApiParts.object(), problems, shared);
    }

    static ObjectNode problem(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = operation("getProblem", "What a problem's code means", " The type of a problem leads here.");
        parameter(operation, "code", "^[A-Z][A-Z0-9_]*$", "As problems have it.");
        var meaning = ApiParts.object();
        ApiParts.property(meaning, "code", ApiParts.text());
        ApiParts.property(meaning, "title", ApiParts.text());
        ApiParts.property(meaning, "status", ApiParts.whole());
        ApiParts.property(meaning, "retryable", ApiParts.flag());
        return answered(
                operation,
                "Its meaning.",
                ApiParts.require(meaning, "code", "title", "status", "retryable"),
                problems,
                shared);
    }

    private static ObjectNode operation(String id, String summary, String more) {
        var operation = FeedOperations.operation("documents", id, summary, READERS + more);
        operation.putArray("security");
        return operation;
    }

    private static void parameter(ObjectNode operation, String name, String pattern, String description) {
        operation
                .putArray("parameters")
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .put("description", description)
                .set("schema", ApiParts.text().put("pattern", pattern));
    }

    private static ObjectNode answered(
            ObjectNode operation,
            String description,
            ObjectNode body,
            List<PlatformProblem> problems,
            ObjectNode shared) {
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, description, body)
                        .problems(problems, PlatformProblem.Kind.DOCUMENT)
                        .node());
        return operation;
    }
}
