package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.Parcel.MoveParcel;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.eventlog.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the creation of an entity costs and knows that reads another; the driver itself says what was sent. */
class CreationReadsTest {

    private static final ConcurrentLinkedQueue<String> SENT = new ConcurrentLinkedQueue<>();

    private static Databases databases;

    @TempDir
    private Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final UUID id = UUID.randomUUID();
    private MongoDatabase events;
    private MongoDatabase keys;

    @BeforeAll
    static void start() {
        databases = new Databases(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                var name = event.getCommandName();
                // Once a second keys are asked about, whatever is done with entities.
                if (!event.getCommand().get(name).equals(new BsonString("key_file"))) {
                    SENT.add(name);
                }
            }
        });
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

    @Test
    @DisplayName("a creation that reads a warm entity costs no more than one that reads none; a cold one is read once")
    void a_creation_reads_the_other_from_memory() {
        try (var parcels = instance(new EntityCache(0, meters))) {
            send(parcels, "r0", accept());
        }
        try (var parcels = instance(new EntityCache(10, meters))) {
            SENT.clear();
            parcels.commands
                    .dispatch(request(UUID.randomUUID(), "a1", accept(), "a1"))
                    .join();
            var alone = sent();

            SENT.clear();
            assertThat(join(parcels, "j1")).isInstanceOf(Committed.class);
            var cold = sent();
            for (var request : List.of("j2", "j3")) {
                SENT.clear();
                assertThat(join(parcels, request)).isInstanceOf(Committed.class);
                assertThat(sent()).isEqualTo(alone);
            }
            assertThat(cold.merge("find", -1, Integer::sum)).isEqualTo(alone.get("find"));
            assertThat(cold).isEqualTo(alone);
            send(parcels, "r1", new MoveParcel("Riga"));
            assertThat(join(parcels, "j4")).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    @DisplayName("a creation is decided on what another instance has done to the entity that it reads")
    void a_creation_is_never_decided_on_what_is_over() {
        try (var one = instance(new EntityCache(10, meters));
                var another = instance(new EntityCache(0, meters))) {
            send(one, "r0", accept());
            assertThat(join(one, "j1")).isInstanceOf(Committed.class);
            send(another, "r1", new MoveParcel("Riga"));

            assertThat(join(one, "j2")).isInstanceOf(Outcome.Refused.class);
        }
    }

    private Outcome join(ParcelService parcels, String requestId) {
        var join = new Parcel.JoinParcel("Bob", id);
        return parcels.commands
                .dispatch(request(UUID.randomUUID(), requestId, join, requestId))
                .join();
    }

    private ParcelService instance(EntityCache cache) {
        return new ParcelService(events, keys, folder, cache);
    }

    private Outcome send(ParcelService parcels, String requestId, Record command) {
        return parcels.commands
                .dispatch(request(id, requestId, command, requestId))
                .join();
    }

    private static Map<String, Integer> sent() {
        var sent = new TreeMap<String, Integer>();
        SENT.forEach(name -> sent.merge(name, 1, Integer::sum));
        return sent;
    }
}
