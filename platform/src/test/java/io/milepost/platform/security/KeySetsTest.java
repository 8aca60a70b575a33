package io.milepost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.milepost.platform.MilepostProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Where an issuer's keys are. */
class KeySetsTest {
    private static final String KEYS = "{\"keys\":[]}";

    private final Map<String, String> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String issuer;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (page.isEmpty()) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                var bytes = page.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        issuer = "http://localhost:%d/realm".formatted(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private @Nullable String published(String of, @Nullable String told) {
        return new KeySets(
                        new MilepostProperties.Security(
                                of,
                                told,
                                null,
                                "milepost",
                                "member",
                                "roles",
                                Map.of(),
                                Path.of("keys"),
                                null,
                                Map.of(),
                                null),
                        null)
                .published()
                .block();
    }

    private String discovery(String of, String keys) {
        return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(of, keys);
    }

    @Test
    void they_are_where_the_discovery_document_says() {
        pages.put("/realm/.well-known/openid-configuration", discovery(issuer, issuer + "/certs"));
        pages.put("/realm/certs", KEYS);

        assertThat(published(issuer, null)).isEqualTo(KEYS);
        assertThat(asked).containsExactly("/realm/.well-known/openid-configuration", "/realm/certs");
    }

    @Test
    void an_issuer_may_end_in_a_slash_and_names_itself_so() {
        pages.put("/realm/.well-known/openid-configuration", discovery(issuer + "/", issuer + "/certs"));
        pages.put("/realm/certs", KEYS);

        assertThat(published(issuer + "/", null)).isEqualTo(KEYS);
    }

    @Test
    void without_such_a_document_they_are_at_the_usual_place_and_when_told_nobody_looks_for_one() {
        pages.put("/realm/oauth2/jwks", KEYS);
        assertThat(published(issuer, null)).isEqualTo(KEYS);
        asked.clear();

        pages.put("/elsewhere", KEYS);
        assertThat(published(issuer, issuer.replace("/realm", "/elsewhere"))).isEqualTo(KEYS);
        assertThat(asked).containsExactly("/elsewhere");
    }

    @Test
    void a_document_of_another_issuer_or_without_keys_is_not_believed() {
        pages.put("/realm/oauth2/jwks", KEYS);
        for (String wrong : List.of(
                discovery("http://localhost:1/other", issuer + "/oauth2/jwks"),
                "{\"issuer\":\"%s\"}".formatted(issuer),
                "{\"issuer\":\"%s\",\"jwks_uri\":7}".formatted(issuer))) {
            pages.put("/realm/.well-known/openid-configuration", wrong);
            assertThatThrownBy(() -> published(issuer, null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("of another issuer or names no keys");
        }
    }

    @Test
    void an_issuer_that_cannot_say_is_asked_again_later_and_not_taken_for_one_without_a_document() {
        pages.put("/realm/.well-known/openid-configuration", "");
        pages.put("/realm/oauth2/jwks", KEYS);

        assertThatThrownBy(() -> published(issuer, null)).isInstanceOf(WebClientResponseException.class);
        assertThat(asked).containsExactly("/realm/.well-known/openid-configuration");
    }
}
