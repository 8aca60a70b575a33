package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.documents.JsonText;
import io.milepost.platform.testkit.SuiteClient.Answer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that is as it is described passes, and each that is not in one way is noticed. */
class DescribedAnswersTest {
    private static final String DOCUMENT = """
        {"paths": {
          "/v1/things/{id}": {"get": {"responses": {
            "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
            "404": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}}}},
          "/v1/things/all": {"get": {"responses": {
            "200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}}},
         "components": {"schemas": {
          "Thing": {"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string", "format": "uuid"},
            "on": {"type": "string", "format": "date"},
            "size": {"type": ["integer", "null"]},
            "code": {"type": "string", "pattern": "^[A-Z]+$"},
            "state": {"enum": ["NEW", "OLD"]},
            "of": {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/Thing"}]},
            "named": {"type": "object", "additionalProperties": {"type": "integer"}},
            "any": {"type": "object"}}}}}}
        """;
    private static final String ID = "01900000-0000-7000-8000-000000000001";
    private static final String GOOD = """
        {"id": "%s", "on": "2026-03-01", "size": null, "code": "A", "state": "OLD", "of": {"id": "%s"},
         "named": {"one": 1}, "any": {"thing": [true]}}
        """.formatted(ID, ID);

    private final DescribedAnswers described = new DescribedAnswers(JsonText.read(DOCUMENT));
    private final Map<String, String> headers = new HashMap<>(Map.of(
            "Content-Type", "application/json",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin"));

    @Test
    void what_is_as_it_is_described_passes() {
        note("/v1/things/" + ID, 200, GOOD);
        note("/v1/things/all", 200, "[" + GOOD + "]");
        note("/v1/things/%s?fields=on".formatted(ID), 200, "{\"on\": \"2026-03-01\"}");
        note("/v1/nothing", 404, "{\"code\": \"UNKNOWN_ROUTE\"}");

        assertThat(described.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "size": null      | "size": null, "inner": 1 | /inner is not declared
        "size": null      | "size": "1"              | /size is no
        "id": "           | "identity": "            | /id is not there
        "on": "2026-03-01" | "on": "yesterday"       | /on is not written as date
        "code": "A"       | "code": "a"              | /code is not written as ^[A-Z]+$
        "OLD"             | "LOST"                   | /state is none of the declared values
        {"one": 1}        | {"one": "1"}             | /named/* is no integer
        """)
    @DisplayName("API3: a property more, less, or of another kind than declared")
    void a_property_that_is_not_as_declared(String before, String after, String fault) {
        note("/v1/things/" + ID, 200, GOOD.replace(before, after));

        assertThat(described.faults())
                .isNotEmpty()
                .allMatch(told -> told.startsWith("GET /v1/things/{id}, 200: "))
                .anyMatch(told -> told.contains(fault));
    }

    @Test
    @DisplayName("API9: a status, and a whole operation, that stand in no document")
    void what_is_in_no_document() {
        note("/v1/things/" + ID, 202, "");
        note("/v1/hidden", 200, "{}");

        assertThat(described.faults())
                .containsExactly("GET /v1/hidden, 200 is in no document", "GET /v1/things/{id}, 202 is not documented");
    }

    @Test
    @DisplayName("API8: an answer without a header, with one that lets others in, or that shows what is inside")
    void what_an_answer_must_not_say() {
        headers.remove("X-Frame-Options");
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Content-Type", "application/problem+json");
        note("/v1/things/" + ID, 404, "{\"detail\": \"java.lang.IllegalStateException\"}");

        assertThat(described.faults())
                .hasSize(3)
                .anyMatch(fault -> fault.endsWith("is answered without X-Frame-Options"))
                .anyMatch(fault -> fault.endsWith("is answered with Access-Control-Allow-Origin"))
                .anyMatch(fault -> fault.contains("shows what is inside"));
    }

    private void note(String path, int status, String body) {
        var all = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        described.note("GET", URI.create(path), new Answer(status, HttpHeaders.of(all, (_, _) -> true), body));
    }
}
