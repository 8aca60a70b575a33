package io.milepost.platform.documents;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an auditor asks of the service's log. */
final class AuditOperations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TAG = "log";
    private static final String READERS = "For OPERATOR.";

    private final List<PlatformProblem> problems;
    private final ObjectNode shared;

    AuditOperations(List<PlatformProblem> problems, ObjectNode shared) {
        this.problems = problems;
        this.shared = shared;
    }

    void describe(ObjectNode paths) {
        paths.putObject("/v1/log/verify").set("get", verify());
        paths.putObject("/v1/log/checkpoint").set("get", checkpoint());
        paths.putObject("/v1/log/commits").set("get", commits());
        paths.putObject("/v1/log/keys").set("get", keys());
    }

    private ObjectNode verify() {
        var operation = FeedOperations.operation(
                TAG,
                "verifyLog",
                "Whether the log's hash chain holds",
                READERS + " Reads the whole log, or all that is after a checkpoint.");
        var parameters = operation.putArray("parameters");
        FeedOperations.query(
                parameters, "from", "Position where a commit ends; 0 is the beginning.", ApiParts.position());
        FeedOperations.query(parameters, "hash", "The hash that this commit must have.", ApiParts.text());
        var fault = ApiParts.object();
        ApiParts.property(fault, "position", ApiParts.position());
        var reasons = ApiParts.text();
        List.of("MISSING", "OTHER_HISTORY", "GAP", "UNREADABLE", "CHANGED")
                .forEach(reasons.putArray("x-extensible-enum")::add);
        ApiParts.property(fault, "reason", reasons);
        ApiParts.property(fault, "detail", ApiParts.text());
        var found = ApiParts.object();
        ApiParts.property(found, "intact", JSON.objectNode().put("type", "boolean"));
        ApiParts.property(found, "from", ApiParts.position());
        ApiParts.property(found, "commits", ApiParts.position().put("description", "That are right."));
        ApiParts.property(found, "head", ApiParts.position().put("description", "Of the last event that is right."));
        ApiParts.property(found, "fault", ApiParts.require(fault, "position", "reason", "detail"));
        return answered(operation, "What was found.", ApiParts.require(found, "intact", "from", "commits", "head"));
    }

    private ObjectNode checkpoint() {
        var checkpoint = ApiParts.object();
        for (var name : List.of("service", "epoch", "hash", "keyId", "signature")) {
            ApiParts.property(checkpoint, name, ApiParts.text());
        }
        ApiParts.property(checkpoint, "position", ApiParts.position());
        ApiParts.property(checkpoint, "time", ApiParts.instant());
        return answered(
                FeedOperations.operation(
                        TAG, "getCheckpoint", "Where the log's hash chain ends now, signed by the service", READERS),
                "A checkpoint, to be kept elsewhere.",
                ApiParts.require(checkpoint, "service", "epoch", "position", "hash", "time", "keyId", "signature"));
    }

    private ObjectNode commits() {
        var operation = FeedOperations.operation(
                TAG,
                "listCommits",
                "What the hashes of the log are of, a line per commit",
                READERS
                        + " For whoever recomputes the chain himself; there is no more when an answer is empty. A"
                        + " commit that cannot be read has a fault instead of its content.");
        var parameters = operation.putArray("parameters");
        FeedOperations.query(parameters, "after", "Position where the commit before ends.", ApiParts.position());
        FeedOperations.query(
                parameters,
                "limit",
                "How many commits at most.",
                JSON.objectNode().put("type", "integer").put("minimum", 1).put("maximum", 1_000));
        var commit = ApiParts.object();
        ApiParts.property(commit, "first", ApiParts.position());
        ApiParts.property(commit, "last", ApiParts.position());
        ApiParts.property(commit, "hash", ApiParts.text());
        ApiParts.property(commit, "content", ApiParts.text().put("contentEncoding", "base64"));
        ApiParts.property(commit, "fault", ApiParts.text());
        operation.set(
                "responses",
                new Responses(shared)
                        .bare(200, "In order.", "Milepost-Epoch")
                        .also(200, "application/x-ndjson", ApiParts.require(commit, "first"))
                        .problems(problems, PlatformProblem.Kind.AUDIT)
                        .node());
        return operation;
    }

    private ObjectNode keys() {
        var key = ApiParts.object();
        for (var name : List.of("kty", "crv", "use", "alg", "kid", "x")) {
            ApiParts.property(key, name, ApiParts.text());
        }
        var set = ApiParts.object();
        ApiParts.property(set, "keys", ApiParts.arrayOf(ApiParts.require(key, "kty", "crv", "kid", "x")));
        var operation = FeedOperations.operation(
                TAG,
                "getSigningKeys",
                "The public key of the checkpoints' signatures, as a JSON Web Key Set",
                "For everybody.");
        operation.putArray("security");
        return answered(operation, "One key.", ApiParts.require(set, "keys"));
    }

    private ObjectNode answered(ObjectNode operation, String description, ObjectNode body) {
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, description, body)
                        .problems(problems, PlatformProblem.Kind.AUDIT)
                        .node());
        return operation;
    }
}
