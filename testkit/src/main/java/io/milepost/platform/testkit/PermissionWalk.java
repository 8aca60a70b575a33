package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.PermissionMatrix.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls every operation of a running service as everybody who may and who may not (OWASP API2 and API5): without a token, with one that has
 * expired, and in the roles, on entities that are not there, so that nothing changes. {@link AccessWalk} asks about those that are.
 */
public final class PermissionWalk {
    private static final int AT_ONCE = 8;
    private static final int BATCH = 100;
    private static final String NOWHERE = "0190dead-0000-7000-8000-000000000000";

    private final SuiteClient client;
    private final PermissionMatrix matrix;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final String expired;

    public PermissionWalk(SuiteClient client, PermissionMatrix matrix) {
        this.client = client;
        this.matrix = matrix;
        Role.ALL.forEach(role -> tokens.put(role, client.issuer().tokenFor("walker", role)));
        expired = client.issuer().expiredToken(Role.values());
    }

    /** All that is answered otherwise than the matrix says. */
    public List<String> faults() {
        return faults(_ -> true);
    }

    /** The same of some operations, by method and path. */
    public List<String> faults(Predicate<String> asked) {
        var rows = matrix.rows().stream().filter(row -> asked.test(row.name())).toList();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var found = Stream.concat(
                            rows.stream().map(row -> work(row, rows.indexOf(row))),
                            Role.ALL.stream().map(role -> inBatches(rows, role)))
                    .map(work -> CompletableFuture.supplyAsync(work, workers))
                    .toList();
            return found.stream().flatMap(one -> one.join().stream()).toList();
        }
    }

    private Supplier<List<String>> work(Row row, int number) {
        return () -> {
            var faults = new ArrayList<String>();
            for (var token : new @Nullable String[] {null, expired}) {
                var answer = call(row, token);
                boolean turnedAway = token != null || !row.isOpen();
                if ((answer.status() == 401) != turnedAway) {
                    faults.add("%s %s was answered %d"
                            .formatted(
                                    row.name(),
                                    token == null ? "without a token" : "with a token that has expired",
                                    answer.status()));
                }
            }
            if (!row.isOpen()) {
                asking(row, number).forEach(role -> judge(row, role, code(call(row, tokens.get(role))), faults));
            }
            return faults;
        };
    }

    /** In all roles where it matters; commands are sent in all of them by batches, and alone by one that may and one that may not. */
    private Stream<Role> asking(Row row, int number) {
        var may = matrix.rolesOf(row);
        if (row.command() == null && !may.equals(Role.ALL)) {
            return Role.ALL.stream();
        }
        var all = new ArrayList<>(List.of(Role.values()));
        Collections.rotate(all, number);
        return Stream.of(true, false)
                .flatMap(allowed -> all.stream()
                        .filter(role -> may.contains(role) == allowed)
                        .limit(1));
    }

    private Supplier<List<String>> inBatches(List<Row> rows, Role role) {
        var commands = rows.stream().filter(row -> row.command() != null).toList();
        return () -> {
            var faults = new ArrayList<String>();
            for (int from = 0; from < commands.size(); from += BATCH) {
                var some = commands.subList(from, Math.min(commands.size(), from + BATCH));
                var body = Json.mapper().createObjectNode();
                var items = body.putArray("items");
                for (var row : some) {
                    var command = Objects.requireNonNull(row.command());
                    var item = items.addObject().put("command", command.name());
                    var said = (ObjectNode) matrix.example(row).deepCopy();
                    if (command.creates()) {
                        // An id that is stated stands beside the body here.
                        said.remove("id");
                    } else {
                        item.put("id", NOWHERE);
                    }
                    item.set("body", said);
                }
                var answer =
                        client.call("POST", "/v1/batch?validateOnly=true", body.toString(), headers(tokens.get(role)));
                for (int i = 0; i < some.size(); i++) {
                    var item = answer.json().path("items").path(i);
                    if (item.isMissingNode()) {
                        faults.add("a batch as %s was answered %d".formatted(role, answer.status()));
                        return faults;
                    }
                    judge(some.get(i), role, item.at("/problem/code").asString(""), faults);
                }
            }
            return faults;
        };
    }

    private void judge(Row row, Role role, String code, List<String> faults) {
        boolean may = matrix.rolesOf(row).contains(role);
        if (code.equals("FORBIDDEN") == may) {
            faults.add("%s as %s was %s".formatted(row.name(), role, may ? "refused" : "not refused"));
        }
    }

    private static String code(SuiteClient.Answer answer) {
        return switch (answer.status()) {
            case 403 -> answer.json().path("code").asString("FORBIDDEN");
            case 401 -> "FORBIDDEN";
            default -> "";
        };
    }

    /** What is no command of a catalogue is sent without what it needs to have an effect. */
    private SuiteClient.Answer call(Row row, @Nullable String token) {
        var path = row.path().replace("{id}", NOWHERE).replaceAll("\\{[^}]+}", "x");
        return row.command() == null
                ? client.call(
                        row.method(),
                        path,
                        row.method().equals("GET") ? null : "",
                        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token))
                : client.call(
                        row.method(),
                        path + "?validateOnly=true",
                        matrix.example(row).toString(),
                        headers(token));
    }

    private static Map<String, String> headers(@Nullable String token) {
        var headers = new HashMap<>(Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    /** For a test that plants a hole: the same matrix, saying something else of an operation. */
    public PermissionWalk against(String operation, Set<Role> roles) {
        return new PermissionWalk(client, matrix.saying(operation, roles));
    }
}
