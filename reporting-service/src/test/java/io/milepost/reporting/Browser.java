package io.milepost.reporting;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One tab of the machine's own headless Chromium, spoken to over its DevTools protocol; nothing is downloaded for it. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, Canned> canned = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private String session = "";
    private @Nullable String context;

    private record Canned(int status, String body) {}

    static boolean isInstalled() {
        return installed().isPresent();
    }

    private static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser() throws Exception {
        profile = Files.createTempDirectory("milepost-browser");
        process = new ProcessBuilder(
                        installed().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--remote-debugging-address=127.0.0.1",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address(process.inputReader(StandardCharsets.UTF_8))), new Listener())
                .get(30, TimeUnit.SECONDS);
    }

    /** Chromium says where it listens, then hardly anything; what it says is read on so that it never blocks. */
    private static String address(BufferedReader output) throws Exception {
        var found = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (output) {
                output.lines()
                        .filter(line -> line.startsWith("DevTools listening on "))
                        .forEach(line -> found.complete(line.substring("DevTools listening on ".length())));
            } catch (IOException e) {
                found.completeExceptionally(e);
            }
            found.completeExceptionally(new IOException("the browser ended without listening"));
        });
        return found.get(30, TimeUnit.SECONDS);
    }

    /** A fresh tab of this size, with nothing remembered of the one before. */
    void open(int width, int height, boolean dark) {
        session = "";
        if (context != null) {
            call("Target.disposeBrowserContext", Map.of("browserContextId", context));
        }
        context = call("Target.createBrowserContext", Map.of())
                .get("browserContextId")
                .asString();
        var target = call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context));
        session = call(
                        "Target.attachToTarget",
                        Map.of("targetId", target.get("targetId").asString(), "flatten", true))
                .get("sessionId")
                .asString();
        complaints.clear();
        requests.clear();
        canned.clear();
        Stream.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable")
                .forEach(domain -> call(domain, Map.of()));
        call("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/v1/reports/*"))));
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** From now on the report of this name is answered like this, not by the service. */
    void answer(String report, int status, String body) {
        canned.put(report, new Canned(status, body));
    }

    void go(URI page) {
        call("Page.navigate", Map.of("url", page.toString()));
    }

    /** What an expression is in the page. */
    JsonNode eval(String expression) {
        var answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** The rows of a table as a reader sees them, cells parted by one space. */
    List<String> rows(String selector) {
        return text(selector)
                .lines()
                .map(line -> line.replace('\t', ' ').strip())
                .toList();
    }

    List<String> unfolded(String selector) {
        eval("document.querySelector('%s').closest('details').open = true".formatted(selector));
        return rows(selector);
    }

    /** The text that a reader sees of an element. */
    String text(String selector) {
        return eval("(document.querySelector('%s')?.innerText ?? '(no such element)').replaceAll('\\u00a0', ' ')"
                        .formatted(selector))
                .asString();
    }

    void until(String expression) {
        Awaitility.await(expression)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> eval(expression).asBoolean());
    }

    /** Errors and broken policies that the page caused. */
    List<String> complaints() {
        return complaints;
    }

    /** Addresses asked for by the page. */
    List<String> requests() {
        return requests;
    }

    /** The whole page as it looks, to be seen by a person. */
    void picture(Path file) throws IOException {
        var size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var clip = Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
        var shot = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Files.write(file, Base64.getDecoder().decode(shot.get("data").asString()));
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        return send(method, parameters).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<JsonNode> send(String method, Map<String, Object> parameters) {
        int id = calls.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        synchronized (socket) {
            socket.sendText(message.toString(), true).join();
        }
        return answer;
    }

    private void heard(JsonNode message) {
        if (message.has("id")) {
            var answer = answers.remove(message.get("id").asInt());
            if (message.has("error")) {
                answer.completeExceptionally(
                        new IllegalStateException(message.get("error").toString()));
            } else {
                answer.complete(message.get("result"));
            }
            return;
        }
        var told = message.path("params");
        switch (message.path("method").asString()) {
            case "Runtime.exceptionThrown" -> complaints.add(told.toString());
            case "Log.entryAdded" -> {
                var entry = told.get("entry");
                // A report that is not there is the page's business, and it says so.
                if (entry.get("level").asString().equals("error")
                        && !entry.get("source").asString().equals("network")) {
                    complaints.add(entry.get("text").asString());
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(told.at("/request/url").asString());
            case "Fetch.requestPaused" -> Thread.ofVirtual().start(() -> let(told));
            default -> {}
        }
    }

    /** Lets a request pass to the service, or answers it in its place. */
    private void let(JsonNode paused) {
        var id = paused.get("requestId").asString();
        var path = URI.create(paused.at("/request/url").asString()).getPath();
        var answer = canned.get(path.substring(path.lastIndexOf('/') + 1));
        if (answer == null) {
            call("Fetch.continueRequest", Map.of("requestId", id));
            return;
        }
        call(
                "Fetch.fulfillRequest",
                Map.of(
                        "requestId",
                        id,
                        "responseCode",
                        answer.status(),
                        "responseHeaders",
                        List.of(Map.of("name", "Content-Type", "value", "application/json")),
                        "body",
                        Base64.getEncoder().encodeToString(answer.body().getBytes(StandardCharsets.UTF_8))));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        http.close();
        var ended = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .peek(ProcessHandle::destroyForcibly)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ended).orTimeout(30, TimeUnit.SECONDS).join();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
