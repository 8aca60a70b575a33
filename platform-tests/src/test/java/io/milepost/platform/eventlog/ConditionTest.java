package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static Databases databases;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MongoDatabase database;
    private EventLog log;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        database = databases.fresh();
        log = EventLog.open(database, Clock.systemUTC(), meters);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    @DisplayName("I6: a commit is refused when an event after its marker matches, and taken when none does")
    void a_condition_is_held_against_everything_after_its_marker() {
        log.append(Appends.free("r1", "unit=7")).join();
        log.append(Appends.free("r2", "unit=8")).join();

        assertThat(log.append(Appends.unlessUsed("r3", 0, "unit=7")).join()).isEqualTo(new Append.Result.Conflict(1));
        assertThat(log.append(Appends.unlessUsed("r4", 1, "unit=7")).join()).isInstanceOf(Append.Result.Stored.class);
        assertThat(log.append(Appends.unlessUsed("r5", 1, "unit=7")).join()).isEqualTo(new Append.Result.Conflict(3));
    }

    @Test
    @DisplayName("I6: conditions older than the window are held against the database")
    void a_condition_older_than_the_window_is_held_against_the_database() {
        log.append(Appends.free("r1", "unit=7")).join();
        log.close();
        log = EventLog.open(database, Clock.systemUTC(), meters);

        assertThat(log.append(Appends.unlessUsed("r2", 0, "unit=7")).join()).isEqualTo(new Append.Result.Conflict(1));
        assertThat(log.append(Appends.unlessUsed("r3", 0, "unit=8")).join()).isInstanceOf(Append.Result.Stored.class);
    }

    @Test
    @DisplayName("I6: of commits in one group that claim the same tag exactly one gets in")
    void of_many_claims_at_once_exactly_one_wins() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> log.append(Appends.unlessUsed("r" + i, 0, "unit=" + i % 10)))
                .toList();

        var stored = answers.stream()
                .map(CompletableFuture::join)
                .filter(Append.Result.Stored.class::isInstance)
                .map(Appends::stored)
                .toList();

        assertThat(stored).hasSize(10);
        assertThat(stored.stream().flatMap(commit -> commit.tags().stream()).distinct())
                .hasSize(10);
        assertThat(meters.get("milepost.eventlog.append")
                        .tag("outcome", "conflict")
                        .timer()
                        .count())
                .isEqualTo(190);
    }

    @Test
    void a_criterion_asks_for_all_its_tags_on_one_event() {
        log.append(new Append(
                        AppendCondition.none(),
                        "r1",
                        new byte[0],
                        List.of(Appends.event("x", "a=1"), Appends.event("x", "b=2"))))
                .join();
        var both = new AppendCondition(List.of(Criterion.tagged("a=1", "b=2")), 0);

        var sourced = log.source(List.of(Criterion.tagged("a=1", "b=2")), 0).join();
        assertThat(sourced.events()).isEmpty();
        assertThat(log.append(new Append(both, "r2", new byte[0], List.of(Appends.event("x", "a=1", "b=2"))))
                        .join())
                .isInstanceOf(Append.Result.Stored.class);
        assertThat(log.append(new Append(both, "r3", new byte[0], List.of(Appends.event("x", "a=1"))))
                        .join())
                .isEqualTo(new Append.Result.Conflict(3));
    }

    @Test
    void sourcing_gives_what_any_criterion_matches_once_and_in_order() {
        log.append(new Append(
                        AppendCondition.none(),
                        "r1",
                        new byte[0],
                        List.of(
                                Appends.event("opened", "a=1"),
                                Appends.event("opened", "a=2"),
                                Appends.event("closed", "a=1", "c=3"))))
                .join();
        log.append(Appends.free("r2", "c=3")).join();

        var sourced = log.source(
                        List.of(
                                new Criterion(Set.of("a=1"), Set.of("closed", "moved")),
                                Criterion.tagged("c=3"),
                                new Criterion(Set.of(), Set.of("opened"))),
                        0)
                .join();

        assertThat(sourced.events()).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(sourced.marker()).isEqualTo(4);
        assertThat(log.source(List.of(Criterion.tagged("c=3")), 3).join().events())
                .extracting(StoredEvent::position)
                .containsExactly(4L);
    }
}
