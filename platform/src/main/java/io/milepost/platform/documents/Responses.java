package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.value.Moved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answers of one operation by status, each problem with the codes that it may have. */
final class Responses {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Integer, String> MEANING = Map.ofEntries(
            Map.entry(400, "The request cannot be read."),
            Map.entry(401, "No valid token."),
            Map.entry(403, "The caller may not do this."),
            Map.entry(404, "Not found."),
            Map.entry(405, "Method not allowed."),
            Map.entry(406, "No acceptable media type."),
            Map.entry(408, "The request was not received completely in time; may be sent again."),
            Map.entry(409, "The present state does not allow it."),
            Map.entry(412, "The entity changed meanwhile."),
            Map.entry(413, "Too large."),
            Map.entry(414, "The request line is too long."),
            Map.entry(415, "Unsupported media type."),
            Map.entry(422, "A rule does not allow it."),
            Map.entry(429, "Too many; may be sent again."),
            Map.entry(431, "The headers are too large."),
            Map.entry(500, "An internal error."),
            Map.entry(503, "Temporarily unavailable; may be sent again."));

    /** Which say when the same request may be sent again. */
    private static final Set<Integer> LATER = Set.of(408, 429, 503);

    private final Map<Integer, ObjectNode> byStatus = new TreeMap<>();
    private final Map<Integer, String> owners = new HashMap<>();
    private final ObjectNode shared;

    /** @param shared where the problems of all operations stand once, by name */
    Responses(ObjectNode shared) {
        this.shared = shared;
    }

    Responses answer(int status, String description, ObjectNode schema, String... headers) {
        return bare(status, description, headers).also(status, "application/json", schema);
    }

    /** Another media type of an answer that stands. */
    Responses also(int status, String type, ObjectNode schema) {
        Objects.requireNonNull(byStatus.get(status), "the answer is described first")
                .withObject("/content")
                .putObject(type)
                .set("schema", schema);
        return this;
    }

    /** An answer whose media types are still to be said, or that has no body. */
    Responses bare(int status, String description, String... headers) {
        var response = JSON.objectNode().put("description", description);
        headers(response, headers);
        byStatus.put(status, response);
        return this;
    }

    /** For an entity in whose place another one may stand. */
    Responses elsewhere(Catalogue<?, ?, ?> catalogue, ObjectNode view) {
        return Moved.class.isAssignableFrom(catalogue.viewType())
                ? answer(
                        308,
                        "Another one stands in its place today. Asked as of a time, it is shown as it was.",
                        view,
                        "ETag",
                        "Location",
                        "Milepost-Position",
                        "Milepost-Projection-Lag-Ms")
                : this;
    }

    /** The platform's own problems that this kind of operation may meet. */
    Responses problems(List<PlatformProblem> problems, PlatformProblem.Kind kind) {
        for (var problem : problems) {
            if (problem.mayHappenTo(kind)) {
                code(problem.status(), kind.label(), problem.code(), problem.title());
            }
        }
        return this;
    }

    /** A command that is somebody's duty. */
    Responses duty(Catalogue<?, ?, ?> catalogue, List<PlatformProblem> problems) {
        problems.stream()
                .filter(problem -> problem.code().equals(PlatformProblem.NOT_YOUR_DUTY))
                .forEach(problem -> code(problem.status(), catalogue.noun(), problem.code(), problem.title()));
        return this;
    }

    /** Commands of an aggregate that names accounts, of which some may have been merged. */
    Responses merged(Catalogue<?, ?, ?> catalogue, List<PlatformProblem> problems) {
        problems.stream()
                .filter(problem -> problem.code().equals(PlatformProblem.ACCOUNT_MERGED))
                .filter(_ -> catalogue.commands().stream()
                        .anyMatch(row -> !row.roles().isEmpty() && Fields.namesAccount(row.type())))
                .forEach(problem -> code(problem.status(), catalogue.noun(), problem.code(), problem.title()));
        return this;
    }

    /** Commands that may say what other systems call an entity. */
    Responses named(Catalogue<?, ?, ?> catalogue, List<PlatformProblem> problems) {
        problems.stream()
                .filter(problem -> PlatformProblem.OF_EXTERNAL_IDS.contains(problem.code()))
                .filter(_ -> ExternalIds.has(catalogue))
                .forEach(problem -> code(problem.status(), catalogue.noun(), problem.code(), problem.title()));
        return this;
    }

    /** Every refusal of the aggregate. */
    Responses refusals(Catalogue<?, ?, ?> catalogue) {
        for (var refusal : catalogue.refusals()) {
            code(
                    statusOf(refusal),
                    catalogue.noun(),
                    refusal.name(),
                    refusal.reason().explanation());
        }
        return this;
    }

    ObjectNode node() {
        var responses = JSON.objectNode();
        byStatus.forEach((status, response) -> {
            var owner = owners.get(status);
            if (owner == null) {
                responses.set(status.toString(), response);
            } else {
                shared.set(owner + status, response);
                responses.set(status.toString(), ApiParts.reference("responses", owner + status));
            }
        });
        return responses;
    }

    static int statusOf(Refusal refusal) {
        return refusal.reason().kind() == Refusal.Kind.STATE ? 409 : 422;
    }

    /** @param owner to whom alone this set of codes belongs; who comes first names the response */
    private void code(int status, String owner, String code, String meaning) {
        owners.putIfAbsent(status, owner);
        var response = byStatus.computeIfAbsent(status, Responses::problem);
        response.withObject("/x-codes").put(code, meaning);
        var codes = response.withObject("/x-codes").propertyNames().stream().collect(Collectors.joining(", "));
        response.put("description", MEANING.getOrDefault(status, "A problem.") + " Codes: " + codes + ".");
    }

    private static ObjectNode problem(int status) {
        var response = JSON.objectNode().put("description", "");
        if (status == 401) {
            headers(response, "WWW-Authenticate");
        }
        if (LATER.contains(status)) {
            headers(response, "Retry-After");
        }
        response.putObject("content")
                .putObject("application/problem+json")
                .set("schema", ApiParts.reference("schemas", "Problem"));
        return response;
    }

    private static void headers(ObjectNode response, String... names) {
        for (var name : names) {
            response.withObject("/headers").set(name, ApiParts.reference("headers", name));
        }
    }
}
