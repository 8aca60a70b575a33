package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient.Answer;
import io.milepost.platform.testkit.SuiteClient.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends the request examples of a service's published OpenAPI document as they stand there. The batch, which brings an entity of each
 * kind into being, and what an operator sends is really done; a command alone is decided only, so that no example needs another name
 * than the one before it. No rule refuses what creates an entity; the state may, where another entity is to be there before. Any other
 * example is sent to an entity that its command is accepted for with other words, and may be refused by a rule too, since it names things
 * that this entity does not have. A refusal has to be documented, and is told.
 */
final class ExampleWalk {
    private final SuiteClient client;
    private final Map<Class<?>, Function<SuiteClient, Situation>> accepted;
    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int sent;

    ExampleWalk(SuiteClient client, Map<Class<?>, Function<SuiteClient, Situation>> accepted) {
        this.client = client;
        this.accepted = accepted;
        this.document = client.getAnonymously(URI.create("/openapi.json")).json();
    }

    /** @param whole also what is no command of its own */
    void check(boolean whole) {
        for (var catalogue : client.catalogues()) {
            for (var row : catalogue.commands()) {
                var situation = accepted.get(row.type());
                if (!row.roles().isEmpty() && situation != null) {
                    command(new Route(catalogue, row), situation);
                }
            }
        }
        if (whole) {
            frames();
        }
        if (!refused.isEmpty()) {
            System.out.printf("examples that their entity refuses:%n  %s%n", lines(refused));
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%d examples were sent, and some are not taken:%n  %s".formatted(sent, lines(faults)));
        }
    }

    private void command(Route route, Function<SuiteClient, Situation> situation) {
        var id = route.row().creates() ? null : situation.apply(client).id();
        var operation = operation(route.path(null).replace("/null/", "/{id}/"));
        for (var example : examples(operation)) {
            var answer = post(
                    route.path(id) + "?validateOnly=true",
                    example.getValue().path("value"),
                    route.row().roles().toArray(Role[]::new));
            judge(route.row().name() + ", " + example.getKey(), id, operation, answer);
        }
    }

    private void judge(String name, @Nullable UUID id, JsonNode operation, Answer answer) {
        if (answer.status() == 200) {
            return;
        }
        var code = answer.json().path("code").asString("");
        boolean decided = answer.status() == 409 || (id != null && answer.status() == 422);
        if (decided && isDocumented(operation, answer.status(), code)) {
            refused.add("%s: %d %s".formatted(name, answer.status(), code));
        } else {
            faults.add("%s: %s".formatted(name, answer));
        }
    }

    /** What is no command of its own. */
    private void frames() {
        for (var example : examples(operation("/v1/batch"))) {
            var answer = post("/v1/batch", example.getValue().path("value"), Role.values());
            var statuses = answer.json()
                    .path("items")
                    .valueStream()
                    .map(result -> result.path("status").asInt(0))
                    .toList();
            if (answer.status() != 207
                    || !statuses.contains(201)
                    || !Set.of(201, 409).containsAll(statuses)) {
                faults.add("batch, %s: %s".formatted(example.getKey(), answer));
            }
        }
        for (var example : examples(operation("/v1/parked/redrive"))) {
            var answer = post("/v1/parked/redrive", example.getValue().path("value"), Role.OPERATOR);
            if (answer.status() != 200) {
                faults.add("redrive, %s: %s".formatted(example.getKey(), answer));
            }
        }
    }

    private Answer post(String path, JsonNode example, Role... roles) {
        sent++;
        return client.post(
                path,
                example.toString(),
                Map.of(
                        "Authorization",
                        "Bearer " + client.issuer().token(roles),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    private JsonNode operation(String path) {
        return document.path("paths").path(path).path("post");
    }

    private List<Map.Entry<String, JsonNode>> examples(JsonNode operation) {
        var examples =
                operation.at("/requestBody/content/application~1json/examples").properties();
        if (examples.isEmpty()) {
            faults.add(operation.path("operationId").asString("an operation") + " has no example");
        }
        return List.copyOf(examples);
    }

    private boolean isDocumented(JsonNode operation, int status, String code) {
        var response = operation
                .path("responses")
                .path(String.valueOf(status))
                .path("$ref")
                .asString("#/none");
        return document.at(response.substring(1)).path("x-codes").has(code);
    }

    private static String lines(List<String> told) {
        return String.join(System.lineSeparator() + "  ", told);
    }
}
