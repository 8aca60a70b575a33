package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecentCommitsTest {

    @Test
    @DisplayName("I11: the recent commits answer for what they reach back to, and for nothing before")
    void the_recent_commits_answer_only_for_what_they_reach_back_to() {
        try (var databases = new Databases()) {
            var database = databases.fresh();
            try (var before = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
                before.append(Appends.free("r1", "unit=7")).join();
                before.append(Appends.free("r2", "unit=7")).join();
            }
            try (var log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
                log.append(Appends.free("r3", "unit=8")).join();
                log.append(Appends.free("r4", "unit=7", "kind=a")).join();
                var criteria = List.of(Criterion.tagged("unit=7"), Criterion.tagged("kind=a"));

                assertThat(log.recent(criteria, 1)).isEmpty();
                var recent = log.recent(criteria, 2).orElseThrow();
                assertThat(recent.events()).extracting(StoredEvent::position).containsExactly(4L);
                assertThat(recent.marker()).isEqualTo(4);
                assertThat(log.recent(criteria, 4)).contains(new Sourced(List.of(), 4));
            }
        }
    }

    @Test
    @DisplayName("I6, I9, I14: what memory has let go is asked of the database")
    void what_memory_has_let_go_is_asked_of_the_database() throws Exception {
        try (var databases = new Databases();
                var log = EventLog.open(
                        databases.fresh(), null, 3, Clock.systemUTC(), new SimpleMeterRegistry(), new VitalThreads())) {
            for (int i = 1; i <= 10; i++) {
                log.append(Appends.free("r" + i, "unit=" + i)).join();
            }
            var first = List.of(Criterion.tagged("unit=1"));
            assertThat(log.recent(first, 6)).as("control: it is let go").isEmpty();
            assertThat(log.recent(first, 7)).as("control: the rest is here").contains(new Sourced(List.of(), 10));

            assertThat(log.source(first, 0).join().events())
                    .extracting(StoredEvent::position)
                    .containsExactly(1L);
            assertThat(log.append(Appends.unlessUsed("late", 0, "unit=1")).join())
                    .isEqualTo(new Append.Result.Conflict(1));
            assertThat(log.append(Appends.free("r1", "unit=1")).join())
                    .isInstanceOfSatisfying(
                            Append.Result.Duplicate.class,
                            done -> assertThat(done.commit().first()).isEqualTo(1));
            assertThat(log.append(Appends.unlessUsed("new", 0, "unit=11")).join())
                    .isInstanceOf(Append.Result.Stored.class);
            try (var tail = log.tail(0)) {
                assertThat(tail.next(100, Duration.ZERO))
                        .extracting(StoredCommit::first)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 11).boxed().toList());
            }
        }
    }

    @Test
    void a_log_without_any_memory_is_refused() {
        assertThatThrownBy(() -> new Window(null, 0, new ReentrantLock())).hasMessageContaining("at least one commit");
    }

    @Test
    @DisplayName("event-log.md 7: sourcing reads the events of an entity, not who asked for them and their hashes")
    void sourcing_reads_events_alone() {
        var sent = new SentCommands();
        try (var databases = new Databases(sent)) {
            var database = databases.fresh();
            try (var log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
                log.append(Appends.free("r1", "unit=7")).join();
                int before = sent.on(database.getName(), "find").size();

                var events = log.source(List.of(Criterion.tagged("unit=7")), 0)
                        .join()
                        .events();

                assertThat(events).extracting(StoredEvent::name).containsExactly("thing.done");
                var finds = sent.on(database.getName(), "find");
                assertThat(finds).hasSize(before + 1);
                assertThat(finds.getLast().projection().keySet()).containsExactlyInAnyOrder("g", "e");
            }
        }
    }
}
