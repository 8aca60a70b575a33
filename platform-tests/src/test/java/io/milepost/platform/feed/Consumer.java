package io.milepost.platform.feed;

import io.milepost.platform.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Takes events over HTTP and is cut off again and again. All that it keeps is the position that it has come to and, as
 * another system's database would in the same transaction, what it took.
 */
final class Consumer {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final String token;
    private final Random random;
    private final List<JsonNode> taken = new ArrayList<>();
    private long position;
    private int cuts;

    Consumer(String url, String token, Random random) {
        this.url = url;
        this.token = token;
        this.random = random;
    }

    List<JsonNode> taken() {
        return taken;
    }

    List<Long> positions() {
        return taken.stream()
                .map(event -> Long.valueOf(event.get("sequence").stringValue()))
                .toList();
    }

    long position() {
        return position;
    }

    int cuts() {
        return cuts;
    }

    /** Over streams, each dropped after a few blocks or amid one. */
    void stream(String query, BooleanSupplier done) throws IOException, InterruptedException {
        while (!done.getAsBoolean()) {
            // Begun anew or resumed: the header wins.
            var request = request("?after=0" + query).header("Accept", "text/event-stream");
            if (position > 0) {
                request.header("Last-Event-ID", String.valueOf(position));
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new AssertionError("answered " + answer.statusCode());
            }
            try (var body = answer.body();
                    var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                var blocks = new EventBlocks(lines);
                for (int left = 1 + random.nextInt(40); left > 0 && !done.getAsBoolean(); left--) {
                    var block = blocks.next();
                    if (block.isEmpty()) {
                        break;
                    }
                    if (block.get().data() != null) {
                        taken.add(block.get().json());
                    }
                    if (block.get().id() != null) {
                        position = Long.parseLong(block.get().id());
                    }
                }
            }
            cuts++;
        }
    }

    /** Over pages of changing size; some are lost after they were read, with all that came of them. */
    void page(String query, BooleanSupplier done) throws IOException, InterruptedException {
        while (!done.getAsBoolean()) {
            var limit = 1 + random.nextInt(9);
            var answer = HTTP.send(
                    request("?after=%d&limit=%d%s".formatted(position, limit, query))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            if (random.nextInt(4) == 0) {
                cuts++;
                continue;
            }
            var page = Json.mapper().readTree(answer.body());
            page.get("items").forEach(taken::add);
            position = page.get("nextAfter").longValue();
        }
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(url + "/v1/events" + query))
                .header("Authorization", "Bearer " + token);
    }
}
