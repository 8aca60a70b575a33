package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.local.postgresql.EmbeddedPostgreSql;
import io.milepost.local.postgresql.Login;
import io.milepost.local.postgresql.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class LocalStackIT {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @TempDir
    Path data;

    private final List<Integer> ports = freePorts(5);
    private final String issuer = "http://localhost:" + ports.getFirst();

    private ConfigurableApplicationContext start(String... more) {
        var options = new ArrayList<>(List.of(
                "--server.port=" + ports.get(0),
                "--milepost.local.data=" + data,
                "--milepost.local.database-port=" + ports.get(1),
                "--milepost.local.broker-port=" + ports.get(2),
                "--milepost.local.controller-port=" + ports.get(3)));
        options.addAll(List.of(more));
        return LocalStack.run(options.toArray(String[]::new));
    }

    private ConfigurableApplicationContext startWithPostgreSql() {
        return start("--milepost.local.mart-port=" + ports.get(4));
    }

    @Test
    void tokens_of_a_role_are_access_tokens_for_the_suite_and_outlive_a_restart() throws Exception {
        SignedJWT token;
        try (ConfigurableApplicationContext _ = start()) {
            token = SignedJWT.parse(token("sales_rep", "local-sales_rep").orElseThrow());
            assertThat(token("sales_rep", "guessed")).isEmpty();
            assertThat(token("janitor", "local-janitor")).isEmpty();
        }
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getAudience()).containsExactly("milepost");
        assertThat(claims.getSubject()).isEqualTo("sales_rep");
        assertThat(claims.getStringListClaim("roles")).containsExactly("SALES_REP");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Files.getPosixFilePermissions(data.resolve("issuer/key.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (ConfigurableApplicationContext _ = start()) {
            JWKSet published = JWKSet.parse(get("/oauth2/jwks").body());
            assertThat(published.getKeys()).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
            var key = published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
            assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        }
    }

    @Test
    void readiness_names_all_parts_and_falls_with_the_database() throws Exception {
        try (ConfigurableApplicationContext stack = start()) {
            HttpResponse<String> ready = get("/actuator/health/readiness");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"broker\"", "\"database\"", "\"mart\"", "\"readinessState\"");
            assertThat(get("/actuator/env").statusCode()).isIn(401, 403, 404);
            stack.getBean(EmbeddedDatabase.class).close();
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void postgresql_is_started_where_it_is_told_and_ends_with_the_stack() throws Exception {
        Login login;
        try (ConfigurableApplicationContext stack = startWithPostgreSql()) {
            login = stack.getBean(EmbeddedPostgreSql.class).login();
            assertThat(login.uri()).isEqualTo("jdbc:postgresql://localhost:%d/milepost", ports.get(4));
            assertThat(login.password()).isEqualTo(Files.readString(data.resolve("mart/password")));
            login.verify();
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            stack.getBean(EmbeddedPostgreSql.class).close();
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
        assertThat(data.resolve("mart/data/postmaster.pid")).doesNotExist();
        assertThatThrownBy(login::verify).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_mart_that_cannot_be_reached_is_told_before_anything_is_written() {
        String uri = "jdbc:postgresql://localhost:%d/milepost".formatted(ports.get(4));
        assertThatThrownBy(() -> start("--milepost.mart.uri=" + uri))
                .hasRootCauseInstanceOf(java.net.ConnectException.class)
                .hasStackTraceContaining("PostgreSQL at " + uri + " cannot be used");
        assertThat(data.resolve("database.mv")).doesNotExist();
        assertThat(data.resolve("mart")).doesNotExist();
    }

    @Test
    void a_taken_port_is_named_before_anything_is_written() throws Exception {
        try (ServerSocket _ = new ServerSocket(ports.get(2), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PortsAreFree.PortTaken.class)
                    .hasMessage("Port %d, meant for the Kafka broker, is taken.", ports.get(2));
        }
        assertThat(data).isEmptyDirectory();
        try (ServerSocket _ = new ServerSocket(ports.get(4), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(this::startWithPostgreSql)
                    .isInstanceOf(PortsAreFree.PortTaken.class)
                    .hasMessage("Port %d, meant for PostgreSQL, is taken.", ports.get(4));
        }
        assertThat(data).isEmptyDirectory();
    }

    private java.util.Optional<String> token(String client, String secret) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        Matcher matcher = ACCESS_TOKEN.matcher(answer.body());
        return matcher.find() ? java.util.Optional.of(matcher.group(1)) : java.util.Optional.empty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(issuer + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> free =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return free;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
