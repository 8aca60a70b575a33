package io.milepost.platform.documents;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an operator sees and does of what the service could not process. */
final class ParkedOperations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TAG = "parked";
    private static final String READERS = "For OPERATOR.";

    private ParkedOperations() {}

    static void define(Schemas schemas) {
        var parked = ApiParts.object();
        for (var name : List.of("id", "group", "topic")) {
            ApiParts.property(parked, name, ApiParts.text());
        }
        ApiParts.property(parked, "partition", JSON.objectNode().put("type", "integer"));
        ApiParts.property(parked, "offset", ApiParts.position());
        ApiParts.property(parked, "key", ApiParts.text().put("description", "Whose order is kept; what is redriven."));
        ApiParts.property(
                parked, "type", ApiParts.text().put("description", "Absent where the record is not even an event."));
        ApiParts.property(
                parked,
                "cause",
                ApiParts.text()
                        .put(
                                "description",
                                "A code, such as EVENT_UNREADABLE where the entity to act on cannot be read, the"
                                        + " name of a fault, or BEHIND_PARKED."));
        ApiParts.property(parked, "at", ApiParts.instant());
        schemas.define(
                "ParkedRecord",
                ApiParts.require(parked, "id", "group", "topic", "partition", "offset", "key", "cause", "at"));

        var aside = ApiParts.object();
        ApiParts.property(
                aside,
                "reader",
                ApiParts.text().put("description", "Who goes on without it: lists, timer, or a report."));
        ApiParts.property(
                aside,
                "source",
                ApiParts.text().put("description", "The service in whose log the event at fault stands."));
        ApiParts.property(
                aside,
                "type",
                ApiParts.text()
                        .put(
                                "description",
                                "Of the event; the aggregate where what its events lead to cannot be shown."));
        ApiParts.property(aside, "subject", ApiParts.uuid().put("description", "What is redriven."));
        ApiParts.property(aside, "position", ApiParts.position());
        ApiParts.property(
                aside, "cause", ApiParts.text().put("description", "What failed, without any of the event's data."));
        ApiParts.property(aside, "since", ApiParts.instant());
        schemas.define(
                "SetAside",
                ApiParts.require(aside, "reader", "source", "type", "subject", "position", "cause", "since"));

        var redrive = ApiParts.object();
        ApiParts.property(
                redrive,
                "key",
                ApiParts.text().put("maxLength", 200).put("description", "Whose parked records are tried again."));
        ApiParts.property(
                redrive,
                "subject",
                ApiParts.uuid()
                        .put(
                                "description",
                                "Who is read anew from its first event, by each reader that set it aside."));
        schemas.define(
                "Redrive",
                redrive.put("additionalProperties", false)
                        .put("minProperties", 1)
                        .put("maxProperties", 1));
    }

    static ObjectNode list(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = FeedOperations.operation(
                TAG,
                "listParked",
                "What could not be processed",
                READERS
                        + " Records of other services that wait, with all that their keys have later; and subjects"
                        + " with an event that cannot be read, which readers go on without.");
        var all = ApiParts.object();
        ApiParts.property(all, "items", ApiParts.arrayOf(ApiParts.reference("schemas", "ParkedRecord")));
        ApiParts.property(all, "setAside", ApiParts.arrayOf(ApiParts.reference("schemas", "SetAside")));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, "All of it.", ApiParts.require(all, "items", "setAside"))
                        .problems(problems, PlatformProblem.Kind.AUDIT)
                        .node());
        return operation;
    }

    static ObjectNode redrive(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = FeedOperations.operation(
                TAG,
                "redriveParked",
                "Tries again what could not be processed",
                READERS + " Doing it again changes nothing.");
        var content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json");
        content.set("schema", ApiParts.reference("schemas", "Redrive"));
        content.putObject("examples")
                .putObject("key")
                .set("value", JSON.objectNode().put("key", "0190b0f3-5a3c-7d1e-8f00-000000000001"));
        var redriven = ApiParts.object();
        ApiParts.property(
                redriven,
                "processed",
                JSON.objectNode()
                        .put("type", "integer")
                        .put("description", "Records that are done now, or readers that go on with the subject."));
        ApiParts.property(
                redriven,
                "stays",
                ApiParts.text().put("description", "Why the first of the rest stays; absent where nothing does."));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, "What became of it.", ApiParts.require(redriven, "processed"))
                        .problems(problems, PlatformProblem.Kind.REDRIVE)
                        .node());
        return operation;
    }
}
