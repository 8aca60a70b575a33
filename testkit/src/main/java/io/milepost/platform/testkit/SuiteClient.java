package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaks to a running service as another system would, finding path and role of a command in the catalogues. */
public final class SuiteClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final TestIssuer issuer;
    private final List<Catalogue<?, ?, ?>> catalogues;
    private final @Nullable DescribedAnswers described;

    public SuiteClient(URI base, TestIssuer issuer, List<? extends Catalogue<?, ?, ?>> catalogues) {
        this(base, issuer, catalogues, null);
    }

    /** @param described is told of every answer */
    public SuiteClient(
            URI base,
            TestIssuer issuer,
            List<? extends Catalogue<?, ?, ?>> catalogues,
            @Nullable DescribedAnswers described) {
        this.base = base;
        this.issuer = issuer;
        this.catalogues = List.copyOf(catalogues);
        this.described = described;
    }

    /** An answer as it came. */
    public record Answer(int status, HttpHeaders headers, String text) {
        public JsonNode json() {
            return Json.mapper().readTree(text);
        }

        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status + " " + text;
        }
    }

    /** A command's row and where it is sent. */
    record Route(Catalogue<?, ?, ?> catalogue, CommandRow<?, ?> row) {
        String path(@Nullable UUID id) {
            var collection = "/v1/" + catalogue.plural();
            return row.creates() ? collection : collection + "/" + id + "/" + row.verb();
        }
    }

    /** Brings an entity into being and answers its id; anything but 201 fails. */
    public UUID create(Record command) {
        var answer = send(null, command, Map.of());
        if (answer.status() != 201) {
            throw new AssertionError("%s was answered %s".formatted(command, answer));
        }
        return UUID.fromString(answer.json().path("id").asString());
    }

    /** Brings an entity into being under an id that the caller chose; anything but 201 fails. */
    public void create(UUID id, Record command) {
        var answer = sendNew(id, command);
        if (answer.status() != 201) {
            throw new AssertionError("%s was answered %s".formatted(command, answer));
        }
    }

    /** Asks for an entity under an id that the caller chose, which may be refused. */
    public Answer sendNew(UUID id, Record command) {
        return sendNew(id, command, Map.of());
    }

    /** The same; these headers win over the usual ones. */
    public Answer sendNew(UUID id, Record command, Map<String, String> headers) {
        var route = route(command.getClass());
        ObjectNode body = Json.mapper().valueToTree(command);
        body.put("id", id.toString());
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(commandHeaders(route, command));
        all.putAll(headers);
        return post(route.path(null), body.toString(), all);
    }

    /** Sends a command that is to be accepted; anything but 200 fails. */
    public Answer accept(UUID id, Record command) {
        var answer = send(id, command, Map.of());
        if (answer.status() != 200) {
            throw new AssertionError("%s was answered %s".formatted(command, answer));
        }
        return answer;
    }

    /** Sends a command that is to be accepted, as somebody else than the tester; anything but 200 fails. */
    public Answer acceptFrom(String subject, UUID id, Record command) {
        var token = issuer.tokenFor(subject, roleFor(route(command.getClass()), command));
        var answer = send(id, command, Map.of("Authorization", "Bearer " + token));
        if (answer.status() != 200) {
            throw new AssertionError("%s from %s was answered %s".formatted(command, subject, answer));
        }
        return answer;
    }

    /** Sends a command with a new key and a role that may send it; these headers win over the usual ones. */
    public Answer send(@Nullable UUID id, Record command, Map<String, String> headers) {
        var route = route(command.getClass());
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(commandHeaders(route, command));
        all.putAll(headers);
        return post(route.path(id), Json.mapper().writeValueAsString(command), all);
    }

    /** Sends a command in this role, whether it may or not. */
    public Answer sendAs(Role role, UUID id, Record command) {
        return send(id, command, Map.of("Authorization", "Bearer " + issuer.token(role)));
    }

    /** Sends a command as it was at an earlier time, which an importer may do. */
    public Answer sendAsOf(@Nullable UUID id, Record command, Instant effectiveAt) {
        return send(
                id,
                command,
                Map.of(
                        "Milepost-Effective-At",
                        effectiveAt.toString(),
                        "Authorization",
                        "Bearer " + issuer.token(Role.IMPORTER)));
    }

    /** Reads a path of the service in the role of an analyst. */
    public Answer get(String path) {
        return getAs(Role.ANALYST, path);
    }

    /** Reads a path of the service with this token. */
    public Answer getWith(String token, String path) {
        return exchange(HttpRequest.newBuilder(base.resolve(path)).GET(), Map.of("Authorization", "Bearer " + token));
    }

    /** Sends commands in one request with this token. */
    public Answer batchWith(String token, String body) {
        return post(
                "/v1/batch",
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    /** Reads a path of the service in this role. */
    public Answer getAs(Role role, String path) {
        return getWith(issuer.token(role), path);
    }

    /** The same, as this media type. */
    public Answer getAs(Role role, String path, String accepted) {
        return exchange(
                HttpRequest.newBuilder(base.resolve(path)).GET(),
                Map.of("Authorization", "Bearer " + issuer.token(role), "Accept", accepted));
    }

    /** The view of an entity, which must be there. */
    public ObjectNode read(String plural, UUID id) {
        return readAs(Role.ANALYST, plural, id);
    }

    /** The same in this role, which may be shown more of persons. */
    public ObjectNode readAs(Role role, String plural, UUID id) {
        var answer = getAs(role, "/v1/" + plural + "/" + id);
        if (answer.status() != 200) {
            throw new AssertionError("%s/%s was answered %s".formatted(plural, id, answer));
        }
        return (ObjectNode) answer.json();
    }

    Route route(Class<?> command) {
        for (var catalogue : catalogues) {
            for (var row : catalogue.commands()) {
                if (row.type().equals(command)) {
                    return new Route(catalogue, row);
                }
            }
        }
        throw new AssertionError("no catalogue has " + command.getSimpleName());
    }

    /** What a well-formed request for this command carries. */
    Map<String, String> commandHeaders(Route route, Record command) {
        return Map.of(
                "Authorization",
                "Bearer " + issuer.token(roleFor(route, command)),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Role roleFor(Route route, Record command) {
        return route.row().rolesFor(command).stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new AssertionError(route.row().name() + " is an automation's; nobody may send it"));
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        return exchange(
                HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    /** Any request; a body that is null is none. */
    public Answer call(String method, String path, @Nullable String body, Map<String, String> headers) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return exchange(HttpRequest.newBuilder(base.resolve(path)).method(method, publisher), headers);
    }

    Answer getAnonymously(URI uri) {
        return exchange(HttpRequest.newBuilder(base.resolve(uri)).GET(), Map.of());
    }

    /** Of the tokens that the service takes. */
    public TestIssuer issuer() {
        return issuer;
    }

    List<Catalogue<?, ?, ?>> catalogues() {
        return catalogues;
    }

    private Answer exchange(HttpRequest.Builder building, Map<String, String> headers) {
        headers.forEach(building::header);
        var request = building.build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            if (described != null) {
                described.note(request.method(), request.uri(), answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
