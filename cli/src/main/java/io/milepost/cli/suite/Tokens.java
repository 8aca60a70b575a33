package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens by client credentials: one is shared by all requests and renewed before it expires. */
public final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();
    /** Ahead of the expiry, so that a token does not run out on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI endpoint;
    private final Credentials credentials;
    private final String member;
    private final Patience patience;
    private final InstantSource clock;
    private @Nullable Token held;

    private record Token(String value, Instant renewAt) {}

    public Tokens(HttpClient http, URI issuer, Credentials credentials, Patience patience, InstantSource clock) {
        this(http, issuer, credentials, "", patience, clock);
    }

    /** @param member code of the member of the own staff whom the local issuer's tokens are to name; none where it is empty */
    public Tokens(
            HttpClient http,
            URI issuer,
            Credentials credentials,
            String member,
            Patience patience,
            InstantSource clock) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/oauth2/token");
        this.credentials = credentials;
        this.member = member;
        this.patience = patience;
        this.clock = clock;
    }

    /** A token that holds for a while yet. */
    public synchronized String current() {
        if (held == null || !clock.instant().isBefore(held.renewAt())) {
            held = fetch();
        }
        return held.value();
    }

    /** A service refused this token: the next {@link #current()} brings another, fetched once for all who ask. */
    public synchronized void refused(String token) {
        if (held != null && held.value().equals(token)) {
            held = null;
        }
    }

    private Token fetch() {
        var basic = Base64.getEncoder()
                .encodeToString((credentials.clientId() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"
                        + (member.isEmpty() ? "" : "&member=" + URLEncoder.encode(member, StandardCharsets.UTF_8))))
                .build();
        var attempts = patience.begin();
        while (true) {
            switch (Exchange.attempt(http, request)) {
                case Exchange.Away away -> attempts.again(away.why(), away.retryAfter());
                case Exchange.Answered(int status, byte[] body)
                when status == 200 -> {
                    return read(body);
                }
                case Exchange.Answered(int status, var _) ->
                    throw new Failure("%s gives client %s no token (%d): is the id or the secret wrong?"
                            .formatted(endpoint, credentials.clientId(), status));
            }
        }
    }

    private Token read(byte[] body) {
        try {
            var answer = JSON.readTree(body);
            var life = Duration.ofSeconds(answer.path("expires_in").asLong(300));
            var margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
            return new Token(
                    answer.required("access_token").asString(), clock.instant().plus(life.minus(margin)));
        } catch (JacksonException e) {
            throw new Failure(endpoint + " answered something that is not a token", e);
        }
    }
}
