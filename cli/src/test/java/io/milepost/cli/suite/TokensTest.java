package io.milepost.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.milepost.cli.Failure;
import io.milepost.cli.JumpingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final JumpingClock clock = new JumpingClock();
    private final List<String> asked = new ArrayList<>();
    private final HttpClient http = Http.client();
    private HttpServer issuer;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/oauth2/token", exchange -> {
            try (exchange) {
                var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + form);
                var body = "{\"access_token\":\"token%d\",\"expires_in\":3600}".formatted(asked.size());
                exchange.sendResponseHeaders(status, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            }
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
        http.close();
    }

    private Tokens tokens() {
        var patience = new Patience(Duration.ofMinutes(2), clock, clock::rest, RandomGenerator.getDefault(), _ -> {});
        var address = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort());
        return new Tokens(http, address, Credentials.local("importer"), patience, clock);
    }

    @Test
    void asks_once_with_client_credentials_and_keeps_the_token() {
        var tokens = tokens();

        assertThat(tokens.current()).isEqualTo("token1");
        assertThat(tokens.current()).isEqualTo("token1");

        var basic = Base64.getEncoder().encodeToString("importer:local-importer".getBytes(StandardCharsets.UTF_8));
        assertThat(asked).containsExactly("Basic " + basic + " grant_type=client_credentials");
    }

    @Test
    void renews_shortly_before_the_token_expires() {
        var tokens = tokens();
        tokens.current();

        clock.rest(Duration.ofMinutes(59));
        assertThat(tokens.current()).isEqualTo("token1");
        clock.rest(Duration.ofSeconds(31));
        assertThat(tokens.current()).isEqualTo("token2");
    }

    @Test
    void replaces_a_refused_token_but_not_the_one_that_came_after_it() {
        var tokens = tokens();
        tokens.current();

        tokens.refused("token1");
        assertThat(tokens.current()).isEqualTo("token2");
        tokens.refused("token1");
        assertThat(tokens.current()).isEqualTo("token2");
    }

    @Test
    void says_so_when_the_issuer_does_not_know_the_client() {
        status = 401;

        assertThatThrownBy(() -> tokens().current())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("importer")
                .hasMessageContaining("401")
                .hasMessageNotContaining("local-importer");
    }

    @Test
    void waits_for_an_issuer_that_is_not_up_yet() {
        status = 503;

        assertThatThrownBy(() -> tokens().current()).isInstanceOf(Failure.class).hasMessageContaining("503");
        assertThat(asked).hasSizeGreaterThan(5);
        assertThat(clock.rests()).hasSize(asked.size() - 1);
    }
}
