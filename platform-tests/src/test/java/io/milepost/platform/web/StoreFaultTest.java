package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.sealing.Erasing;
import io.milepost.platform.sealing.ErasureRegister;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service whose database or issuer goes away says "not now", takes itself out of readiness, and tells nothing of its inside. */
@ExtendWith(OutputCaptureExtension.class)
class StoreFaultTest {

    @Test
    void a_lost_database_is_a_503_that_may_be_tried_again(CapturedOutput output) {
        try (var service = ParcelService.with()) {
            var rep = service.as(Role.SALES_REP);
            var created = rep.post("/v1/parcels", Parcels.posted());
            assertThat(created.status()).isEqualTo(201);
            assertThat(rep.get("/actuator/health/readiness").status()).isEqualTo(200);

            var unanswered = service.bean(MeterRegistry.class)
                    .get("milepost.eventlog.unavailable")
                    .tag("call", "read")
                    .counter();
            assertThat(unanswered.count()).isZero();

            service.database().close();

            var command = rep.post("/v1/parcels", Parcels.posted(), "X-Request-Id", "after-the-loss");
            var read = rep.get("/v1/parcels/" + created.id());
            for (var reply : java.util.List.of(command, read)) {
                assertThat(reply.status()).as(reply.text()).isEqualTo(503);
                assertThat(reply.code()).isEqualTo("STORE_UNAVAILABLE");
                assertThat(reply.header("retry-after")).isEqualTo("2");
                assertThat(reply.json().get("retryable").booleanValue()).isTrue();
                assertThat(reply.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("mongo", "exception");
            }
            assertThat(unanswered.count()).as("reads of the log that failed").isPositive();
            var readiness = rep.get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.header("retry-after")).isEqualTo("2");
            assertThat(rep.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(output.getAll())
                    .contains(command.json().get("traceId").stringValue())
                    .doesNotContain(Parcels.RECIPIENT);
        }
    }

    @Test
    @DisplayName("R-187: keys that cannot be asked for are a 503 that may be tried again, and nobody is erased by it")
    void a_key_store_that_is_away_is_a_503(@TempDir Path folder) {
        var nowhere = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(100, TimeUnit.MILLISECONDS))
                .applyConnectionString(new ConnectionString("mongodb://localhost:1"))
                .build();
        try (var client = MongoClients.create(nowhere)) {
            var keyFile = KeyFile.open(folder.resolve("keys"));
            var erasing = new Erasing(
                    new PersonKeys(client.getDatabase("away"), keyFile, Clock.systemUTC()),
                    ErasureRegister.open(folder.resolve("register")));
            var thrown = catchThrowable(() -> erasing.erase(Set.of(UUID.randomUUID()), Instant.EPOCH));
            var problem = Faults.problemOf(new CompletionException(thrown));
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("STORE_UNAVAILABLE");
            assertThat(problem.retryable()).isTrue();
        }
    }

    @Test
    void an_issuer_that_cannot_be_asked_for_its_keys_is_a_503_and_no_401() {
        try (var service = ParcelService.with("--milepost.security.jwk-set-uri=http://127.0.0.1:1/jwks")) {
            var reply = service.as(Role.SALES_REP).get("/v1/parcels");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("IDENTITY_PROVIDER_UNAVAILABLE");
            assertThat(reply.header("retry-after")).isEqualTo("2");
            assertThat(service.withToken(null).get("/v1/parcels").status()).isEqualTo(401);
        }
    }

    @Test
    void keys_once_read_keep_working_while_the_issuer_is_away() {
        try (var service = ParcelService.with()) {
            var rep = service.as(Role.SALES_REP);
            assertThat(rep.get("/v1/parcels").status()).isEqualTo(200);

            service.issuer().close();

            assertThat(rep.get("/v1/parcels").status()).isEqualTo(200);
        }
    }
}
