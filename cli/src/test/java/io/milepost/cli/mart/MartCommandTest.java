package io.milepost.cli.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MartCommandTest {
    private static final String STANDS = """
            {"generation":%d,"state":"COMPLETE","setAside":1,"sources":[{"source":"lead","position":7,"lagMs":0%s}]%s}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, Queue<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                String body = "{\"access_token\":\"t\",\"expires_in\":300}";
                if (!call.endsWith("/oauth2/token")) {
                    asked.add(call + (exchange.getRequestHeaders().containsKey("Idempotency-Key") ? " keyed" : ""));
                    var more = answers.getOrDefault(call.replace("/v1/projections/mart", ""), new ArrayDeque<>());
                    body = more.size() > 1 ? more.remove() : more.isEmpty() ? "" : more.peek();
                }
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(String call, String... bodies) {
        answers.put(call, new ArrayDeque<>(List.of(bodies)));
    }

    private int run(String... words) {
        var command = new MartCommand(Duration.ofMillis(1));
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--reporting-url", base, "--issuer-url", base));
        return command.run(
                Arguments.parse(all, command.options(), command.flags()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("status tells the generation, each source, and what does not go on")
    void status() {
        answers(
                "GET ",
                STANDS.formatted(
                        2, ",\"blocked\":[{\"partition\":3,\"position\":41,\"reason\":\"another epoch\"}]", ""));
        assertThat(run("status")).isZero();
        assertThat(said())
                .contains(
                        "generation 2, COMPLETE; 1 set aside",
                        "lead",
                        "at 7",
                        "BLOCKED: partition 3 after 41: another epoch");
    }

    @Test
    @DisplayName("rebuild tells how far it is until the new generation answers")
    void rebuild() {
        String under = STANDS.formatted(
                1, "", ",\"rebuild\":{\"generation\":2,\"progress\":0.25,\"events\":10,\"unread\":30}");
        answers("POST /rebuild", under);
        answers("GET ", under, under, STANDS.formatted(1, "", ""), STANDS.formatted(2, "", ""));
        assertThat(run("rebuild")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("building generation 2: 25.0 %, 10 events, at most 30 to come");
        assertThat(said()).contains("generation 2");
        assertThat(asked.getFirst()).endsWith("/rebuild keyed");
        assertThat(asked.getLast()).isEqualTo("GET /v1/projections/mart");
    }

    @Test
    @DisplayName("a rebuild that somebody gives up ends the command with 2, and --no-wait ends it at once")
    void given_up() {
        String under = STANDS.formatted(
                1, "", ",\"rebuild\":{\"generation\":2,\"progress\":0.25,\"events\":10,\"unread\":30}");
        answers("POST /rebuild", under);
        assertThat(run("rebuild", "--no-wait")).isZero();
        answers(
                "GET ",
                under,
                STANDS.formatted(1, "", ",\"generations\":[{\"generation\":2,\"state\":\"CANCELLED\"}]"));
        assertThat(run("rebuild")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("generation 2 was given up");
    }

    @Test
    @DisplayName("reconcile ends with 0 where nothing differs and with 2 where something does")
    void reconcile() {
        answers("GET /reconcile", "{\"count\":0,\"datasets\":[{\"name\":\"deal\",\"count\":0,\"differences\":[]}]}");
        assertThat(run("reconcile")).isZero();
        answers("GET /reconcile", """
                {"count":1,"datasets":[{"name":"deal","count":1,"differences":[
                {"table":"1_stock","row":"4 c","stored":"m_open=3","expected":null}]}]}
                """);
        assertThat(run("reconcile")).isEqualTo(2);
        assertThat(said()).contains("1_stock 4 c", "stored   m_open=3", "expected nothing");
    }

    @Test
    @DisplayName("redrive says what goes on and what stays, of what was chosen")
    void redrive() {
        answers("POST /redrive?dataset=deal&subject=x%26y", "{\"tried\":2,\"redriven\":2,\"stays\":[]}");
        assertThat(run("redrive", "--dataset", "deal", "--subject", "x&y")).isZero();
        answers("POST /redrive", """
                {"tried":2,"redriven":1,"stays":[{"dataset":"deal","subject":"s","type":"t.v1","source":"lead","position":4,"cause":"no"}]}
                """);
        assertThat(run("redrive")).isEqualTo(2);
        assertThat(said()).contains("2 of 2 go on", "1 of 2 go on", "deal s: t.v1 at lead/4: no");
    }

    @Test
    @DisplayName("records are acknowledged and schemas dropped by their names")
    void by_name() {
        answers("POST /set-aside/r%2F1/acknowledge", STANDS.formatted(1, "", ""));
        assertThat(run("acknowledge", "r/1")).isZero();
        answers("GET /schemas", "{\"items\":[{\"schema\":\"mart_1\",\"bytes\":2500000}]}");
        assertThat(run("schemas")).isZero();
        answers("DELETE /schemas/mart_1", "{\"items\":[]}");
        assertThat(run("drop", "mart_1")).isZero();
        assertThat(said()).contains("mart_1 2.5 MB");
        assertThatThrownBy(() -> run("drop", "mart_2"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dance", "drop", "status twice", "drop one two"})
    @DisplayName("what it does not know it says, and asks nothing")
    void refuses(String words) {
        var all = words.isEmpty() ? new String[0] : words.split(" ", -1);
        assertThatThrownBy(() -> run(all)).isInstanceOf(Failure.class);
        assertThat(asked).isEmpty();
    }
}
