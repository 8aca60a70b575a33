package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.web.Client.Reply;
import io.milepost.platform.web.FailingDatabase.Fault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that does not store, or is not there: not ready, no answer that would not be true, and well again by itself. */
class DegradedStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static FailingDatabase database;
    private static ParcelService service;

    @BeforeAll
    static void start() {
        database = new FailingDatabase();
        service = ParcelService.on(database.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @AfterEach
    void heal() {
        database.fail(Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PRIMARY", "UNAUTHORIZED", "DISK_FULL"})
    @DisplayName("a store that takes no writes turns commands away, is still read, and is used again when it stores")
    void a_store_that_takes_no_writes_is_still_read(Fault fault) {
        var rep = service.as(Role.SALES_REP);
        var parcel = rep.post("/v1/parcels", Parcels.posted());
        assertThat(parcel.status()).isEqualTo(201);
        var path = "/v1/parcels/" + parcel.id();
        long head = service.head();

        database.fail(fault);
        var caught = Client.newKey();
        var first = CompletableFuture.supplyAsync(() -> weigh(rep, path, 7, caught));
        awaitReadiness(rep, 503);

        var turnedAway = Client.newKey();
        assertUnavailable(weigh(rep, path, 8, turnedAway));
        assertUnavailable(rep.post("/v1/parcels", Parcels.posted()));
        List.of(path, path + "/history", "/v1/parcels").forEach(read -> awaitRead(rep, read));
        assertUnavailable(weigh(rep, path, 8, turnedAway));
        assertThat(rep.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.head()).isEqualTo(head);

        database.fail(Fault.NONE);
        awaitReadiness(rep, 200);
        // Whether its caller was told in time or not: the commit that was caught in the middle is stored, once.
        assertThat(first.join().status()).isIn(200, 503);
        assertThat(weigh(rep, path, 7, caught).header("idempotent-replayed")).isEqualTo("true");
        assertThat(stored(caught)).isTrue();
        assertThat(stored(turnedAway)).as("what was turned away").isFalse();
        assertThat(weigh(rep, path, 8, turnedAway).status()).isEqualTo(200);
        assertThat(rep.post("/v1/parcels", Parcels.posted()).status()).isEqualTo(201);
        assertThat(service.bean(EventLog.class).verify(0).fault()).isNull();
    }

    @Test
    @DisplayName("a store that is gone turns everything away and is used again when it is back")
    void a_store_that_is_gone_is_used_again_when_it_is_back() {
        var rep = service.as(Role.SALES_REP);
        var parcel = rep.post("/v1/parcels", Parcels.posted());
        var path = "/v1/parcels/" + parcel.id();
        assertThat(parcel.status()).isEqualTo(201);

        database.fail(Fault.GONE);
        var caught = Client.newKey();
        var first = CompletableFuture.supplyAsync(() -> weigh(rep, path, 7, caught));
        awaitReadiness(rep, 503);
        assertUnavailable(rep.get(path));
        assertUnavailable(rep.post("/v1/parcels", Parcels.posted()));

        database.fail(Fault.NONE);
        awaitReadiness(rep, 200);
        assertThat(first.join().status()).isIn(200, 503);
        assertThat(weigh(rep, path, 7, caught).status()).isEqualTo(200);
        assertThat(stored(caught)).isTrue();
        assertThat(rep.get(path).status()).isEqualTo(200);
        assertThat(rep.post("/v1/parcels", Parcels.posted()).status()).isEqualTo(201);
        assertThat(service.bean(EventLog.class).verify(0).fault()).isNull();
    }

    /** Each refused write makes the driver doubt its server for a moment, in which reads fail too. */
    private static void awaitRead(Client client, String path) {
        await().untilAsserted(
                        () -> assertThat(client.get(path).status()).as(path).isEqualTo(200));
    }

    private static Reply weigh(Client client, String path, int grams, String key) {
        return client.post(path + "/weigh", "{\"grams\":%d}".formatted(grams), "Idempotency-Key", key);
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(reply.header("retry-after")).isEqualTo("2");
    }

    private static void awaitReadiness(Client client, int status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                client.get("/actuator/health/readiness").status())
                        .isEqualTo(status));
    }

    private static boolean stored(String key) {
        return service.bean(EventLog.class).read(0, 10_000).join().stream()
                .anyMatch(commit -> commit.requestId().endsWith(":" + UUID.fromString(key)));
    }
}
