package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.Parcel.MoveParcel;
import io.milepost.platform.axon.Parcel.StoreParcel;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.CachedEntity;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two instances, each with its own cache, on one database. Whatever they stored is sent once more, in the log's order, to an
 * instance without a cache on an empty database: it has to store the same.
 */
class CachedInstancesTest {

    private static final int WORKERS = 8;
    private static final int COMMANDS = 40;

    private static Databases databases;

    @TempDir
    private Path folder;

    private final Map<String, Request> requests = new ConcurrentHashMap<>();
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void concurrent_commands_at_two_cached_instances_store_what_an_uncached_one_would(long seed) {
        var ids = IntStream.range(0, 4).mapToObj(i -> new UUID(seed, i)).toList();
        var outcomes = new ArrayList<Outcome>();
        try (var one = instance(cache());
                var other = instance(cache());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> CompletableFuture.supplyAsync(
                            () -> work(worker % 2 == 0 ? one : other, ids, worker, new Random(seed * 100 + worker)),
                            threads))
                    .toList();
            workers.forEach(worker -> outcomes.addAll(worker.join()));

            assertThat(outcomes).hasSize(WORKERS * COMMANDS).hasAtLeastOneElementOfType(Outcome.Unchanged.class);
            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSizeGreaterThan(COMMANDS);
            assertThat(one.log.verify(0).fault()).isNull();
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_comparison_notices_a_cache_that_claims_more_than_it_knows() {
        var claiming = new ClaimingCache();
        try (var one = instance(claiming);
                var other = instance(cache())) {
            claiming.instance = one;
            stale(one, other);
            assertThat(differences()).singleElement().asString().contains("r4");
        }
    }

    @Test
    void the_same_story_with_the_cache_as_it_is_shows_no_difference() {
        try (var one = instance(cache());
                var other = instance(cache())) {
            stale(one, other);
            assertThat(differences()).isEmpty();
        }
    }

    /** The one learns of the other's commit, but not through the parcel that it changed. */
    private void stale(ParcelService one, ParcelService other) {
        var parcel = new UUID(0, 1);
        send(one, parcel, "r0", accept());
        send(one, parcel, "r1", new StoreParcel("L1"));
        send(other, parcel, "r2", new StoreParcel("L2"));
        send(one, new UUID(0, 2), "r3", accept());
        send(one, parcel, "r4", new StoreParcel("L2"));
    }

    private List<Outcome> work(ParcelService instance, List<UUID> ids, int worker, Random random) {
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < COMMANDS; i++) {
            Record command = i == 0
                    ? accept()
                    : random.nextInt(3) == 0 ? new MoveParcel("P" + i) : new StoreParcel("L" + random.nextInt(3));
            outcomes.add(send(instance, ids.get(random.nextInt(ids.size())), worker + "-" + i, command));
        }
        return outcomes;
    }

    private Outcome send(ParcelService instance, UUID id, String requestId, Record command) {
        var request = request(id, requestId, command, requestId);
        requests.put(requestId, request);
        return instance.commands.dispatch(request).join();
    }

    /** What an instance without a cache would have stored otherwise, and states that came out otherwise. */
    private List<String> differences() {
        var differences = new ArrayList<String>();
        try (var stored = instance(cache());
                var plain = new ParcelService(
                        databases.fresh(), keys, folder, new EntityCache(0, new SimpleMeterRegistry()))) {
            for (var commit : stored.log.read(0, 10_000).join()) {
                var request = requests.get(commit.requestId());
                var outcome = plain.commands.dispatch(request).join();
                var again = plain.log.byRequest(commit.requestId()).join();
                if (again.isEmpty() || !shape(again.get()).equals(shape(commit))) {
                    differences.add("%s %s stored %s, without a cache %s"
                            .formatted(commit.requestId(), request.command(), shape(commit), outcome));
                }
            }
            requests.values().stream().map(Request::id).distinct().forEach(id -> {
                if (!Objects.equals(state(plain, id), state(stored, id))) {
                    differences.add("%s is %s, without a cache %s".formatted(id, state(stored, id), state(plain, id)));
                }
            });
        }
        return differences;
    }

    private static List<String> shape(StoredCommit commit) {
        return commit.events().stream().map(StoredEvent::wireType).toList();
    }

    private static Parcel state(ParcelService instance, UUID id) {
        var state = instance.entities
                .load(Parcel.catalogue(), id, new AsOf.Now())
                .join()
                .state();
        // Sealed anew each time.
        return state instanceof Parcel(var _, var locker, var moves) ? new Parcel("", locker, moves) : state;
    }

    private ParcelService instance(EntityCache cache) {
        return new ParcelService(events, keys, folder, cache);
    }

    private static EntityCache cache() {
        return new EntityCache(100, new SimpleMeterRegistry());
    }

    /** Broken on purpose: what it holds it says to be proven up to the head. */
    private static final class ClaimingCache extends EntityCache {
        private @Nullable ParcelService instance;

        ClaimingCache() {
            super(100, new SimpleMeterRegistry());
        }

        @Override
        public <S> @Nullable CachedEntity<S> find(Catalogue<S, ?, ?> catalogue, UUID id) {
            var known = super.find(catalogue, id);
            return known == null || instance == null
                    ? known
                    : new CachedEntity<>(
                            known.entity(), known.created(), instance.log.head(), known.heard(), known.size());
        }
    }
}
