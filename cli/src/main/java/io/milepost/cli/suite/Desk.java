package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single requests of people with different roles, each with a token of that role; what is uncertain is sent again. */
public final class Desk {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI issuer;
    private final Patience patience;
    private final Map<String, Tokens> tokens = new HashMap<>();

    public Desk(HttpClient http, URI issuer, Patience patience) {
        this.http = http;
        this.issuer = issuer;
        this.patience = patience;
    }

    /** What was answered: a command's answer or view, or a problem. */
    public record Answer(int status, JsonNode body) {}

    /** Sends a command under a key of its own. */
    public Answer command(String role, URI address, Object body) {
        return send(HttpRequest.newBuilder(address)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token(role))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    public Answer read(String role, URI address) {
        return send(HttpRequest.newBuilder(address)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token(role))
                .GET()
                .build());
    }

    /** The body as it goes over the wire. */
    public static String text(Object body) {
        return JSON.writeValueAsString(body);
    }

    private String token(String role) {
        return tokens.computeIfAbsent(
                        role,
                        name -> new Tokens(
                                http,
                                issuer,
                                Credentials.local(name.toLowerCase(Locale.ROOT)),
                                patience,
                                InstantSource.system()))
                .current();
    }

    private Answer send(HttpRequest request) {
        var attempts = patience.begin();
        while (true) {
            switch (Exchange.attempt(http, request)) {
                case Exchange.Away away -> attempts.again(away.why(), away.retryAfter());
                case Exchange.Answered(int status, byte[] body) -> {
                    if (status == 401) {
                        throw new Failure(request.uri() + " does not accept the token");
                    }
                    return new Answer(status, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
                }
            }
        }
    }
}
