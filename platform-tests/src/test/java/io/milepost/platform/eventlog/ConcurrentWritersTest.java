package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two logs on one collection, as two instances of a service would be. */
class ConcurrentWritersTest {

    private static final int ROUNDS = 60;
    private static final int WRITERS = 8;

    private static Databases databases;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @Test
    @DisplayName("I1, I2, I6, I14: two writers leave no gap, lose no acknowledged commit and break no condition")
    void two_writers_lose_nothing_and_break_no_condition() {
        var database = databases.fresh();
        var meters = new SimpleMeterRegistry();
        var acknowledged = new ArrayList<Append.Result>();
        try (var one = EventLog.open(database, Clock.systemUTC(), meters);
                var other = EventLog.open(database, Clock.systemUTC(), meters);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer ->
                            CompletableFuture.supplyAsync(() -> write(writer % 2 == 0 ? one : other, writer), threads))
                    .toList();
            writers.forEach(writer -> acknowledged.addAll(writer.join()));
        }

        try (var log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
            assertThat(log.verify(0).fault()).isNull();
            var byRequest = log.read(0, 10_000).join().stream()
                    .collect(Collectors.toMap(StoredCommit::requestId, Function.identity()));
            assertThat(acknowledged).hasSize(ROUNDS * WRITERS);
            for (var result : acknowledged) {
                if (result instanceof Append.Result.Stored(var commit)) {
                    assertThat(byRequest.get(commit.requestId()))
                            .usingRecursiveComparison()
                            .isEqualTo(commit);
                }
            }
            // Every round's name was free for whoever came first, and for nobody after.
            var claims = byRequest.values().stream()
                    .flatMap(commit -> commit.tags().stream())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(claims)
                    .hasSize(ROUNDS)
                    .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
            assertThat(acknowledged.stream().filter(Append.Result.Stored.class::isInstance))
                    .hasSize(ROUNDS)
                    .hasSize(byRequest.size());
        }
        assertThat(meters.get("milepost.eventlog.contention").counter().count())
                .as("the writers did meet")
                .isPositive();
    }

    @Test
    @DisplayName("I14: the same request sent to two writers is stored once")
    void the_same_request_at_two_writers_is_stored_once() {
        var database = databases.fresh();
        try (var one = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry());
                var other = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
            for (int i = 0; i < 40; i++) {
                var append = Appends.free("r" + i, "t=1");
                var answers = List.of(one.append(append), other.append(append));
                var results = answers.stream().map(CompletableFuture::join).toList();

                assertThat(results).hasAtLeastOneElementOfType(Append.Result.Stored.class);
                assertThat(results).hasAtLeastOneElementOfType(Append.Result.Duplicate.class);
            }
            assertThat(one.verify(0)).isEqualTo(new Verification(40, 40, null));
        }
    }

    private static List<Append.Result> write(EventLog log, int writer) {
        var results = new ArrayList<Append.Result>();
        for (int round = 0; round < ROUNDS; round++) {
            results.add(log.append(Appends.unlessUsed("%d-%d".formatted(writer, round), 0, "name=" + round))
                    .join());
        }
        return results;
    }
}
