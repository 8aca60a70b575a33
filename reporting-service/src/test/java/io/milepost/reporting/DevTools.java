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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine's own headless Chromium, spoken to over its DevTools protocol; nothing is downloaded for it. */
final class DevTools implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Consumer<JsonNode> heard;
    private final WebSocket socket;

    /** @param heard whatever it says without being asked */
    DevTools(Consumer<JsonNode> heard) throws Exception {
        this.heard = heard;
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

    static Optional<Path> installed() {
        return onPath(NAMES);
    }

    /** The first of these programs that is there. */
    static Optional<Path> onPath(List<String> names) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
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

    /** @param session of a tab; empty for the browser itself */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
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
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void hear(JsonNode message) {
        if (!message.has("id")) {
            heard.accept(message);
            return;
        }
        var answer = answers.remove(message.get("id").asInt());
        if (message.has("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(message.get("error").toString()));
        } else {
            answer.complete(message.get("result"));
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(JSON.readTree(text.toString()));
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
