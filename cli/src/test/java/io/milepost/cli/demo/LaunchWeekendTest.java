package io.milepost.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The weekend against a stub that gives each unit to the first deposit; the service itself is held to that by its own tests. */
class LaunchWeekendTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, Boolean> taken = new ConcurrentHashMap<>();
    private HttpServer server;
    private boolean forgetful;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("40 buyers pay for 10 units: ten sign their letters, thirty are told and refunded")
    void ten_have_units_and_thirty_have_their_money_back() {
        assertThat(told("unit"))
                .contains("10 have their units, 30 are rejected on record and owed the money")
                .contains("10 letters are issued", "30 buyers are told and have their money back");
        assertThat(times("deposits")).isEqualTo(40);
        assertThat(times("sign")).isEqualTo(10);
        assertThat(times("transfer-to-site")).isEqualTo(10);
        assertThat(times("refund")).isEqualTo(30);
        assertThat(times("record-buyer-told")).isEqualTo(30);
    }

    @Test
    void two_winners_of_one_unit_are_a_failure() {
        forgetful = true;
        assertThatThrownBy(() -> told("unit")).isInstanceOf(Failure.class).hasMessageContaining("40 have won");
    }

    @Test
    void a_demo_that_is_not_there_is_named() {
        assertThatThrownBy(() -> told("boat")).isInstanceOf(Failure.class).hasMessageContaining("no demo of boat");
    }

    private int times(String last) {
        return asked.getOrDefault(last, new AtomicInteger()).get();
    }

    private String told(String word) {
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        var out = new ByteArrayOutputStream();
        var command = new DemoCommand();
        var arguments = Arguments.parse(
                List.of(word, "--contract-url", base, "--issuer-url", base), command.options(), command.flags());
        command.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/oauth2/token")) {
                send(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600}");
                return;
            }
            var last = path.substring(path.lastIndexOf('/') + 1);
            asked.computeIfAbsent(last, _ -> new AtomicInteger()).incrementAndGet();
            if (last.equals("deposits")) {
                var unit = JSON.readTree(body).required("unitId").asString();
                if (taken.putIfAbsent(unit, true) != null && !forgetful) {
                    send(exchange, 409, "{\"code\":\"UNIT_TAKEN\"}");
                    return;
                }
            }
            boolean creates = path.split("/").length == 3;
            send(exchange, creates ? 201 : 200, "{\"id\":\"%s\"}".formatted(UUID.randomUUID()));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
