package io.milepost.client.example;

import io.milepost.client.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the local issuer, which has a client of each role. A real one has clients of other names, and tokens that end within the hour. */
final class Tokens {
    private final URI issuer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Tokens(URI issuer) {
        this.issuer = issuer;
    }

    /** A service as somebody of this role asks it. */
    Wire as(String role, URI service) {
        return new Wire(service, () -> known.computeIfAbsent(role, this::fetched));
    }

    private String fetched(String role) {
        var secret = Base64.getEncoder().encodeToString((role + ":local-" + role).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.body()).path("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a token was asked for", e);
        }
    }
}
