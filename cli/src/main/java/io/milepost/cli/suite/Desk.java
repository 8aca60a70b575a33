package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single requests of people with different roles, each with a token of that role; what is uncertain is sent again. Who sends is a role,
 * {@code SALES_REP}, or a member of the own staff in it, {@code SALES_REP as Kary Hendrixson}.
 */
public final class Desk {

    private static final String AS = " as ";

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
    public Answer command(String who, URI address, Object body) {
        return send(commanding(who, address, body).build());
    }

    /** The same, of something that was true at an earlier time. */
    public Answer command(String who, URI address, Object body, Instant effectiveAt) {
        return send(commanding(who, address, body)
                .header("Milepost-Effective-At", effectiveAt.toString())
                .build());
    }

    private HttpRequest.Builder commanding(String who, URI address, Object body) {
        return HttpRequest.newBuilder(address)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token(who))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    public Answer read(String who, URI address) {
        return send(HttpRequest.newBuilder(address)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token(who))
                .GET()
                .build());
    }

    /** The body as it goes over the wire. */
    public static String text(Object body) {
        return JSON.writeValueAsString(body);
    }

    private String token(String who) {
        var end = who.indexOf(AS);
        var role = end < 0 ? who : who.substring(0, end);
        return tokens.computeIfAbsent(
                        who,
                        _ -> new Tokens(
                                http,
                                issuer,
                                Credentials.local(role.toLowerCase(Locale.ROOT)),
                                end < 0 ? "" : who.substring(end + AS.length()),
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
