package io.milepost.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.local.FreePort;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.Request.Timing;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.sealing.KeyFileDiffersException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class AxonConfigurationTest {

    private static EmbeddedDatabase database;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(null, 0);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    @DisplayName("F12: the service runs on the server and under the name that it is told")
    void everything_stands_on_the_server_that_is_named() {
        runner().withUserConfiguration(Parcels.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(MongoClient.class)
                            .getClusterDescription()
                            .getClusterSettings()
                            .getHosts())
                    .singleElement()
                    .hasToString("localhost:" + database.port());
            var outcome = context.getBean(Commands.class)
                    .dispatch(new Request(
                            UUID.randomUUID(),
                            new Parcel.AcceptParcel("Ann", null),
                            "r",
                            new byte[32],
                            null,
                            Timing.PRESENT,
                            Who.unbound("ann"),
                            Sight.ALL,
                            null,
                            false,
                            Map.of()))
                    .join();
            assertThat(outcome).isInstanceOf(Outcome.Committed.class);
            assertThat(context.getBean(EventLog.class).head()).isEqualTo(1);
        });
    }

    @Test
    void a_service_without_aggregates_starts_too_and_defaults_are_those_of_a_laptop() {
        var nothing = runner().withBean(Catalogues.class, () -> new Catalogues(List.of()));
        nothing.withPropertyValues("milepost.service=empty").run(context -> {
            assertThat(context).hasNotFailed();
            var milepost = context.getBean(MilepostProperties.class);
            assertThat(milepost.zone()).isEqualTo(ZoneId.of("UTC"));
            assertThat(milepost.security().rolesClaim()).isEqualTo("roles");
            assertThat(milepost.security().audience()).isEqualTo("milepost");
        });
    }

    @Test
    void a_start_with_another_key_file_than_the_one_before_fails() {
        var sealed = runner().withPropertyValues("milepost.service=sealed")
                .withBean(Catalogues.class, () -> new Catalogues(List.of()));
        sealed.run(context -> assertThat(context).hasNotFailed());

        sealed.withPropertyValues("milepost.security.key-file=" + folder.resolve("other-keys"))
                .run(context ->
                        assertThat(context).getFailure().rootCause().isInstanceOf(KeyFileDiffersException.class));
        sealed.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    @DisplayName("a start waits for a database that comes late, and with fail-fast it ends")
    void waits_for_its_database() {
        int port = FreePort.besides(database.port());
        var early = runner().withPropertyValues("spring.mongodb.uri=mongodb://localhost:" + port)
                .withBean(Catalogues.class, () -> new Catalogues(List.of()));
        early.withPropertyValues("milepost.fail-fast=true")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(MongoTimeoutException.class));

        var waiting = CompletableFuture.runAsync(
                () -> early.run(context -> assertThat(context).hasNotFailed()));
        assertThat(waiting).isNotDone();
        try (var _ = EmbeddedDatabase.start(null, port)) {
            waiting.join();
        }
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Surroundings.class, AxonConfiguration.class)
                .withPropertyValues(
                        "spring.mongodb.uri=" + database.uri(),
                        "milepost.service=parcel",
                        "milepost.security.key-file=" + folder.resolve("keys"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Parcels {
        @Bean
        Catalogues parcels() {
            return new Catalogues(List.of(Parcel.catalogue()));
        }
    }
}
