package io.milepost.suite;

import io.milepost.cli.suite.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Prometheus of this machine over a running suite, with the rules of the repository, on a port of its own. */
final class Prometheus implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("target/prometheus").toAbsolutePath();
    private static final Path RULES = MetricsIT.ROOT.resolve("deploy/prometheus/rules");

    private final HttpClient http = Http.client();
    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Scrapes and evaluates each second; alerts wait for one. */
    static Prometheus over(RunningSuite suite) {
        try {
            Files.createDirectories(FOLDER);
            for (var file : List.of("recording.yaml", "alerts.yaml")) {
                Files.writeString(
                        FOLDER.resolve(file),
                        Files.readString(RULES.resolve(file)).replaceAll("(?m)^( +)for: .*$", "$1for: 1s"));
            }
            var targets = Part.SERVICES.stream()
                    .map(part -> "'localhost:%d'".formatted(suite.uri(part).getPort()))
                    .collect(Collectors.joining(", "));
            Files.writeString(FOLDER.resolve("prometheus.yaml"), """
                    global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                    rule_files: [recording.yaml, alerts.yaml]
                    scrape_configs:
                      - job_name: milepost
                        metrics_path: /actuator/prometheus
                        honor_labels: true
                        static_configs: [{ targets: [%s] }]
                    """.formatted(targets));
            int port = freePort();
            var process = new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + FOLDER.resolve("prometheus.yaml"),
                            "--storage.tsdb.path=" + FOLDER.resolve("data-" + System.nanoTime()),
                            "--web.listen-address=127.0.0.1:" + port,
                            "--log.level=warn")
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("prometheus.log").toFile())
                    .start();
            var prometheus = new Prometheus(process, port);
            Runtime.getRuntime().addShutdownHook(new Thread(prometheus::close, "close-prometheus"));
            return prometheus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The first value of a query; NaN while there is none, or nobody answers yet. */
    double value(String query) {
        try {
            var series = series(query);
            return series.isEmpty()
                    ? Double.NaN
                    : Double.parseDouble(series.getFirst().path("value").path(1).asString("NaN"));
        } catch (UncheckedIOException notYet) {
            return Double.NaN;
        }
    }

    List<JsonNode> series(String query) {
        return list(get("/api/v1/query?query=" + encoded(query)).path("data").path("result"));
    }

    /** How many series a panel's query has in the last minutes; what cannot be evaluated is an error. */
    int range(String query) {
        var now = Instant.now();
        var asked = query.replace("$__rate_interval", "1m")
                .replace("$service", ".*")
                .replace("$instance", ".*");
        return list(get("/api/v1/query_range?query=%s&start=%d&end=%d&step=5"
                                .formatted(
                                        encoded(asked),
                                        now.minus(Duration.ofMinutes(2)).getEpochSecond(),
                                        now.getEpochSecond()))
                        .path("data")
                        .path("result"))
                .size();
    }

    List<JsonNode> rules() {
        var rules = new ArrayList<JsonNode>();
        for (var group : get("/api/v1/rules").path("data").path("groups")) {
            rules.addAll(list(group.path("rules")));
        }
        return rules;
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
            var body = JSON.readTree(answer.body());
            if (!body.path("status").asString("").equals("success")) {
                throw new AssertionError("%s: %s".formatted(path, answer.body()));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
