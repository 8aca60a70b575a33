package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.testkit.SuiteClient.Answer;
import io.milepost.platform.testkit.SuiteClient.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends every routed command of a running service in every wrong way and sees that each is answered with its own documented status
 * and code, names the field at fault, and leaves the log as it was; then sends it rightly, once, and sees that the log moves. What is
 * wrong with a request whatever its command, such as a body that is no JSON, is tried on one that creates and one that changes of each
 * aggregate.
 */
public final class BadInputWalk {
    private final SuiteClient client;
    private final LongSupplier head;
    private final Map<Class<?>, Function<SuiteClient, Situation>> accepted = new LinkedHashMap<>();
    private final List<Refusing> refused = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** Of problems, by where they lead. */
    private final Map<String, Integer> types = new HashMap<>();

    /** A command and the entity that it is for, null where it creates one under an id of the service. */
    public record Situation(@Nullable UUID id, Record command) {}

    private record Refusing(String code, Function<SuiteClient, Situation> situation) {}

    /** @param head of the service's log, {@code log::head} */
    public BadInputWalk(SuiteClient client, LongSupplier head) {
        this.client = client;
        this.head = head;
    }

    /** A situation, new each time, in which this command is accepted and stores something. */
    public BadInputWalk accepted(Class<? extends Record> command, Function<SuiteClient, Situation> situation) {
        accepted.put(command, situation);
        return this;
    }

    /** A situation, new each time, in which a command is refused for this reason and nothing is left on record. */
    public BadInputWalk refused(String code, Function<SuiteClient, Situation> situation) {
        refused.add(new Refusing(code, situation));
        return this;
    }

    /** Sends every example of the service's published document as it stands there, to an entity that its command may be sent to. */
    public void checkExamples() {
        new ExampleWalk(client, accepted).check(true);
    }

    /** Those of commands alone: of several walks over one service one sends the batch, which creates what its examples name. */
    public void checkExamplesOfCommands() {
        new ExampleWalk(client, accepted).check(false);
    }

    public void check() {
        var documented = new DocumentedCodes(client.catalogues());
        for (var catalogue : client.catalogues()) {
            var examined = new HashSet<Boolean>();
            for (var row : catalogue.commands()) {
                if (!row.roles().isEmpty()) {
                    walk(new Route(catalogue, row), examined.add(row.creates()), documented);
                }
            }
            if (catalogue.refusals().stream()
                    .noneMatch(refusal ->
                            refused.stream().anyMatch(told -> told.code().equals(refusal.name())))) {
                faults.add("no refused situation of " + catalogue.aggregate() + " was given");
            }
        }
        refused.forEach(told -> refuse(told, documented));
        if (!faults.isEmpty()) {
            throw new AssertionError("bad input is not answered as it should be:%n  %s"
                    .formatted(String.join(System.lineSeparator() + "  ", faults)));
        }
    }

    private void walk(Route route, boolean first, DocumentedCodes documented) {
        CommandRow<?, ?> row = route.row();
        var situation = accepted.get(row.type());
        if (situation == null) {
            faults.add("no accepted situation of " + row.name() + " was given");
            return;
        }
        var good = situation.apply(client);
        var other = situation.apply(client);
        var usual = client.commandHeaders(route, good.command());
        for (var bad : first
                ? BadRequests.all(route, good, usual, client.issuer())
                : BadRequests.ofItsOwn(route, good, usual, client.issuer())) {
            expect(row.name(), bad, route, documented);
        }
        positiveControl(route, good, other, usual, documented);
    }

