package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TailTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private static Databases databases;

    private final MongoDatabase database = databases.fresh();

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @Test
    void a_tail_sees_every_commit_once_and_in_order_while_others_write() throws Exception {
        try (var log = open()) {
            IntStream.range(0, 701)
                    .mapToObj(i -> log.append(Appends.free("before" + i, "t=1")))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        try (var log = open();
                var tail = log.tail(0)) {
            var writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 700; i++) {
                    log.append(Appends.free("after" + i, "t=1")).join();
                }
            });
            var seen = new ArrayList<Long>();
            while (seen.size() < 1401) {
                tail.next(100, LONG).forEach(commit -> seen.add(commit.first()));
            }
            writing.join();

            assertThat(seen)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSize(1401)
                    .first()
                    .isEqualTo(1L);
            assertThat(tail.position()).isEqualTo(1401).isEqualTo(log.head());
            assertThat(tail.next(100, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void a_tail_sees_what_another_writer_appended() throws Exception {
        try (var log = open();
                var other = open();
                var tail = log.tail(0)) {
            var stored = Appends.stored(other.append(Appends.free("r", "t=1")).join());

            assertThat(tail.next(10, LONG))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(List.of(stored));
            assertThat(log.head()).isEqualTo(1);
        }
    }

    @Test
    void a_waiting_tail_is_woken_when_the_log_closes() {
        var log = open();
        var tail = log.tail(0);
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return tail.next(1, LONG);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });

        log.close();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(EventLogUnavailableException.class);
    }

    private EventLog open() {
        return EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry());
    }
}
