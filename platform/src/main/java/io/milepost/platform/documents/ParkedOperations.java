package io.milepost.platform.documents;

import io.milepost.platform.inbox.ParkedRecords;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an operator does about records of other services that could not be processed here. */
final class ParkedOperations {
    private static final String TAG = "parked";
    private static final String READERS = "For OPERATOR.";

    private ParkedOperations() {}

    static void define(Schemas schemas) {
        schemas.define("Parked", ParkedRecords.Parked.class, Schemas.Reader.OTHERS, Set.of());
        schemas.define("Redriven", ParkedRecords.Redriven.class, Schemas.Reader.OTHERS, Set.of());
    }

    static ObjectNode list(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = FeedOperations.operation(
                TAG,
                "listParked",
                "Records of other services that wait for an operator",
                READERS + " Without their content.");
        var page = ApiParts.object();
        ApiParts.property(page, "items", ApiParts.arrayOf(ApiParts.reference("schemas", "Parked")));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "All of them, those of one reader in the order of their partitions.",
                                ApiParts.require(page, "items"))
                        .problems(problems, PlatformProblem.Kind.AUDIT)
                        .node());
        return operation;
    }

    static ObjectNode redrive(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = FeedOperations.operation(
                TAG,
                "redriveParked",
                "Try the parked records of a key again",
                READERS
                        + " In their order, by every reader that has parked some; it stops at the first that cannot be"
                        + " processed still. To be sent again at will: what is processed is no longer parked.");
        var request = ApiParts.object();
        ApiParts.property(
                request, "key", ApiParts.text().put("maxLength", 200).put("description", "As the list shows it."));
        var content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json");
        content.set("schema", ApiParts.require(request, "key").put("additionalProperties", false));
        content.putObject("examples")
                .putObject("key")
                .set("value", JsonNodeFactory.instance.objectNode().put("key", "0190b0f3-5a3c-7d1e-8f00-000000000001"));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, "What became of them.", ApiParts.reference("schemas", "Redriven"))
                        .problems(problems, PlatformProblem.Kind.REDRIVE)
                        .node());
        return operation;
    }
}
