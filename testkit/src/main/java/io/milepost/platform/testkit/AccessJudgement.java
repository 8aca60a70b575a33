package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One entity, and what each operation on it is answered in each role by callers who all may, or all may not, know of it. */
final class AccessJudgement {
    private final SuiteClient client;
    private final JsonNode document;
    private final Catalogue<?, ?, ?> catalogue;
    private final UUID id;
    private final Function<Role, String> token;
    private final boolean known;
    private final boolean inEveryRole;
    private final List<CommandRow<?, ?>> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param document the service's OpenAPI document, with an example of each command
     * @param inEveryRole whether all roles ask, and each command is sent alone as well; else some roles send all of them in a batch
     */
    AccessJudgement(
            SuiteClient client,
            JsonNode document,
            Catalogue<?, ?, ?> catalogue,
            UUID id,
            Function<Role, String> token,
            boolean known,
            boolean inEveryRole) {
        this.client = client;
        this.document = document;
        this.catalogue = catalogue;
        this.id = id;
        this.token = token;
        this.known = known;
        this.inEveryRole = inEveryRole;
        catalogue.commands().stream()
                .filter(row -> !row.roles().isEmpty() && !row.creates())
                .forEach(rows::add);
    }

    static int total(SuiteClient client, String token, Catalogue<?, ?, ?> catalogue, UUID id) {
        return client.getWith(token, "/v1/%s?id=eq:%s&count=true".formatted(catalogue.plural(), id))
                .json()
                .path("total")
                .asInt(-1);
    }

    static String path(Catalogue<?, ?, ?> catalogue, UUID id) {
        return "/v1/" + catalogue.plural() + "/" + id;
    }

    /** What is answered otherwise than it should be. */
    List<String> walk() {
        for (var role : asking()) {
            for (var read : List.of(path(catalogue, id), path(catalogue, id) + "/history")) {
                int status = client.getWith(token.apply(role), read).status();
                require(status == (known ? 200 : 404), role, "read " + read, status);
            }
            int total = total(client, token.apply(role), catalogue, id);
            require(total == (known ? 1 : 0), role, "list", total);
            batch(role);
        }
        if (inEveryRole) {
            for (var row : rows) {
                // A batch has asked in more roles.
                oneOfEach(row).forEach(role -> alone(row, role));
            }
        }
        return List.copyOf(faults);
    }

    private Set<Role> asking() {
        return inEveryRole
                ? Role.ALL
                : Stream.concat(Stream.of(Role.ANALYST), rows.stream().limit(1).flatMap(this::oneOfEach))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** One that may send it and one that may not. */
    private Stream<Role> oneOfEach(CommandRow<?, ?> row) {
        var may = rolesOf(row);
        return Stream.of(true, false)
                .flatMap(allowed -> Arrays.stream(Role.values())
                        .filter(role -> may.contains(role) == allowed)
                        .limit(1));
    }

    private void alone(CommandRow<?, ?> row, Role role) {
        var answer = client.post(
                "%s/%s?validateOnly=true".formatted(path(catalogue, id), row.verb()),
                example(row).toString(),
                headers(role));
        judge(
                row,
                role,
                "sent alone",
                answer.status(),
                answer.json().path("code").asString(""));
    }

    private void batch(Role role) {
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        for (var row : rows) {
            items.addObject()
                    .put("command", row.name())
                    .put("id", id.toString())
                    .set("body", example(row));
        }
        var answer = client.post("/v1/batch?validateOnly=true", body.toString(), headers(role));
        for (int i = 0; i < rows.size(); i++) {
            var item = answer.json().path("items").path(i);
            judge(
                    rows.get(i),
                    role,
                    "in a batch",
                    item.path("status").asInt(0),
                    item.at("/problem/code").asString(""));
        }
    }

    /** Whatever the domain says of an example shows that it was asked. */
    private void judge(CommandRow<?, ?> row, Role role, String how, int status, String code) {
        boolean asked = Set.of(200, 409, 422).contains(status) || code.equals("NOT_YOUR_DUTY");
        boolean right = !rolesOf(row).contains(role) ? code.equals("FORBIDDEN") : known ? asked : status == 404;
        require(right, role, row.name() + " " + how, "%d %s".formatted(status, code));
    }

    private void require(boolean holds, Role role, String what, Object answered) {
        if (!holds) {
            faults.add("%s %s as %s was answered %s".formatted(catalogue.aggregate(), what, role, answered));
        }
    }

    /** Those that may send the example. */
    private Set<Role> rolesOf(CommandRow<?, ?> row) {
        return row.rolesFor(Json.mapper().treeToValue(example(row), row.type()));
    }

    private JsonNode example(CommandRow<?, ?> row) {
        return document.path("paths")
                .path("/v1/%s/{id}/%s".formatted(catalogue.plural(), row.verb()))
                .at("/post/requestBody/content/application~1json/examples/full/value");
    }

    private Map<String, String> headers(Role role) {
        return Map.of(
                "Authorization",
                "Bearer " + token.apply(role),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
