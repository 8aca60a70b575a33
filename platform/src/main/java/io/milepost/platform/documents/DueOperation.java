package io.milepost.platform.documents;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the service's entities wait for. */
final class DueOperation {
    private DueOperation() {}

    static void define(Schemas schemas) {
        var item = ApiParts.object();
        ApiParts.property(item, "id", ApiParts.text());
        ApiParts.property(item, "kind", ApiParts.text());
        ApiParts.property(item, "aggregate", ApiParts.text());
        ApiParts.property(item, "entity", ApiParts.uuid());
        ApiParts.property(item, "dueAt", ApiParts.instant());
        ApiParts.property(item, "owner", ApiParts.text().put("description", "Code of the member whom it concerns."));
        ApiParts.property(
                item, "command", ApiParts.text().put("description", "What the service itself sends the entity then."));
        schemas.define("DueDate", ApiParts.require(item, "id", "kind", "aggregate", "entity", "dueAt", "command"));
    }

    static ObjectNode of(List<PlatformProblem> problems, ObjectNode shared) {
        var operation = FeedOperations.operation(
                "due",
                "listDue",
                "What is waited for, soonest first",
                "A day is over, and what waits for its end is due, when the next one begins.");
        var parameters = operation.putArray("parameters");
        query(parameters, "owner", "Only what concerns this member.", ApiParts.text());
        query(parameters, "before", "Only what is due before this time.", ApiParts.instant());
        for (var shape : List.of("PageSize", "PageToken", "MinPosition")) {
            parameters.add(ApiParts.reference("parameters", shape));
        }
        var page = ApiParts.object();
        ApiParts.property(page, "items", ApiParts.arrayOf(ApiParts.reference("schemas", "DueDate")));
        ApiParts.property(page, "nextPageToken", ApiParts.text().put("description", "Absent on the last page."));
        ApiParts.property(page, "setAside", ApiParts.setAside());
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "A page.",
                                ApiParts.require(page, "items"),
                                "Milepost-Position",
                                "Milepost-Projection-Lag-Ms")
                        .problems(problems, PlatformProblem.Kind.LIST)
                        .node());
        return operation;
    }

    private static void query(ArrayNode parameters, String name, String description, ObjectNode schema) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .put("description", description)
                .set("schema", schema);
    }
}
