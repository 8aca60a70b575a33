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
import io.milepost.platform.axon.Parcel.StoreParcel;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.Databases;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command costs and knows with the entity in memory; the driver itself says what was sent. */
class EntityCacheTest {

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
    @DisplayName("a command on a warm entity is one write and no read")
    void a_warm_entity_costs_one_write_and_no_read() {
        try (var parcels = instance(new EntityCache(10, meters))) {
            send(parcels, "r0", accept());
            for (int i = 1; i <= 5; i++) {
                SENT.clear();
                assertThat(send(parcels, "r" + i, new MoveParcel("P" + i))).isInstanceOf(Committed.class);

                assertThat(sent()).isEqualTo(Map.of("insert", 1));
            }
            assertThat(moves(parcels)).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("a command that reads another warm entity is one write and no read too")
    void a_warm_entity_that_is_read_costs_nothing() {
        try (var parcels = instance(new EntityCache(10, meters))) {
            send(parcels, "r0", accept());
            var other = UUID.randomUUID();
            parcels.commands.dispatch(request(other, "o0", accept(), "o0")).join();
            SENT.clear();
            assertThat(send(parcels, "r1", new Parcel.PassParcel(other))).isInstanceOf(Committed.class);

            assertThat(sent()).isEqualTo(Map.of("insert", 1));
        }
    }

    @Test
    @DisplayName("what another instance has done to an entity that is read here is known, whatever is in memory")
    void an_entity_that_is_read_is_never_older_than_the_log() {
        var cache = new EntityCache(10, meters);
        try (var one = instance(cache);
                var another = instance(new EntityCache(0, meters))) {
            send(one, "r0", accept());
            var other = UUID.randomUUID();
            one.commands.dispatch(request(other, "o0", accept(), "o0")).join();
            another.commands
                    .dispatch(request(other, "o1", new MoveParcel("Riga"), "o1"))
                    .join();

            assertThat(send(one, "r1", new Parcel.PassParcel(other)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(Parcel.Refused.OTHER_AHEAD.name()));
        }
    }

    @Test
    void a_cold_entity_of_fifty_events_costs_at_most_two_reads() {
        try (var parcels = instance(new EntityCache(0, meters))) {
            send(parcels, "r0", accept());
            IntStream.range(1, 50).forEach(i -> send(parcels, "r" + i, new MoveParcel("P" + i)));
        }
        try (var parcels = instance(new EntityCache(10, meters))) {
            SENT.clear();
            assertThat(send(parcels, "r50", new MoveParcel("Riga"))).isInstanceOf(Committed.class);

            var sent = sent();
            assertThat(sent.remove("insert")).isEqualTo(1);
            assertThat(sent.values().stream().mapToInt(Integer::intValue).sum())
                    .as(sent.toString())
                    .isBetween(1, 2);
            assertThat(moves(parcels)).isEqualTo(50);
        }
    }

    @Test
    void what_came_after_an_entry_is_read_once_where_the_recent_commits_do_not_reach_back() {
        var cache = new EntityCache(10, meters);
        try (var parcels = instance(cache)) {
            send(parcels, "r0", accept());
        }
        try (var other = instance(new EntityCache(0, meters))) {
            send(other, "r1", new MoveParcel("Riga"));
        }
        try (var parcels = instance(cache)) {
            SENT.clear();
            assertThat(send(parcels, "r2", new MoveParcel("Tartu"))).isInstanceOf(Committed.class);

            assertThat(sent()).isEqualTo(Map.of("find", 1, "insert", 1));
            assertThat(cache.find(Parcel.catalogue(), id).entity().state())
                    .isInstanceOfSatisfying(
                            Parcel.class, parcel -> assertThat(parcel.moves()).isEqualTo(2));
        }
    }

    @Test
    void an_answer_without_a_commit_is_never_older_than_the_log() {
        var cache = new EntityCache(10, meters);
        try (var one = instance(cache);
                var other = instance(new EntityCache(0, meters))) {
            send(one, "r0", accept());
            send(one, "r1", new StoreParcel("L1"));
            assertThat(send(one, "r2", new StoreParcel("L1"))).isInstanceOf(Outcome.Unchanged.class);
            send(other, "r3", new StoreParcel("L2"));
            assertThat(cache.find(Parcel.catalogue(), id).entity().position())
                    .as("the one still knows the parcel as it was")
                    .isEqualTo(2);

            var matching = request(id, "r4", new MoveParcel("Riga"), "r4", null, Request.Timing.PRESENT, 2L, false);
            assertThat(one.commands.dispatch(matching).join()).isEqualTo(new Outcome.Stale(id, 3));
            assertThat(send(one, "r5", new StoreParcel("L1")))
                    .as("it is in L2 now, so L1 is no repetition")
                    .isInstanceOf(Committed.class);
            assertThat(one.commands
                            .dispatch(request(UUID.randomUUID(), "r6", new MoveParcel("Riga"), "r6"))
                            .join())
                    .isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void of_a_conflict_remains_what_the_winner_made() {
        var cache = new EntityCache(10, meters);
        try (var one = instance(cache);
                var other = instance(new EntityCache(0, meters))) {
            send(one, "r0", accept());
            send(other, "r1", new MoveParcel("Riga"));

            assertThat(send(one, "r2", new MoveParcel("Tartu"))).isInstanceOf(Committed.class);

            assertThat(moves(one)).isEqualTo(2);
            var known = cache.find(Parcel.catalogue(), id);
            assertThat(known.entity().position()).isEqualTo(3);
            assertThat(known.entity().state())
                    .isEqualTo(other.entities
                            .load(Parcel.catalogue(), id, new AsOf.Now())
                            .join()
                            .state());
        }
    }

    @Test
    void personal_values_are_kept_sealed() {
        var cache = new EntityCache(10, meters);
        try (var parcels = instance(cache)) {
            send(parcels, "r0", accept());
            send(parcels, "r1", new MoveParcel("Riga"));

            assertThat(cache.find(Parcel.catalogue(), id).entity().state())
                    .isInstanceOfSatisfying(
                            Parcel.class,
                            parcel -> assertThat(parcel.receiver()).startsWith("sealed.v1." + id));
        }
    }

    @Test
    void it_holds_no_more_than_it_may_and_tells_what_it_did() {
        try (var parcels = instance(new EntityCache(3, meters))) {
            for (int i = 0; i < 20; i++) {
                parcels.commands
                        .dispatch(request(UUID.randomUUID(), "r" + i, accept(), "r"))
                        .join();
            }
            send(parcels, "s0", accept());
            send(parcels, "s1", new MoveParcel("Riga"));
            org.awaitility.Awaitility.await().untilAsserted(() -> {
                assertThat(meters.get("cache.size")
                                .tag("cache", "entities")
                                .gauge()
                                .value())
                        .isBetween(1.0, 3.0);
                assertThat(meters.get("cache.evictions").functionCounter().count())
                        .isPositive();
            });
            assertThat(gets("hit") + gets("miss")).isEqualTo(22);
            assertThat(gets("miss")).isGreaterThanOrEqualTo(21);
        }
    }

    @Test
    void none_is_kept_where_none_is_wanted() {
        try (var parcels = instance(new EntityCache(0, meters))) {
            send(parcels, "r0", accept());
            SENT.clear();
            send(parcels, "r1", new MoveParcel("Riga"));

            assertThat(sent()).isEqualTo(Map.of("find", 1, "insert", 1));
            assertThat(meters.getMeters()).isEmpty();
        }
    }

    private ParcelService instance(EntityCache cache) {
        return new ParcelService(events, keys, folder, cache);
    }

    private Outcome send(ParcelService parcels, String requestId, Record command) {
        return parcels.commands
                .dispatch(request(id, requestId, command, requestId))
                .join();
    }

    private int moves(ParcelService parcels) {
        var state = parcels.entities
                .load(Parcel.catalogue(), id, new AsOf.Now())
                .join()
                .state();
        return state.moves();
    }

    private double gets(String result) {
        return meters.get("cache.gets").tag("result", result).functionCounter().count();
    }

    private static Map<String, Integer> sent() {
        var sent = new TreeMap<String, Integer>();
        SENT.forEach(name -> sent.merge(name, 1, Integer::sum));
        return sent;
    }
}
