package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every operation of a document has an id of its own, of which clients make the names of their methods and types. */
class OperationIdsTest {
    private static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery", "reporting");

    private final JsonMapper json = new JsonMapper();

    @Test
    void no_two_operations_of_a_document_have_the_same_id() {
        for (var service : SERVICES) {
            var document = document(service);
            assertThat(operations(document)).as(service).hasSizeGreaterThan(100);
            assertThat(withoutId(document)).as("without an id in %s", service).isEmpty();
            assertThat(doubles(document)).as("ids that two have in %s", service).isEmpty();
        }
    }

    @Test
    void a_second_operation_of_the_same_id_is_found_and_one_without() {
        var document = document("lead");
        operation(document, "/v1/leads", "post").put("operationId", "listlead");
        operation(document, "/v1/accounts", "post").remove("operationId");
        assertThat(doubles(document)).containsExactly("listlead");
        assertThat(withoutId(document)).containsExactly("/v1/accounts post");
    }

    private static Stream<JsonNode> operationsOf(JsonNode path) {
        return path.properties().stream()
                .filter(entry -> entry.getValue().has("responses"))
                .map(entry -> entry.getValue());
    }

    private static List<JsonNode> operations(JsonNode document) {
        return document.path("paths")
                .valueStream()
                .flatMap(OperationIdsTest::operationsOf)
                .toList();
    }

    /** In lower case: a file system may know no other difference between two generated files. */
    private static List<String> doubles(JsonNode document) {
        var known = new HashSet<String>();
        return operations(document).stream()
                .map(operation -> operation.path("operationId").asString(""))
                .filter(id -> !id.isEmpty())
                .map(id -> id.toLowerCase(Locale.ROOT))
                .filter(id -> !known.add(id))
                .toList();
    }

    private static List<String> withoutId(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .filter(method -> method.getValue()
                                .path("operationId")
                                .asString("")
                                .isBlank())
                        .map(method -> path.getKey() + " " + method.getKey()))
                .toList();
    }

    private static ObjectNode operation(JsonNode document, String path, String method) {
        return (ObjectNode) document.path("paths").path(path).path(method);
    }

    private JsonNode document(String service) {
        return json.readTree(
                Repository.file("contracts/" + service + "/openapi.json").toFile());
    }
}
