package io.milepost.platform.web;

import io.milepost.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Sends plain HTTP with a token. */
public record Client(String url, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public record Reply(int status, java.net.http.HttpHeaders headers, String text) {
        public JsonNode json() {
            return Json.mapper().readTree(text);
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public UUID id() {
            return UUID.fromString(json().get("id").stringValue());
        }

        public List<String> pointers() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.get("pointer").stringValue())
                    .toList();
        }
    }

    /** Header names and values in turn; a second value for a name wins over a default, an empty one drops it. */
    public Reply post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json", "Idempotency-Key", newKey()));
        all.addAll(Arrays.asList(headers));
        return send("POST", path, body, all);
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, List.of(headers));
    }

    public Reply send(String method, String path, String body, List<String> headers) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(url + path)).method(method, publisher);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var byName = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i += 2) {
            byName.put(headers.get(i), headers.get(i + 1));
        }
        byName.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
