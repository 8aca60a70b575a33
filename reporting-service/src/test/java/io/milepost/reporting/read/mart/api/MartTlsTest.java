package io.milepost.reporting.read.mart.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.testkit.Certificates;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The mart over TLS, against a real PostgreSQL whose certificate, and whose demand for one, is what a deployment's may be. */
@DisplayName("The mart is reached by an SSL bundle, and a server that is not believed ends the start")
class MartTlsTest {
    @TempDir
    private static Path folder;

    private static Certificates server;
    private static Certificates client;
    private static Certificates other;
    private static EmbeddedPostgres postgres;

    @EnableConfigurationProperties({MartProperties.class, MilepostProperties.class})
    private static final class Settings {}

    @BeforeAll
    static void a_server_that_speaks_tls() throws Exception {
        server = Certificates.make(folder, "server");
        client = Certificates.make(folder, "client");
        other = Certificates.make(folder, "other");
        postgres = speakingTls(server);
    }

    private static EmbeddedPostgres speakingTls(Certificates shown) throws IOException {
        // Whoever runs the server has to be able to read it, and nobody else may.
        Files.setPosixFilePermissions(shown.key(), PosixFilePermissions.fromString("rw-------"));
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", shown.certificate().toString())
                .setServerConfig("ssl_key_file", shown.key().toString())
                .setServerConfig("ssl_ca_file", client.certificate().toString())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private static String uri(EmbeddedPostgres server) {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
    }

    private static List<String> trusting(Certificates authority) {
        return authority.trustedAs("mart");
    }

    /** What a start with these settings does. */
    private static void start(String uri, List<String> bundle, Consumer<Supplier<HikariDataSource>> look) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withPropertyValues(bundle.toArray(String[]::new))
                .withPropertyValues(
                        "milepost.service=reporting",
                        "milepost.security.key-file=unused",
                        "milepost.mart.uri=" + uri,
                        "milepost.mart.user=postgres",
                        "milepost.mart.password=x",
                        "milepost.mart.ssl.bundle=mart")
                .run(context -> look.accept(() -> new MartConfiguration()
                        .martDatabase(
                                context.getBean(MartProperties.class),
                                context.getBean(MilepostProperties.class),
                                context.getBeanProvider(SslBundles.class),
                                new SimpleMeterRegistry())));
    }

    private static String asked(HikariDataSource mart, String query) throws Exception {
        try (mart;
                var connection = mart.getConnection();
                var answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    @Test
    void a_server_that_the_bundle_believes_is_spoken_to_in_tls() {
        start(uri(postgres), trusting(server), connect -> {
            try {
                assertThat(asked(connect.get(), "select ssl from pg_stat_ssl where pid = pg_backend_pid()"))
                        .isEqualTo("t");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_certificate_of_ours_is_shown_where_the_bundle_has_one() {
        var bundle = Stream.concat(trusting(server).stream(), client.shownAs("mart").stream())
                .toList();
        start(uri(postgres), bundle, connect -> {
            try {
                assertThat(asked(connect.get(), "select client_dn from pg_stat_ssl where pid = pg_backend_pid()"))
                        .isEqualTo("/CN=client");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        start(uri(postgres), trusting(server), connect -> {
            try {
                assertThat(asked(connect.get(), "select client_dn from pg_stat_ssl where pid = pg_backend_pid()"))
                        .as("control: a bundle without one")
                        .isEqualTo("null");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_server_of_another_authority_or_of_another_name_ends_the_start_and_says_why() throws Exception {
        start(
                uri(postgres),
                trusting(other),
                connect -> assertThatThrownBy(connect::get)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("milepost.mart.uri=" + uri(postgres))
                        .hasMessageContaining("certificate is not believed: unable to find valid certification path"));

        var elsewhere = Certificates.make(folder, "elsewhere", "dns:mart.example");
        try (var misnamed = speakingTls(elsewhere)) {
            start(
                    uri(misnamed),
                    trusting(elsewhere),
                    connect -> assertThatThrownBy(connect::get)
                            .hasMessageContaining("milepost.mart.uri=" + uri(misnamed))
                            .hasMessageContaining("certificate is not believed")
                            .hasMessageContaining("localhost"));
        }
    }

    @Test
    void an_authority_that_is_exchanged_in_its_place_counts_for_the_next_connection() throws Exception {
        var authority = Files.copy(server.certificate(), folder.resolve("authority.crt"));
        var reloaded = List.of(
                "spring.ssl.bundle.watch.file.quiet-period=200ms",
                "spring.ssl.bundle.pem.mart.reload-on-update=true",
                "spring.ssl.bundle.pem.mart.truststore.certificate=" + authority);
        start(uri(postgres), reloaded, connect -> {
            try (var mart = connect.get()) {
                mart.setConnectionTimeout(1_000);
                assertThat(isReached(mart)).isTrue();
                Files.copy(other.certificate(), authority, StandardCopyOption.REPLACE_EXISTING);
                await().atMost(Duration.ofSeconds(30)).until(() -> !isReached(mart));
                Files.copy(server.certificate(), authority, StandardCopyOption.REPLACE_EXISTING);
                await().atMost(Duration.ofSeconds(30)).until(() -> isReached(mart));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** By a connection that is new. */
    private static boolean isReached(HikariDataSource mart) {
        mart.getHikariPoolMXBean().softEvictConnections();
        try (var connection = mart.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException notBelieved) {
            return false;
        }
    }

    @Test
    void a_server_that_speaks_no_tls_ends_the_start() throws Exception {
        try (var plain =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            start(
                    uri(plain),
                    trusting(server),
                    connect -> assertThatThrownBy(connect::get)
                            .hasMessageContaining("milepost.mart.uri=" + uri(plain))
                            .hasMessageContaining("does not support SSL"));
        }
    }

    @Test
    void a_bundle_that_cannot_be_used_ends_the_start() {
        start(
                uri(postgres),
                List.of(),
                connect -> assertThatThrownBy(connect::get).hasMessageContaining("mart"));
        start(
                uri(postgres) + "?sslmode=disable",
                trusting(server),
                connect -> assertThatThrownBy(connect::get).hasMessageContaining("milepost.mart.ssl.bundle=mart"));
    }
}
