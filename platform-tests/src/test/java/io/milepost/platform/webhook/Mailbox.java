package io.milepost.platform.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A receiver of webhooks over HTTP, which keeps what it was sent and answers as it is told. */
final class Mailbox implements AutoCloseable {
    /** A connection that ends without an answer. */
    static final int DIES = -1;

    private final @Nullable SSLContext tls;
    private volatile HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile Function<Letter, Integer> answers = _ -> 204;
    private volatile Map<String, String> headers = Map.of();

    Mailbox() {
        this(null);
    }

    /** One that speaks TLS. */
    Mailbox(@Nullable SSLContext tls) {
        this.tls = tls;
        server = begun(0);
    }

    private HttpServer begun(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            var begun = tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
            if (begun instanceof HttpsServer secured) {
                secured.setHttpsConfigurator(new HttpsConfigurator(tls));
            }
            begun.setExecutor(threads);
            begun.createContext("/", this::take);
            begun.start();
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As one that is killed: whoever calls is refused. */
    void fall() {
        server.stop(0);
    }

    /** At the same port. */
    void rise() {
        server = begun(port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What came in one request. */
    record Letter(String path, Map<String, String> headers, String body, int answer) {
        JsonNode event() {
            return Json.mapper().readTree(body);
        }

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }

        String id() {
            return header("webhook-id");
        }

        String subject() {
            return event().path("subject").asString();
        }

        long position() {
            return Long.parseLong(event().path("sequence").asString());
        }
    }

    Mailbox answering(Function<Letter, Integer> how) {
        answers = how;
        return this;
    }

    Mailbox saying(String header, String value) {
        headers = Map.of(header, value);
        return this;
    }

    String url() {
        return "%s://127.0.0.1:%d/hooks".formatted(tls == null ? "http" : "https", port());
    }

    List<Letter> all() {
        return List.copyOf(letters);
    }

    /** Those that were answered 2xx. */
    List<Letter> taken() {
        return letters.stream().filter(letter -> letter.answer() / 100 == 2).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var sent = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> sent.put(name, values.getFirst()));
            var path = exchange.getRequestURI().toString();
            int answer = answers.apply(new Letter(path, sent, body, 0));
            letters.add(new Letter(path, sent, body, answer));
            if (answer != DIES) {
                headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
                exchange.sendResponseHeaders(answer, -1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
