package io.milepost.cli.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A token issuer and a service whose log is the example, as the one or another time it answers. */
final class LogServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    volatile List<String> commits = List.of();
    volatile String checkpoint = "";
    volatile String keys = "";
    /** Lines of the trail, each with its position. */
    volatile List<String> trail = List.of();

    /** What an answer of the trail says of how complete it is. */
    volatile String complete = "";

    LogServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    List<String> options() {
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        return List.of("--lead-url", base, "--issuer-url", base, "--reporting-url", base);
    }

    List<String> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            var answer = answer(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestURI().getQuery())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Two commits at a time. */
    private String answer(String path, String query) {
        return switch (path) {
            case "/oauth2/token" -> "{\"access_token\":\"t\",\"expires_in\":300}";
            case "/v1/log/keys" -> keys;
            case "/v1/log/checkpoint" -> checkpoint;
            case "/v1/log/commits" -> {
                var after = Long.parseLong(query.replaceFirst(".*after=", ""));
                yield String.join(
                        "",
                        commits.stream()
                                .filter(line -> JSON.readTree(line).get("first").asLong() > after)
                                .limit(2)
                                .map(line -> line + "\n")
                                .toList());
            }
            case "/v1/audit" -> {
                var after = Long.parseLong(query.replaceFirst(".*after=", ""));
                yield "{\"position\":\"%s\",\"items\":[%s]}"
                        .formatted(
                                complete,
                                String.join(
                                        ",",
                                        trail.stream()
                                                .filter(line -> JSON.readTree(line)
                                                                .get("position")
                                                                .asLong()
                                                        > after)
                                                .limit(3)
                                                .toList()));
            }
            default -> throw new IllegalArgumentException(path);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
