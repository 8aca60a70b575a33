package io.milepost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.start.LiveBundle;
import io.milepost.platform.testkit.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("An issuer that is reached over HTTPS")
class IssuerBundleTest {
    private static final String KEYS = "{\"keys\":[]}";

    @TempDir
    private Path folder;

    private Certificates own;
    private HttpsServer issuer;

    @BeforeEach
    void start() throws IOException {
        own = Certificates.make(folder, "own");
        issuer = issuerWith(own);
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    private static HttpsServer issuerWith(Certificates shown) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown.shown()));
        server.createContext("/keys", exchange -> {
            var bytes = KEYS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            // The next question is asked over a connection of its own.
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private KeySets keySets(HttpsServer of, @Nullable SSLContext tls) {
        var address = "https://localhost:" + of.getAddress().getPort();
        var security = new MilepostProperties.Security(
                address,
                address + "/keys",
                null,
                "milepost",
                "member",
                "roles",
                Map.of(),
                Path.of("keys"),
                null,
                Map.of(),
                null);
        return new KeySets(security, tls);
    }

    private static ApplicationContextRunner bundle(Path authority) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(
                        "spring.ssl.bundle.watch.file.quiet-period=200ms",
                        "spring.ssl.bundle.pem.issuer.reload-on-update=true",
                        "spring.ssl.bundle.pem.issuer.truststore.certificate=" + authority);
    }

    @Test
    @DisplayName("is believed by the authority of the bundle, and by what the JVM trusts it is not")
    void is_believed_by_its_bundle() {
        bundle(own.certificate()).run(context -> {
            var tls = LiveBundle.of(context.getBean(SslBundles.class), "issuer").context();

            assertThat(keySets(issuer, tls).published().block()).isEqualTo(KEYS);
        });
        assertThatThrownBy(() -> keySets(issuer, null).published().block()).hasMessageContaining("PKIX");
    }

    @Test
    @DisplayName("is not believed with a certificate of the same authority for another host")
    void is_not_believed_for_another_host() throws IOException {
        var elsewhere = Certificates.make(folder, "elsewhere", "dns:elsewhere.example");
        var impostor = issuerWith(elsewhere);
        try {
            bundle(elsewhere.certificate()).run(context -> {
                var tls = LiveBundle.of(context.getBean(SslBundles.class), "issuer")
                        .context();

                assertThatThrownBy(() -> keySets(impostor, tls).published().block())
                        .hasMessageContaining("localhost");
            });
        } finally {
            impostor.stop(0);
        }
    }

    @Test
    @DisplayName("is believed by an authority that is exchanged in its place, without a new start")
    void is_believed_by_a_new_authority() throws IOException {
        var other = Certificates.make(folder, "other");
        var authority = Files.copy(other.certificate(), folder.resolve("authority.crt"));
        bundle(authority).run(context -> {
            var keys = keySets(
                    issuer,
                    LiveBundle.of(context.getBean(SslBundles.class), "issuer").context());
            assertThatThrownBy(() -> keys.published().block()).hasMessageContaining("PKIX");

            Files.copy(own.certificate(), authority, StandardCopyOption.REPLACE_EXISTING);

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> KEYS.equals(keys.published().block()));
        });
    }
}
