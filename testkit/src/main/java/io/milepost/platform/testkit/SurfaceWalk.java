package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Asks a running service for what it must not have (OWASP API8 and API9): a method that a path does not document, another origin, what a
 * framework offers unasked, and routes that stand in no document. The answers are held against the document by {@link DescribedAnswers}.
 */
public final class SurfaceWalk {
    private static final int AT_ONCE = 8;
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE");
    private static final String NOWHERE = "0190dead-0000-7000-8000-000000000000";

    /** Without a line in the document, since it is the document. */
    private static final Set<String> DOCUMENTS = Set.of("GET /openapi.json", "GET /asyncapi.json");

    private static final List<String> OFFERED_BY_FRAMEWORKS = Stream.concat(
                    Stream.of(
                                    "auditevents",
                                    "beans",
                                    "caches",
                                    "conditions",
                                    "configprops",
                                    "env",
                                    "flyway",
                                    "heapdump",
                                    "httpexchanges",
                                    "info",
                                    "integrationgraph",
                                    "jolokia",
                                    "liquibase",
                                    "logfile",
                                    "loggers",
                                    "mappings",
                                    "metrics",
                                    "quartz",
                                    "refresh",
                                    "sbom",
                                    "scheduledtasks",
                                    "sessions",
                                    "shutdown",
                                    "startup",
                                    "threaddump")
                            .map(endpoint -> "/actuator/" + endpoint),
                    Stream.of(
                            "/actuator",
                            "/error",
                            "/env",
                            "/metrics",
                            "/login",
                            "/logout",
                            "/graphql",
                            "/graphiql",
                            "/h2-console",
                            "/swagger-ui.html",
                            "/swagger-ui/index.html",
                            "/v3/api-docs",
                            "/webjars/x",
                            "/.env",
                            "/.git/config",
                            "/.well-known/openid-configuration"))
            .toList();

    private final SuiteClient client;
    private final JsonNode document;
    private final Map<String, String> everybody;

    /** Where the routes of a service are known, they are held against its approved document too, and so are all its answers. */
    public static void check(RunningService service) {
        service.holdToDocument();
        var walk = new SurfaceWalk(service.client(), ContractFiles.document(service.name()));
        var faults = Stream.concat(
                        walk.faults().stream(),
                        walk.differences(service.routes()).stream()
                                .map(one -> one + " is in the document or in the code alone"))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "there is what should not be:%n  %s".formatted(String.join(System.lineSeparator() + "  ", faults)));
        }
    }

    public SurfaceWalk(SuiteClient client, JsonNode document) {
        this.client = client;
        this.document = document;
        this.everybody = Map.of("Authorization", "Bearer " + client.issuer().tokenFor("walker", Role.values()));
    }

    /** All that is there and should not be, asked for in every role at once. */
    public List<String> faults() {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var found = document.path("paths")
                    .propertyStream()
                    .map(path -> CompletableFuture.supplyAsync(
                            () -> ofPath(path.getKey(), documented(path.getValue())), workers))
                    .toList();
            return Stream.concat(found.stream().flatMap(one -> one.join().stream()), offered())
                    .toList();
        }
    }

    /** Routes without an operation, and operations without a route. */
    public Set<String> differences(Set<String> routes) {
        var described = document.path("paths")
                .propertyStream()
                .flatMap(path -> documented(path.getValue()).stream().map(method -> method + " " + path.getKey()))
                .collect(Collectors.toSet());
        var differences = new TreeSet<String>();
        Stream.concat(routes.stream(), described.stream())
                .filter(operation -> routes.contains(operation) != described.contains(operation))
                .filter(operation -> !DOCUMENTS.contains(operation))
                .forEach(differences::add);
        return differences;
    }

    private List<String> ofPath(String template, Set<String> documented) {
        var faults = new ArrayList<String>();
        var path = template.replace("{id}", NOWHERE).replaceAll("\\{[^}]+}", "x");
        for (var method : METHODS) {
            if (!documented.contains(method)) {
                var answer = client.call(method, path, null, everybody);
                var allowed = Set.of(String.valueOf(answer.header("Allow")).split(", *", -1));
                if (answer.status() != 405 || !allowed.equals(documented)) {
                    faults.add(
                            "%s %s was answered %d, allowing %s".formatted(method, template, answer.status(), allowed));
                }
            }
        }
        for (var method : documented) {
            var preflight = Map.of("Origin", "https://alien.example", "Access-Control-Request-Method", method);
            var answer = client.call("OPTIONS", path, null, preflight);
            if (answer.headers().map().keySet().stream()
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-allow"))) {
                faults.add("%s %s is open to other origins".formatted(method, template));
            }
        }
        return faults;
    }

    private Stream<String> offered() {
        return OFFERED_BY_FRAMEWORKS.stream()
                .filter(path -> client.call("GET", path, null, everybody).status() != 404)
                .map(path -> path + " is there");
    }

    private static Set<String> documented(JsonNode methods) {
        return methods.propertyNames().stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
