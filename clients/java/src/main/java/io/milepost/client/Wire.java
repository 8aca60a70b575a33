package io.milepost.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service, and who asks it.
 *
 * @param token asked before each request, so that one which is about to end can be replaced
 * @param patience how long to wait for an answer
 */
public record Wire(URI service, Supplier<String> token, Duration patience, HttpClient http) {
    /** Clients must ignore fields that they do not know. */
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Wire(URI service, Supplier<String> token) {
        this(service, token, Duration.ofSeconds(30), HttpClient.newHttpClient());
    }
}
