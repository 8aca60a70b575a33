package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.eventlog.FaultProxy.Fault;
import io.milepost.platform.eventlog.FaultProxy.Plan;
import io.milepost.platform.testkit.LogAudit;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers whose answers get lost, come late or never, on connections that are cut at any point. More seeds with
 * {@code -Dseeds=200}, others with {@code -Dseed=4711}.
 */
@DisplayName("I1, I3, I6, I8, I13, I14 hold whatever happens between the writers and the database")
class FaultScheduleTest {

    private static final int SEEDS = Integer.getInteger("seeds", 3);
    private static final long FIRST_SEED = Long.getLong("seed", 1);
    private static final int TRIES = 20;
    private static final int CLIENTS = 4;
    private static final int COMMITS = 25;
    private static final int GIVES_UP_MILLIS = 150;

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final Map<Fault, Integer> STRUCK = new EnumMap<>(Fault.class);
    private static Databases databases;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
        System.out.println("faults: " + STRUCK);
        assertThat(STRUCK).as("every kind of fault struck").containsOnlyKeys(Fault.values());
    }

    static Stream<Arguments> schedules() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .boxed()
                .flatMap(seed -> Stream.of(1, 2, 4).map(writers -> Arguments.of(seed, writers)));
    }

    @ParameterizedTest(name = "seed {0}, {1} writers")
    @MethodSource("schedules")
    void nothing_acknowledged_is_lost_and_nothing_is_doubled(long seed, int writers) {
        assertThat(violations(seed, writers, Engine.SOUND)).isEmpty();
    }

    @Test
    @DisplayName("I3: a writer that takes silence for success is found out")
    void a_writer_that_takes_silence_for_success_is_found_out() {
        // Which appends meet a fault is a matter of time: one schedule may lose none of them.
        var schedules = LongStream.range(FIRST_SEED, FIRST_SEED + TRIES);
        assertThat(schedules.anyMatch(
                        seed -> violations(seed, 1, PlantedFault.SILENCE_IS_TAKEN_FOR_SUCCESS.engine()).stream()
                                .anyMatch(violation -> violation.startsWith("I3"))))
                .isTrue();
    }

    private static List<String> violations(long seed, int writers, Engine engine) {
        var random = new SplittableRandom(seed * 31 + writers);
        var database = databases.fresh();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tellings = new Tellings();
            var all = IntStream.range(0, writers)
                    .mapToObj(i -> Writer.start(database, "w" + i, engine, random.split(), tellings))
                    .toList();
            try {
                all.stream()
                        .flatMap(writer -> writer.run(threads).stream())
                        .toList()
                        .forEach(CompletableFuture::join);
                all.forEach(Writer::heal);
                // Whoever was told nothing asks again, of any writer: the request id is the same.
                for (var append : tellings.unanswered()) {
                    await().atMost(Duration.ofSeconds(30))
                            .pollInSameThread()
                            .until(() -> LogClient.ask(all.getFirst().log, append, tellings, 1));
                }
            } finally {
                all.forEach(Writer::close);
            }
            all.forEach(writer -> writer.proxy.done().forEach((fault, times) -> {
                if (times.get() > 0) {
                    STRUCK.merge(fault, times.get(), Integer::sum);
                }
            }));

            var log = StoredLog.read(database);
            assertThat(tellings.all()).hasSizeGreaterThan(writers * CLIENTS * COMMITS / 2);
            assertThat(LogAudit.strangers(log, tellings.all())).isEmpty();
            return LogAudit.violations(log, tellings.all());
        }
    }

    /** A process of the service, as far as the database can tell: a client, a proxy and a log of its own. */
    private record Writer(
            String name,
            FaultProxy proxy,
            MongoClient client,
            EventLog log,
            RandomGenerator random,
            Tellings tellings) {

        static Writer start(
                MongoDatabase database, String name, Engine engine, SplittableRandom random, Tellings tellings) {
            var given = new ConnectionString(databases.uri());
            var server = new ServerAddress(given.getHosts().getFirst());
            var proxy =
                    new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()), schedule(random.split()));
            var client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(given)
                    .applyToClusterSettings(cluster -> cluster.mode(ClusterConnectionMode.SINGLE)
                            .hosts(List.of(new ServerAddress("127.0.0.1", proxy.port())))
                            .serverSelectionTimeout(2, TimeUnit.SECONDS))
                    .applyToServerSettings(settings -> settings.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                    .applyToSocketSettings(socket -> socket.readTimeout(GIVES_UP_MILLIS, TimeUnit.MILLISECONDS))
                    .build());
            var log = engine.open(client.getDatabase(database.getName()));
            return new Writer(name, proxy, client, log, random, tellings);
        }

        List<CompletableFuture<Void>> run(ExecutorService threads) {
            proxy.strike();
            var running = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < CLIENTS; i++) {
                var one = new LogClient(log, name + "-" + i, new SplittableRandom(random.nextLong()), tellings);
                running.add(CompletableFuture.runAsync(() -> one.append(COMMITS), threads));
            }
            return running;
        }

        void heal() {
            proxy.heal();
        }

        void close() {
            log.close();
            client.close();
            proxy.close();
        }
    }

    /** Every eighth insert and every thirtieth read of the log meets a fault. */
    private static Function<WireMessage, Optional<Plan>> schedule(SplittableRandom random) {
        return request -> {
            synchronized (random) {
                int odds = switch (request.command()) {
                    case "insert event_log" -> 8;
                    case "find event_log" -> 30;
                    default -> 0;
                };
                if (odds == 0 || random.nextInt(odds) > 0) {
                    return Optional.empty();
                }
                var fault = FAULTS.get(random.nextInt(FAULTS.size()));
                return Optional.of(new Plan(fault, random.nextInt(1, 2 * GIVES_UP_MILLIS)));
            }
        };
    }
}
