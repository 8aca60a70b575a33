package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller may send and be sent is bounded by every operation of every published document, and nothing that it sends is an address
 * that a service calls, but for those of webhooks.
 */
class OperationBoundsTest {
    private static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery", "reporting");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OF_ONE_LENGTH = Set.of("uuid", "date", "date-time");

    /**
     * Answered whole: one entity, what operators have to look at, what one has sent a while ago, what there is to ask for; and a report,
     * which would be wrong in part. Time alone bounds these.
     */
    private static final Pattern WHOLE = Pattern.compile("/v1/[a-z-]+/\\{id}(/history|/erasure)?"
            + "|/v1/(parked|jobs|log/doubles|log/keys|semantics|datasets|reports(/[a-z-]+)?|trace/ocel|projections.*)");

    /** As they say themselves. */
    private static final Pattern LATEST = Pattern.compile("\\b[Aa]t most [0-9]+\\b");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i).*(ur[il]|href|link|callback|endpoint|host|webhook|redirect)s?");

    /** Held to public addresses of https by WireTest; every other name that looks like an address has to be looked at. */
    private static final Set<String> CALLED = Set.of("RegisterWebhook/url", "ReviseWebhook/url");

    private final JsonMapper json = new JsonMapper();

    @Test
    @DisplayName(
            "API3, API4: every text, list and object of a request is bounded, and takes no field that is not declared")
    void requests_are_bounded() {
        for (var service : SERVICES) {
            assertThat(unbounded(document(service))).as(service).isEmpty();
        }
        var document = document("lead");
        schema(document, "CaptureLead").remove("additionalProperties");
        ((ObjectNode) schema(document, "CaptureLead").at("/properties/need")).remove("maxLength");
        ((ObjectNode) schema(document, "PlanSurvey").at("/properties/questions")).remove("maxItems");
        assertThat(unbounded(document))
                .as("control")
                .containsExactlyInAnyOrder(
                        "POST /v1/leads: body takes other fields",
                        "POST /v1/leads: body/need has any length",
                        "POST /v1/customer-surveys: body/questions has any number");
    }

    @Test
    @DisplayName("API4: every operation says how it refuses what is too slow, too long, too large and too often")
    void refusals_of_too_much_are_documented() {
        for (var service : SERVICES) {
            assertThat(untold(document(service))).as(service).isEmpty();
        }
        var document = document("lead");
        ((ObjectNode) document.at("/paths/~1v1~1leads/post/responses")).remove(List.of("413", "429"));
        assertThat(untold(document))
                .as("control")
                .containsExactlyInAnyOrder("POST /v1/leads lacks 413", "POST /v1/leads lacks 429");
    }

    @Test
    @DisplayName("API4: every list comes in pages of a bounded size, or is of what is few by nature")
    void lists_come_in_pages() {
        for (var service : SERVICES) {
            assertThat(endless(document(service))).as(service).isEmpty();
        }
        var document = document("lead");
        ((ObjectNode) document.at("/components/parameters/PageSize/schema")).remove("maximum");
        assertThat(endless(document)).as("control").contains("GET /v1/leads", "GET /v1/due");
    }

    @Test
    @DisplayName("API7: no field of a request is an address that a service calls, but for those of webhooks")
    void only_webhooks_are_called() {
        var found = SERVICES.stream()
                .map(this::document)
                .flatMap(document -> document.at("/components/schemas").propertyStream())
                .filter(schema -> schema.getValue().has("additionalProperties"))
                .flatMap(schema -> schema.getValue()
                        .path("properties")
                        .propertyStream()
                        .filter(field -> ADDRESS.matcher(field.getKey()).matches()
                                || field.getValue().path("format").asString("").startsWith("uri"))
                        .map(field -> schema.getKey() + "/" + field.getKey()))
                .distinct();
        assertThat(found).containsExactlyInAnyOrderElementsOf(CALLED);
    }

    private record Operation(String method, String path, JsonNode said) {
        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    private static Stream<Operation> operations(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(method.getKey(), path.getKey(), method.getValue())));
    }

    private static List<String> untold(JsonNode document) {
        return operations(document)
                .flatMap(operation -> {
                    var needed = new ArrayList<>(List.of("408", "414", "431"));
                    if (operation.path().startsWith("/v1/") && !operation.path().equals("/v1/log/keys")) {
                        needed.addAll(List.of("401", "429"));
                    }
                    if (operation.said().has("requestBody")) {
                        needed.addAll(List.of("413", "415"));
                    }
                    return needed.stream()
                            .filter(status ->
                                    !operation.said().path("responses").has(status))
                            .map(status -> operation + " lacks " + status);
                })
                .toList();
    }

    private static List<String> endless(JsonNode document) {
        return operations(document)
                .filter(operation -> operation.method().equals("get"))
                .filter(operation -> answersAList(document, operation))
                .filter(operation -> operation
                        .said()
                        .path("parameters")
                        .valueStream()
                        .map(parameter -> resolved(document, parameter))
                        .noneMatch(parameter -> Set.of("pageSize", "limit")
                                        .contains(parameter.path("name").asString())
                                && parameter.path("schema").has("maximum")))
                .filter(operation -> !WHOLE.matcher(operation.path()).matches())
                .filter(operation -> !LATEST.matcher(
                                operation.said().path("description").asString(""))
                        .find())
                .map(Operation::toString)
                .toList();
    }

    private static boolean answersAList(JsonNode document, Operation operation) {
        var schema = resolved(
                document,
                resolved(document, operation.said().at("/responses/200")).at("/content/application~1json/schema"));
        return schema.path("properties")
                .valueStream()
                .anyMatch(property ->
                        resolved(document, property).path("type").asString("").equals("array"));
    }

    private static List<String> unbounded(JsonNode document) {
        return operations(document)
                .flatMap(operation -> {
                    var schema = operation.said().at("/requestBody/content/application~1json/schema");
                    var faults = new ArrayList<String>();
                    if (!schema.isMissingNode()) {
                        bounded("body", document, schema, faults);
                    }
                    return faults.stream().map(fault -> operation + ": " + fault);
                })
                .toList();
    }

    private static void bounded(String at, JsonNode document, JsonNode described, List<String> faults) {
        var schema = resolved(document, described);
        switch (schema.path("type").asString("")) {
            case "string" -> {
                boolean bounded = schema.has("maxLength")
                        || schema.has("enum")
                        || schema.has("pattern")
                        || OF_ONE_LENGTH.contains(schema.path("format").asString(""));
                if (!bounded) {
                    faults.add(at + " has any length");
                }
            }
            case "array" -> {
                if (!schema.has("maxItems")) {
                    faults.add(at + " has any number");
                }
                bounded(at + "[]", document, schema.path("items"), faults);
            }
            case "object" -> {
                // What an item of a batch carries is held to the schema of its command.
                if (schema.path("additionalProperties").asBoolean(true) && !at.equals("body/items[]/body")) {
                    faults.add(at + " takes other fields");
                }
                schema.path("properties")
                        .forEachEntry((name, property) -> bounded(at + "/" + name, document, property, faults));
            }
            case "integer", "number", "boolean" -> {}
            default -> faults.add(at + " has no type");
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static ObjectNode schema(JsonNode document, String name) {
        return (ObjectNode) document.at("/components/schemas/" + name);
    }

    private JsonNode document(String service) {
        return json.readTree(
                Repository.file("contracts/" + service + "/openapi.json").toFile());
    }
}
