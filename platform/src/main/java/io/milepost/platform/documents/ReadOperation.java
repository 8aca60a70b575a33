package io.milepost.platform.documents;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list that a service answers besides those of its aggregates, for every role and whole.
 *
 * @param tag under which documents show it
 * @param summary what the list is of, without a full stop
 * @param item what it holds, as JSON shows it
 */
public record ReadOperation(String path, String tag, String id, String summary, Class<? extends Record> item) {

    ObjectNode operation(Schemas schemas, List<PlatformProblem> problems, ObjectNode shared) {
        var page = ApiParts.object();
        ApiParts.property(
                page,
                "items",
                ApiParts.arrayOf(schemas.define(item.getSimpleName(), item, Schemas.Reader.OTHERS, Set.of())));
        var operation = ApiParts.operation(tag, id, summary);
        operation.put("description", "For every role.");
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, "All of them.", ApiParts.require(page, "items"))
                        .problems(problems, PlatformProblem.Kind.LIST)
                        .node());
        return operation;
    }
}
