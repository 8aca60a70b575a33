package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.DeclaredJson;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.PermissionWalk;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SurfaceWalk;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.server.RouterFunction;
import tools.jackson.databind.JsonNode;

/** The published description held against what the service does. */
class OpenApiIT {
    private static final Pattern ROUTE = Pattern.compile("([A-Z]+) && (/v1/[^)\\s]+)\\)");
    private static final JsonNode NONE = RunningReports.JSON.createArrayNode();
    private static RunningReports running;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        var served = RunningReports.HTTP.send(
                HttpRequest.newBuilder(running.at("/openapi.json")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(served.statusCode()).isEqualTo(200);
        document = RunningReports.JSON.readTree(served.body());
    }

    @Test
    void every_route_is_described_and_every_described_operation_is_a_route() {
        var routes = running.beans(RouterFunction.class).stream()
                .flatMap(function -> ROUTE.matcher(function.toString()).results())
                .map(found -> found.group(1) + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes).contains("GET /v1/reports/{name}", "DELETE /v1/projections/mart/rebuild");
        var described = new TreeSet<String>();
        for (var path : document.get("paths").propertyNames()) {
            for (var method : document.get("paths").get(path).propertyNames()) {
                described.add(method.toUpperCase(Locale.ROOT) + " "
                        + path.replaceAll("/v1/(reports|datasets)/[^/]+$", "/v1/$1/{name}"));
            }
        }
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void a_parameter_is_known_exactly_where_it_is_described() throws Exception {
        var all = new TreeSet<>(Set.of("groupBy", "currency", "owner", "colour"));
        for (var path : read()) {
            all.addAll(parameters(path).keySet());
        }
        for (var path : ofEachKind()) {
            for (var name : all) {
                var answer = get(path, Map.of(name, "?"));
                assertThat(answer.body().contains("UNKNOWN_PARAMETER"))
                        .as("%s of %s", name, path)
                        .isNotEqualTo(parameters(path).containsKey(name));
            }
        }
    }

    @Test
    void every_value_of_an_enumeration_is_taken_and_what_is_required_cannot_be_left_out() throws Exception {
        int left = 0;
        var shared = new HashSet<JsonNode>();
        for (var path : read()) {
            var examples = examples(path);
            for (var parameter : parameters(path).entrySet()) {
                for (JsonNode value : shared.add(parameter.getValue()) ? values(parameter.getValue()) : NONE) {
                    assertThat(get(path, with(examples, parameter.getKey(), value.asString()))
                                    .statusCode())
                            .as("%s=%s", parameter.getKey(), value)
                            .isEqualTo(200);
                }
                boolean required = parameter.getValue().path("required").asBoolean(false);
                if (!required && !examples.containsKey(parameter.getKey())) {
                    continue;
                }
                var without = new LinkedHashMap<>(examples);
                without.remove(parameter.getKey());
                assertThat(get(path, without).statusCode())
                        .as("%s without %s", path, parameter.getKey())
                        .isEqualTo(required ? 400 : 200);
                left += required ? 1 : 0;
            }
        }
        assertThat(left).as("control: parameters that are required").isEqualTo(1);
    }

    @Test
    void answers_have_the_described_fields_and_no_others() throws Exception {
        var declared = new DeclaredJson(document);
        for (var path : read()) {
            var schema = document.get("paths").get(path).at("/get/responses/200/content/application~1json/schema");
            for (var more : path.startsWith("/v1/reports/")
                    ? List.of("by=" + values(parameters(path).get("by")).get(0).asString(), "compare=year", "by=month")
                    : List.of("=")) {
                var words = more.split("=", 2);
                var asked = words[0].isEmpty() ? examples(path) : with(examples(path), words[0], words[1]);
                assertThat(declared.faults(
                                schema,
                                RunningReports.JSON.readTree(get(path, asked).body())))
                        .as(path)
                        .isEmpty();
            }
        }
        assertThat(declared.faults(document.at("/components/schemas/Label"), RunningReports.JSON.readTree("{\"a\":1}")))
                .as("control")
                .isNotEmpty();
    }

    @Test
    void what_is_parked_and_set_aside_is_described_as_by_the_services_that_make_their_document() throws Exception {
        var made = RunningReports.JSON.readTree(Files.readString(Path.of("../contracts/lead/openapi.json")));
        for (var operation : List.of("/paths/~1v1~1parked/get", "/paths/~1v1~1parked~1redrive/post")) {
            for (var part : List.of("/requestBody", "/responses/200")) {
                assertThat(document.at(operation + part)).as(operation + part).isEqualTo(made.at(operation + part));
            }
        }
        for (var schema : List.of("ParkedRecord", "SetAside", "Redrive")) {
            var at = "/components/schemas/" + schema;
            assertThat(document.at(at)).as(schema).isEqualTo(made.at(at));
            assertThat(document.at(at).isMissingNode()).isFalse();
        }
    }

    @Test
    @DisplayName("R-189: every operation is answered to every role as docs/permissions.md says, and to nobody without a"
            + " token")
    void the_matrix() {
        try (var client = new SuiteClient(running.at("/"), running.parts.issuer(), List.of())) {
            assertThat(new PermissionWalk(client, PermissionMatrix.of("reporting", List.of())).faults())
                    .isEmpty();
            assertThat(new SurfaceWalk(client, document).faults()).isEmpty();
        }
    }

    /** Of reports and of datasets, which are all answered alike, a few. */
    private static List<String> ofEachKind() {
        var all = read();
        var reports =
                all.stream().filter(path -> path.startsWith("/v1/reports/")).toList();
        var datasets =
                all.stream().filter(path -> path.startsWith("/v1/datasets/")).toList();
        return all.stream()
                .filter(path -> reports.indexOf(path) < 2 && datasets.indexOf(path) < 2)
                .toList();
    }

    /** The paths that can be read, but for what every service of the platform answers. */
    private static List<String> read() {
        var paths = document.get("paths");
        return paths.propertyNames().stream()
                .filter(path -> !path.startsWith("/v1/parked") && !path.endsWith("/export") && !path.endsWith("/file"))
                .filter(path -> paths.get(path).has("get"))
                .toList();
    }

    private static Map<String, JsonNode> parameters(String path) {
        Map<String, JsonNode> found = new TreeMap<>();
        for (JsonNode parameter : document.get("paths").get(path).at("/get/parameters")) {
            var described = resolved(parameter);
            if (described.get("in").asString().equals("query")) {
                found.put(described.get("name").asString(), described);
            }
        }
        return found;
    }

    private static JsonNode values(JsonNode parameter) {
        var schema = parameter.get("schema");
        return schema.path("type").asString("").equals("array") ? schema.at("/items/enum") : schema.path("enum");
    }

    private static JsonNode resolved(JsonNode described) {
        return described.has("$ref")
                ? document.at(described.get("$ref").asString().substring(1))
                : described;
    }

    private static Map<String, String> examples(String path) {
        Map<String, String> found = new LinkedHashMap<>();
        parameters(path).forEach((name, parameter) -> {
            if (parameter.has("example")) {
                found.put(name, parameter.get("example").asString());
            }
        });
        return found;
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private static HttpResponse<String> get(String path, Map<String, String> parameters) throws Exception {
        var query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return running.fetch(pathOf(path) + "?" + query, running.parts.token(Role.ANALYST, Role.OPERATOR));
    }

    /** The path with its parameters' examples in it. */
    private static String pathOf(String path) {
        var filled = path;
        for (JsonNode parameter : document.get("paths").get(path).at("/get/parameters")) {
            var described = resolved(parameter);
            if (described.get("in").asString().equals("path")) {
                filled = filled.replace(
                        "{" + described.get("name").asString() + "}",
                        described.get("example").asString());
            }
        }
        return filled;
    }
}