    /** Only a log that can move at all proves something by standing still. */
    private void positiveControl(
            Route route, Situation good, Situation other, Map<String, String> usual, DocumentedCodes documented) {
        var name = route.row().name();
        var body = BadRequests.body(route, good);
        long before = head.getAsLong();
        var answer = client.post(route.path(good.id()), body.toString(), usual);
        if (answer.status() != (route.row().creates() ? 201 : 200) || head.getAsLong() <= before) {
            faults.add("%s: the good request was answered %s and moved the log by %d"
                    .formatted(name, answer, head.getAsLong() - before));
            return;
        }
        long after = head.getAsLong();
        var again = client.post(route.path(good.id()), body.toString(), usual);
        if (again.status() != answer.status()
                || !again.json().equals(answer.json())
                || !"true".equals(again.header("Idempotent-Replayed"))
                || head.getAsLong() != after) {
            faults.add(
                    "%s: the same request with the same key was answered %s after %s".formatted(name, again, answer));
        }
        expect(name, BadRequests.reusedKey(route, good, other, usual), route, documented);
    }

    private void refuse(Refusing told, DocumentedCodes documented) {
        var situation = told.situation().apply(client);
        var route = client.route(situation.command().getClass());
        var refusal = route.catalogue().refusals().stream()
                .filter(candidate -> candidate.name().equals(told.code()))
                .findFirst();
        if (refusal.isEmpty()) {
            faults.add(told.code() + " is no refusal of " + route.catalogue().aggregate());
            return;
        }
        int status = switch (refusal.get().reason().kind()) {
            case STATE -> 409;
            case RULE -> 422;
        };
        var request = new BadRequests.Bad(
                "refused",
                route.path(situation.id()),
                BadRequests.body(route, situation).toString(),
                client.commandHeaders(route, situation.command()),
                status,
                told.code(),
                null);
        expect(route.row().name(), request, route, documented);
    }

    private void expect(String command, BadRequests.Bad bad, Route route, DocumentedCodes documented) {
        long before = head.getAsLong();
        var answer = client.post(bad.path(), bad.body(), bad.headers());
        var name = command + ", " + bad.name() + ": ";
        if (head.getAsLong() != before) {
            faults.add(name + "the log moved");
        }
        if (answer.status() != bad.status() || !answer.text().contains("\"" + bad.code() + "\"")) {
            faults.add(name + "expected %d %s, was answered %s".formatted(bad.status(), bad.code(), answer));
            return;
        }
        shape(name, answer, bad);
        if (!documented.has(route, bad.status(), bad.code())) {
            faults.add(name + "%d %s is not documented".formatted(bad.status(), bad.code()));
        }
    }

    private void shape(String name, Answer answer, BadRequests.Bad bad) {
        var type = String.valueOf(answer.header("content-type"));
        if (!type.startsWith("application/problem+json")) {
            faults.add(name + "is answered as " + type);
            return;
        }
        var problem = answer.json();
        for (var field : List.of("type", "title", "status", "detail", "instance", "code", "traceId", "retryable")) {
            if (!problem.has(field)) {
                faults.add(name + "the problem has no " + field);
            }
        }
        if (!problem.path("code").asString("").equals(bad.code())
                || problem.path("status").asInt(0) != bad.status()) {
            faults.add(name + "the problem says " + problem);
        }
        if (bad.pointer() != null && !pointers(problem).contains(bad.pointer())) {
            faults.add(name + "no error points to '%s': %s".formatted(bad.pointer(), problem));
        }
        if (answer.text().matches("(?s).*(Exception|\\bat [a-z]+\\.|io\\.milepost|mongodb).*")) {
            faults.add(name + "the problem shows what is inside: " + problem);
        }
        if (bad.status() == 401 && answer.header("www-authenticate") == null) {
            faults.add(name + "no WWW-Authenticate");
        }
        if (types.computeIfAbsent(
                        problem.path("type").asString(""),
                        uri -> client.getAnonymously(URI.create(uri)).status())
                != 200) {
            faults.add(name + "the problem's type leads nowhere: " + problem.path("type"));
        }
    }

    private static List<String> pointers(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString(""))
                .toList();
    }

    /** The usual headers with some replaced; null takes one away. */
    static Map<String, String> changed(Map<String, String> usual, String name, @Nullable String value) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(usual);
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return headers;
    }
}
