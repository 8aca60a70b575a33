package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.Parcel.MoveParcel;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.eventlog.Databases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("operate.md 2: what decisions cost the log is counted")
class CommandMetersTest {
    private static Databases databases;

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MongoDatabase events;
    private MongoDatabase keys;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void fresh() {
        events = databases.fresh();
        keys = databases.fresh();
    }

    private ParcelService remembering(int entities) {
        var parcels = new ParcelService(events, keys, folder, new EntityCache(entities, new SimpleMeterRegistry()));
        parcels.commands.measuredBy(List.of(Parcel.catalogue()), meters);
        return parcels;
    }

    private double counted(String what) {
        return meters.get("milepost.command." + what)
                .tag("aggregate", Parcel.catalogue().aggregate())
                .counter()
                .count();
    }

    @Test
    @DisplayName("by attempts, and by the queries that they needed: none for an entity in memory")
    void by_attempts_and_queries() {
        try (var parcels = remembering(10)) {
            parcels.dispatch("r0", accept());
            double first = counted("reads");
            assertThat(first).as("one that nobody knows is looked for").isPositive();
            for (int i = 1; i <= 5; i++) {
                assertThat(parcels.dispatch("r" + i, new MoveParcel("P" + i))).isInstanceOf(Committed.class);
            }

            assertThat(counted("reads")).isEqualTo(first);
            assertThat(counted("attempts")).isEqualTo(6);
        }
    }

    @Test
    @DisplayName("one query for an entity that is not in memory")
    void one_query_for_an_entity_that_is_not_in_memory() {
        try (var parcels = remembering(0)) {
            parcels.dispatch("r0", accept());
            double before = counted("reads");

            assertThat(parcels.dispatch("r1", new MoveParcel("Riga"))).isInstanceOf(Committed.class);

            assertThat(counted("reads")).isEqualTo(before + 1);
        }
    }
}
