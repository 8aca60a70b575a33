package io.milepost.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.relay.BrokerConnection;
import io.milepost.platform.relay.BrokerConnectionConfiguration;
import io.milepost.platform.testkit.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Bundles that deployments name are what connections are made with, and one that cannot be used ends the start. */
class SslBundlesTest {
    @TempDir
    private Path folder;

    private Certificates own;
    private Certificates other;
    private TlsPeer peer;

    @BeforeEach
    void open() throws Exception {
        own = Certificates.make(folder, "own");
        other = Certificates.make(folder, "other");
        peer = new TlsPeer(own);
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
    }

    private ApplicationContextRunner broker(Certificates trusted, String... more) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(BrokerConnectionConfiguration.class)
                .withPropertyValues(trusted.trustedAs("authority").toArray(String[]::new))
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers=localhost:" + peer.port(), "spring.kafka.ssl.bundle=authority")
                .withPropertyValues(more);
    }

    @Test
    void all_clients_of_the_broker_believe_the_authority_of_the_bundle() {
        broker(own, "spring.kafka.security.protocol=SSL").run(context -> {
            var connection = context.getBean(BrokerConnection.class);
            try (var _ = Admin.create(connection.admin())) {
                await().until(() -> peer.believed() > 0);
            }
            int before = peer.believed();
            try (var producer =
                    new KafkaProducer<>(connection.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
                await().until(() -> peer.believed() > before);
                producer.close(Duration.ZERO);
            }
            var settings = connection.consumer();
            int later = peer.believed();
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.assign(List.of(new TopicPartition("t", 0)));
                await().until(() -> {
                    consumer.poll(Duration.ofMillis(100));
                    return peer.believed() > later;
                });
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
            assertThat(peer.doubted()).isZero();
        });
    }

    @Test
    void a_broker_with_a_certificate_of_another_authority_is_not_believed() {
        broker(other, "spring.kafka.security.protocol=SSL").run(context -> {
            try (var _ = Admin.create(context.getBean(BrokerConnection.class).admin())) {
                await().until(() -> peer.doubted() > 0);
            }
            assertThat(peer.believed()).isZero();
        });
    }

    @Test
    void a_bundle_of_a_connection_without_tls_or_of_an_unknown_name_is_refused() {
        broker(own)
                .run(context -> assertThat(refused(context.getBean(BrokerConnection.class)))
                        .contains("spring.kafka.security.protocol"));
        broker(own, "spring.kafka.security.protocol=SSL", "spring.kafka.ssl.bundle=nobody")
                .run(context -> assertThat(refused(context.getBean(BrokerConnection.class)))
                        .contains("nobody"));
    }

    @Test
    void a_broker_that_demands_a_certificate_of_ours_sees_that_of_the_bundle() throws Exception {
        var client = Certificates.make(folder, "client");
        try (var demanding = TlsPeer.demanding(own, client)) {
            var bare = broker(own, "spring.kafka.security.protocol=SSL")
                    .withPropertyValues("spring.kafka.bootstrap-servers=localhost:" + demanding.port());
            bare.run(context -> {
                try (var _ =
                        Admin.create(context.getBean(BrokerConnection.class).admin())) {
                    await().until(() -> demanding.doubted() > 0);
                }
                assertThat(demanding.believed()).isZero();
            });
            bare.withPropertyValues(client.shownAs("authority").toArray(String[]::new))
                    .run(context -> {
                        try (var _ = Admin.create(
                                context.getBean(BrokerConnection.class).admin())) {
                            await().until(() -> demanding.believed() > 0);
                        }
                    });
        }
    }

    @Test
    void an_authority_that_is_exchanged_in_its_place_is_believed_without_a_new_start() throws Exception {
        var authority = Files.copy(other.certificate(), folder.resolve("authority.crt"));
        var live = broker(own, "spring.kafka.security.protocol=SSL")
                .withPropertyValues(
                        "spring.ssl.bundle.watch.file.quiet-period=200ms",
                        "spring.ssl.bundle.pem.authority.reload-on-update=true",
                        "spring.ssl.bundle.pem.authority.truststore.certificate=" + authority);
        live.run(context -> {
            var database = LiveBundle.of(context.getBean(SslBundles.class), "authority")
                    .context();
            try (var _ = Admin.create(context.getBean(BrokerConnection.class).admin())) {
                await().until(() -> peer.doubted() > 0);
                assertThat(peer.believed()).isZero();
                assertThat(isBelieved(database)).isFalse();

                Files.copy(own.certificate(), authority, StandardCopyOption.REPLACE_EXISTING);

                await().atMost(Duration.ofSeconds(30)).until(() -> peer.believed() > 0);
                await().atMost(Duration.ofSeconds(30)).until(() -> isBelieved(database));
            }
        });
    }

    /** By the context that was given once, as the drivers of the databases have it. */
    private boolean isBelieved(SSLContext context) throws IOException {
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", peer.port())) {
            socket.startHandshake();
            return true;
        } catch (SSLException doubted) {
            return false;
        }
    }

    private static String refused(BrokerConnection connection) {
        try {
            connection.consumer();
            return "nothing";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private ApplicationContextRunner database(Stream<String> bundle, String... more) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Catalogues.class, () -> new Catalogues(List.of()))
                .withUserConfiguration(AxonConfiguration.class)
                .withPropertyValues(bundle.toArray(String[]::new))
                .withPropertyValues(
                        "spring.mongodb.uri=mongodb://localhost:" + peer.port(),
                        "spring.mongodb.ssl.bundle=authority",
                        "milepost.service=tls",
                        "milepost.security.key-file=" + folder.resolve("keys"))
                .withPropertyValues(more);
    }

    @Test
    void the_database_is_reached_by_the_bundle_and_one_that_is_not_believed_ends_the_start() {
        database(own.trustedAs("authority").stream(), "milepost.fail-fast=true")
                .run(context -> assertThat(context).hasFailed());
        assertThat(peer.believed()).as("it was believed and only says nothing").isPositive();
        assertThat(peer.doubted()).isZero();

        database(other.trustedAs("authority").stream(), "milepost.fail-fast=false")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("PKIX"));

        database(Stream.of(), "milepost.fail-fast=false")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("authority"));
    }

    @Test
    void a_database_that_demands_a_certificate_of_ours_sees_that_of_the_bundle() throws Exception {
        var client = Certificates.make(folder, "client");
        try (var demanding = TlsPeer.demanding(own, client)) {
            var address = "spring.mongodb.uri=mongodb://localhost:" + demanding.port();
            database(own.trustedAs("authority").stream(), "milepost.fail-fast=true", address)
                    .run(context -> assertThat(context).hasFailed());
            assertThat(demanding.believed()).isZero();
            assertThat(demanding.doubted()).isPositive();

            var shown = Stream.concat(own.trustedAs("authority").stream(), client.shownAs("authority").stream());
            database(shown, "milepost.fail-fast=true", address)
                    .run(context -> assertThat(context).hasFailed());
            assertThat(demanding.believed())
                    .as("it was believed and only says nothing")
                    .isPositive();
        }
    }
}
