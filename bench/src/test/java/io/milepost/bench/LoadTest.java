package io.milepost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.bench.append.LogAppends;
import io.milepost.local.EmbeddedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LoadTest {
    private static final long STANDSTILL = TimeUnit.MILLISECONDS.toNanos(300);

    @Test
    void what_is_due_is_evenly_spaced_and_does_not_drift() {
        var due = LongStream.of(0, 1, 2, 3_000).map(piece -> ConstantRate.due(5, 300, piece));
        assertThat(due.toArray()).containsExactly(5, 3_333_338, 6_666_672, 10_000_000_005L);
    }

    @Test
    void a_constant_rate_charges_a_standstill_to_all_who_would_have_come() {
        var figures = ConstantRate.run(100, Duration.ofSeconds(1), piece -> {
            pauseOnce(piece);
            return CompletableFuture.completedFuture(null);
        });
        assertThat(figures.done()).isEqualTo(100);
        assertThat(slow(figures)).isGreaterThan(15);
    }

    @Test
    void callers_who_wait_see_a_standstill_once() {
        var pieces = new AtomicInteger();
        var figures = Callers.inTurn(100, _ -> pauseOnce(pieces.getAndIncrement()));
        assertThat(figures.done()).isEqualTo(100);
        assertThat(slow(figures)).isBetween(1L, 14L);
    }

    @Test
    void a_piece_that_fails_is_no_measurement() {
        assertThatThrownBy(() -> ConstantRate.run(
                        100,
                        Duration.ofMillis(50),
                        piece -> CompletableFuture.failedFuture(new IllegalStateException("no"))))
                .hasMessageContaining("5 of 5 pieces failed");
        assertThatThrownBy(() -> Callers.run(2, Duration.ofSeconds(5), _ -> {
                    throw new IllegalStateException("no");
                }))
                .hasRootCauseMessage("no");
        assertThatThrownBy(() -> Callers.each(3, 2, piece -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void each_piece_is_done_once() {
        var done = ConcurrentHashMap.<Integer>newKeySet();
        var count = new AtomicInteger();
        Callers.each(100, 7, piece -> {
            done.add(piece);
            count.incrementAndGet();
        });
        assertThat(done).hasSize(100);
        assertThat(count).hasValue(100);
    }

    @Test
    void the_middle_of_rounds_is_between_them() {
        assertThat(Figures.median(List.of(9.0, 1.0, 2.0), each -> each)).isEqualTo(2);
        assertThat(Figures.median(List.of(4.0, 2.0), each -> each)).isEqualTo(3);
        assertThat(Figures.median(List.<Double>of(), each -> each)).isNaN();
    }

    @Test
    void appends_are_counted_as_they_are_stored() {
        try (var server = EmbeddedDatabase.start(null, 0);
                var client = MongoClients.create(server.uri())) {
            var database = client.getDatabase("append");
            var figures = LogAppends.run(database, 3, Duration.ofMillis(300));
            var stored = Mono.from(database.getCollection("event_log").countDocuments(new Document()))
                    .blockOptional();
            assertThat(figures.done()).isPositive();
            assertThat(stored).contains(figures.done());
            assertThat(figures.latency().getTotalCount()).isEqualTo(figures.done());
        }
    }

    private static void pauseOnce(long piece) {
        if (piece == 10) {
            long until = System.nanoTime() + STANDSTILL;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
    }

    /** More than a third of the standstill late. */
    private static long slow(Figures figures) {
        return figures.latency().getCountBetweenValues(STANDSTILL / 3, Long.MAX_VALUE);
    }
}
