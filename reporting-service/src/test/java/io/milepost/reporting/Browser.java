package io.milepost.reporting;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One tab of the browser, as its reader sees and uses it. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Integer> KEYS = Map.of("Tab", 9, "Enter", 13, "Escape", 27);

    private final Map<String, Canned> canned = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final DevTools tools = new DevTools(this::heard);
    private volatile String session = "";
    private @Nullable String context;

    /** @param left how often it is still to be given */
    private record Canned(int status, String body, AtomicInteger left) {}

    Browser() throws Exception {}

    static boolean isInstalled() {
        return DevTools.installed().isPresent();
    }

    /** A fresh tab of this size, with nothing remembered of the one before; its reader likes English. */
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
        likes("en-US,en;q=0.9");
    }

    /** In which languages its reader would like to read. */
    void likes(String languages) {
        call("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", languages)));
    }

    /** From now on it is as far away as over a slow mobile connection: 150 ms for a round trip, 1.6 Mbit/s. */
    void slow() {
        call(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 150, "downloadThroughput", 200_000, "uploadThroughput", 93_750));
    }

    /** From now on what ends this path is answered like this, not by the service. */
    void answer(String ending, int status, String body) {
        answer(ending, status, body, Integer.MAX_VALUE);
    }

    /** The same, so many times. */
    void answer(String ending, int status, String body, int times) {
        call("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/v1/*"))));
        canned.put(ending, new Canned(status, body, new AtomicInteger(times)));
    }

    void go(URI page) {
        call("Page.navigate", Map.of("url", page.toString()));
    }

    /** What an expression is in the page. */
    JsonNode eval(String expression) {
        var answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** Presses a key, as a hand does. */
    void press(String key) {
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            if (!type.equals("char") || key.equals("Enter")) {
                call(
                        "Input.dispatchKeyEvent",
                        Map.of(
                                "type",
                                type,
                                "key",
                                key,
                                "code",
                                key,
                                "text",
                                type.equals("char") ? "\r" : "",
                                "windowsVirtualKeyCode",
                                KEYS.get(key)));
            }
        }
    }

    /** Goes on with the tabulator until what has the focus matches. */
    void tabTo(String selector) {
        for (int step = 0; step < 200; step++) {
            if (eval("document.activeElement.matches('%s')".formatted(selector)).asBoolean()) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("the tabulator does not lead to " + selector);
    }

    void click(String selector) {
        eval("document.querySelector('%s').click()".formatted(selector));
    }

    /** Chooses a value of a field, as its reader does. */
    void choose(String field, String value) {
        eval("(() => { const field = document.querySelector('[name=\"%s\"]'); field.value = '%s';"
                        .formatted(field, value)
                + " field.dispatchEvent(new Event('change', { bubbles: true })); })()");
    }

    void back() {
        eval("history.back()");
    }

    /** The rows of a table as a reader sees them, cells parted by one space. */
    List<String> rows(String selector) {
        return text(selector)
                .lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();
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
                .pollInterval(Duration.ofMillis(30))
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

    /** Where what the page saves is put. */
    void saveTo(Path folder) {
        call(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "browserContextId",
                        String.valueOf(context),
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
    }

    /** The whole page as it looks, to be seen by a person. */
    void picture(Path file) throws IOException {
        var size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var clip = Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
        var shot = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Files.write(file, Base64.getDecoder().decode(shot.get("data").asString()));
    }

    /** Looks at it as a printer does, until a tab is opened anew. */
    void asPrinted() {
        call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    void print(Path file) throws IOException {
        var printed = call("Page.printToPDF", Map.of("preferCSSPageSize", true));
        Files.write(file, Base64.getDecoder().decode(printed.get("data").asString()));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    private void heard(JsonNode message) {
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
        if (answer == null || answer.left().getAndDecrement() <= 0) {
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

    @Override
    public void close() throws IOException {
        tools.close();
    }
}
