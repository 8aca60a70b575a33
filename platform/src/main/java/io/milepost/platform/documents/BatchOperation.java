package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.externalid.ExternalIds;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any commands of the service in one request. */
final class BatchOperation {
    private BatchOperation() {}

    static ObjectNode of(
            List<? extends Catalogue<?, ?, ?>> catalogues,
            List<PlatformProblem> problems,
            Samples samples,
            ObjectNode shared) {
        var item = ApiParts.object();
        var command = ApiParts.text();
        var names = command.putArray("enum");
        catalogues.stream()
                .flatMap(catalogue -> ExternalIds.routed(catalogue).stream())
                .forEach(row -> names.add(row.name()));
        ApiParts.property(item, "command", command);
        ApiParts.property(item, "id", ApiParts.statedUuid());
        ApiParts.property(
                item,
                "idempotencyKey",
                ApiParts.statedUuid()
                        .put("description", "Of this item alone; absent, it has the batch's key and its index."));
        ApiParts.property(item, "effectiveAt", Bounds.years(ApiParts.instant()));
        ApiParts.property(
                item,
                "ifMatch",
                ApiParts.entityTag().put("description", "As the header If-Match: an ETag, quotes included."));
        ApiParts.property(
                item, "body", ApiParts.object().put("description", "The command, as it would be sent alone."));
        ApiParts.require(item, "command", "body").put("additionalProperties", false);

        var request = ApiParts.object();
        ApiParts.property(request, "items", ApiParts.arrayOf(item).put("maxItems", 20_000));
        ApiParts.require(request, "items").put("additionalProperties", false);

        var answer = ApiParts.object();
        ApiParts.property(answer, "items", ApiParts.arrayOf(ApiParts.reference("schemas", "BatchResult")));

        var operation = ApiParts.operation("batch", "batch", "Many commands at once");
        operation.put(
                "description",
                "Items of one entity are handled in their order; after one that may be sent again, no later one of its"
                        + " entity is tried. Each item has its own status; the batch itself has none. Up to 1000 items; up"
                        + " to 20000 where it is answered before it is done.");
        var parameters = operation.putArray("parameters");
        parameters.add(ApiParts.reference("parameters", "IdempotencyKey"));
        parameters.add(ApiParts.reference("parameters", "ValidateOnly"));
        parameters.add(ApiParts.reference("parameters", "PreferAsync"));
        parameters.add(ApiParts.reference("parameters", "OnBehalfOf"));
        var content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json");
        content.set("schema", request);
        content.putObject("examples").putObject("create").set("value", example(catalogues, samples));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                202,
                                "To be worked on, where respond-async is preferred.",
                                ApiParts.reference("schemas", "Job"),
                                "Location",
                                "Preference-Applied",
                                "Idempotent-Replayed")
                        .answer(
                                207,
                                "A result per item, in their order.",
                                ApiParts.require(answer, "items"),
                                "Milepost-Position")
                        .problems(problems, PlatformProblem.Kind.BATCH)
                        .node());
        return operation;
    }

    /** One entity of each kind that callers may bring into being. */
    private static ObjectNode example(List<? extends Catalogue<?, ?, ?>> catalogues, Samples samples) {
        var example = JsonNodeFactory.instance.objectNode();
        var items = example.putArray("items");
        catalogues.stream()
                .flatMap(catalogue -> catalogue.commands().stream())
                .filter(row -> row.creates() && !row.roles().isEmpty())
                .forEach(row -> {
                    var body = samples.minimalCreating(row.type().asSubclass(Record.class));
                    var item = items.addObject().put("command", row.name());
                    var id = body.remove("id");
                    if (id != null) {
                        item.set("id", id);
                    }
                    item.set("body", body);
                });
        return example;
    }
}
