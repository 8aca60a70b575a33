package io.milepost.suite.fuzz;

import io.milepost.suite.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a service says of itself in its OpenAPI document, operations in the order in which they stand there. */
public record Api(Part part, List<Operation> operations) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern READERS = Pattern.compile("For ([A-Z_]+(?:, [A-Z_]+)*)\\.");

    /** Anybody with a token may do what the document names no roles for. */
    private static final List<String> ANYBODY = List.of("ANALYST", "OPERATOR", "SALES_REP");

    /**
     * One thing that callers may ask for.
     *
     * @param id of the operation; a command's name where it is one
     * @param statuses those that are documented
     * @param roles that may ask for it
     * @param body the schema of what is sent, all references followed, or a missing node
     */
    public record Operation(
            Part part,
            String id,
            String method,
            String path,
            Set<Integer> statuses,
            List<String> roles,
            List<Parameter> parameters,
            JsonNode body,
            List<JsonNode> examples) {

        /** A command that is sent alone. */
        public boolean isCommand() {
            return !body.isMissingNode() && !isBatch();
        }

        public boolean isBatch() {
            return id.equals("batch");
        }

        /** Path of the entity that a command was for. */
        public String entity(String id) {
            return "/v1/%s/%s".formatted(plural(), id);
        }

        /** The segment behind {@code /v1/}. */
        public String plural() {
            return path.split("/", -1)[2];
        }

        @Override
        public String toString() {
            return "%s %s %s".formatted(part.shortName(), method, path);
        }
    }

    /** Of the query, the path or a header. */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** Reads {@code openapi.json} of a part from the folder of its contracts. */
    public static Api read(Path contracts, Part part) {
        var document = new JsonMapper()
                .readTree(contracts
                        .resolve(part.shortName())
                        .resolve("openapi.json")
                        .toFile());
        var operations = new ArrayList<Operation>();
        document.required("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(
                                operation(part, document, path.getKey(), method.getKey(), method.getValue()))));
        return new Api(part, List.copyOf(operations));
    }

    private static Operation operation(Part part, JsonNode document, String path, String method, JsonNode said) {
        var content = said.path("requestBody").path("content").path("application/json");
        return new Operation(
                part,
                said.required("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                said.required("responses")
                        .propertyStream()
                        .map(response -> Integer.parseInt(response.getKey()))
                        .collect(Collectors.toSet()),
                roles(path, said),
                said.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter(resolve(document, parameter)))
                        .toList(),
                content.isMissingNode() ? content : resolve(document, content.required("schema")),
                content.path("examples")
                        .valueStream()
                        .map(example -> example.required("value"))
                        .toList());
    }

    private static List<String> roles(String path, JsonNode said) {
        var stated = said.path("x-roles").valueStream().map(JsonNode::asString).toList();
        if (!stated.isEmpty()) {
            return stated;
        }
        var readers = READERS.matcher(said.path("description").asString(""));
        if (readers.find()) {
            return List.of(readers.group(1).split(", "));
        }
        return Stream.of("/v1/log", "/v1/projections", "/v1/parked").anyMatch(path::startsWith)
                ? List.of("OPERATOR")
                : ANYBODY;
    }

    private static Parameter parameter(JsonNode said) {
        return new Parameter(
                said.required("name").asString(),
                said.required("in").asString(),
                said.path("required").asBoolean(false),
                said.required("schema"));
    }

    /** The same with every reference replaced by what it refers to; request schemas do not contain themselves. */
    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return switch (node) {
            case ObjectNode object
            when object.has("$ref") ->
                resolve(document, document.at(object.path("$ref").asString().substring(1)));
            case ObjectNode object -> {
                var resolved = object.objectNode();
                object.propertyStream()
                        .forEach(field -> resolved.set(field.getKey(), resolve(document, field.getValue())));
                yield resolved;
            }
            case ArrayNode array -> {
                var resolved = array.arrayNode();
                array.forEach(item -> resolved.add(resolve(document, item)));
                yield resolved;
            }
            default -> node;
        };
    }
}
