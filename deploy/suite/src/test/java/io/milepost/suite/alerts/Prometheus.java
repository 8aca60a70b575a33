package io.milepost.suite.alerts;

import io.milepost.cli.suite.Http;
import io.milepost.suite.Checkout;
import io.milepost.suite.Part;
import io.milepost.suite.RunningSuite;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Prometheus of this machine over a running suite, with the rules of the repository, on a port of its own. Windows, and how long
 * something has to last, are scaled down from days and hours to seconds.
 */
final class Prometheus implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("target/prometheus").toAbsolutePath();
    private static final Path RULES = Checkout.file("deploy/prometheus/rules");

    private final HttpClient http = Http.client();
    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Windows of the rules, by what they are here. */
    private static final Map<String, String> WINDOWS = Map.of(
            "5m", "10s", "10m", "15s", "15m", "15s", "30m", "15s", "1h", "20s", "2h", "25s", "6h", "30s", "1d", "40s",
            "3d", "60s", "7d", "60s");

    /** Seconds from which something is late or hangs, by what they are here. */
    private static final Map<String, String> SECONDS =
            Map.of("30", "3", "60", "5", "120", "10", "300", "5", "3600", "5", "604800", "60");

    private static final Pattern WINDOW = Pattern.compile("(\\[|offset )(\\d+[mhd])\\b");
    private static final Pattern LASTING = Pattern.compile("(?m)^( +)for: .*$");
    private static final Pattern LATE = Pattern.compile("(_seconds(?:\\{[^}]*})?\\) > )(\\d+)$", Pattern.MULTILINE);

    /** A rule file as it is evaluated here. */
    static String scaled(String rules) {
        var windows = WINDOW.matcher(rules)
                .replaceAll(
                        found -> found.group(1) + Objects.requireNonNull(WINDOWS.get(found.group(2)), found.group()));
        var late = LATE.matcher(windows)
                .replaceAll(found -> found.group(1) + SECONDS.getOrDefault(found.group(2), found.group(2)));
        return LASTING.matcher(late).replaceAll("$1for: 1s");
    }

    /** Scrapes and evaluates each second. */
    static Prometheus over(RunningSuite suite) {
        try {
            Files.createDirectories(FOLDER);
            for (var file : List.of("recording.yaml", "alerts.yaml")) {
                Files.writeString(FOLDER.resolve(file), scaled(Files.readString(RULES.resolve(file))));
            }
            scrape(suite, List.of());
            Files.writeString(FOLDER.resolve("prometheus.yaml"), """
                global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                rule_files: [recording.yaml, alerts.yaml]
                scrape_configs:
                  - job_name: milepost
                    metrics_path: /actuator/prometheus
                    honor_labels: true
                    file_sd_configs: [{ files: [targets.json], refresh_interval: 1s }]
                  - job_name: kubelet
                    file_sd_configs: [{ files: [others.json], refresh_interval: 1s }]
                """);
            others(List.of());
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

    /** The five services, and instances besides at these ports. */
    static void scrape(RunningSuite suite, List<Integer> more) {
        write(
                "targets.json",
                Stream.concat(Part.SERVICES.stream().map(part -> suite.uri(part).getPort()), more.stream())
                        .toList());
    }

    /** What is no service and has metrics at these ports. */
    static void others(List<Integer> ports) {
        write("others.json", ports);
    }

    private static void write(String file, List<Integer> ports) {
        var targets = ports.stream().map("\"127.0.0.1:%d\""::formatted).collect(Collectors.joining(", "));
        try {
            Files.writeString(FOLDER.resolve(file), "[{\"targets\": [%s]}]".formatted(targets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Names of the alerts that fire now. */
    Set<String> firing() {
        return names("ALERTS{alertstate=\"firing\"}");
    }

    /** Names of the alerts that fired at any time since then. */
    Set<String> firedSince(Instant then) {
        var seconds = Math.max(1, Duration.between(then, Instant.now()).toSeconds());
        return names("max_over_time(ALERTS{alertstate=\"firing\"}[%ds])".formatted(seconds));
    }

    private Set<String> names(String query) {
        return series(query).stream()
                .map(series -> series.path("metric").path("alertname").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<JsonNode> series(String query) {
        return list(get("/api/v1/query?query=" + encoded(query)).path("data").path("result"));
    }

    /** What a panel's query has in the last minutes, at most an hour; what cannot be evaluated is an error. */
    List<JsonNode> range(String query, Duration back, int step) {
        var now = Instant.now();
        var asked = query.replace("$__rate_interval", "1m")
                .replace("$service", ".*")
                .replace("$instance", ".*");
        return list(get("/api/v1/query_range?query=%s&start=%d&end=%d&step=%d"
                        .formatted(encoded(asked), now.minus(back).getEpochSecond(), now.getEpochSecond(), step))
                .path("data")
                .path("result"));
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
            if (answer.statusCode() == 503) {
                throw new IOException("it is not ready: " + answer.body());
            }
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
