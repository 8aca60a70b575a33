package io.milepost.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One attempt of one request at a time, with a token of the role that asks; says honestly when nothing is known. */
public final class Client implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = Http.client();
    private final RunningSuite suite;
    private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();

    public Client(RunningSuite suite) {
        this.suite = suite;
    }

    /** What one attempt came to. */
    public sealed interface Reply {

        /** An answer; {@code replayed} says that it comes from the log, because it had been done before. */
        record Answered(int status, JsonNode body, boolean replayed) implements Reply {}

        /** Not reached, cut off, or told to come back: it may have been done or not. */
        record Unknown(String why) implements Reply {}
    }

    /** A command under its key; {@code path} begins with {@code /v1}. */
    public Reply command(Part part, String role, String path, UUID key, Object body) {
        return send(commanding(part, role, path, key, body).build());
    }

    /** The same in a trace of the caller's. */
    public Reply command(Part part, String role, String path, UUID key, Object body, String traceparent) {
        return send(commanding(part, role, path, key, body)
                .header("traceparent", traceparent)
                .build());
    }

    /** A read; anything but 200 is an error. */
    public JsonNode read(Part part, String role, String path) {
        return switch (tryRead(part, role, path)) {
            case Reply.Answered(int status, JsonNode body, var _) when status == 200 -> body;
            case Reply other -> throw new AssertionError("%s %s: %s".formatted(part, path, other));
        };
    }

    /** A read that may fail. */
    public Reply tryRead(Part part, String role, String path) {
        return send(request(part, role, path).GET().build());
    }

    /** A read that waits for this position of a log, {@code lead=42}, for as long as the service does. */
    public Reply tryRead(Part part, String role, String path, String position) {
        return send(request(part, role, path)
                .header("Milepost-Min-Position", position)
                .GET()
                .build());
    }

    /** A read with a token that the services cannot have seen: it says to be signed by a key of the issuer that nobody knows. */
    public Reply tryReadAsStranger(Part part, String path) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var header = encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                .formatted(UUID.randomUUID())
                .getBytes(UTF_8));
        var claims =
                encoder.encodeToString("{\"iss\":\"%s\",\"aud\":\"milepost\",\"sub\":\"nobody\",\"exp\":4102444800}"
                        .formatted(suite.uri(Part.LOCAL))
                        .getBytes(UTF_8));
        return send(HttpRequest.newBuilder(URI.create(suite.uri(part) + path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Bearer %s.%s.%s".formatted(header, claims, encoder.encodeToString(new byte[256])))
                .build());
    }

    private HttpRequest.Builder commanding(Part part, String role, String path, UUID key, Object body) {
        return request(part, role, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private HttpRequest.Builder request(Part part, String role, String path) {
        return HttpRequest.newBuilder(URI.create(suite.uri(part) + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + tokenOf(role));
    }

    /** An access token of this role. */
    public String tokenOf(String role) {
        return tokens.computeIfAbsent(
                        role,
                        name -> new Tokens(
                                http,
                                suite.uri(Part.LOCAL),
                                Credentials.local(clientOf(name)),
                                Patience.of(RunningSuite.START, _ -> {}),
                                InstantSource.system()))
                .current();
    }

    /** As the local issuer names the client of a role, and so the subject of its tokens. */
    static String clientOf(String role) {
        return role.toLowerCase(Locale.ROOT);
    }

    private Reply send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            int status = response.statusCode();
            return status >= 500 || status == 429
                    ? new Reply.Unknown(request.uri() + " answered " + status)
                    : new Reply.Answered(
                            status,
                            response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body()),
                            response.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (IOException away) {
            return new Reply.Unknown(request.uri() + " is not reached: " + away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
