package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Conditions older than the window, while the log moves or the server's reads lag. */
class ConditionRaceTest {

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
    @DisplayName(
            "I6: what another writer appends while a condition is checked, and a tail takes in, is checked as well")
    void a_commit_that_a_tail_takes_in_during_the_check_is_not_missed() {
        var database = databases.fresh();
        var sound = LogStore.events(database);
        try (var other = Engine.SOUND.open(database)) {
            other.append(Appends.free("r1", "old=1")).join();
            var logs = new EventLog[1];
            var struck = new AtomicBoolean();
            var events = Decorated.reading(sound, filter -> real -> {
                // The first criterion was checked; now its conflict comes, by another writer, and a tail sees it.
                if ("second=1".equals(filter.get("g")) && struck.compareAndSet(false, true)) {
                    other.append(Appends.free("r2", "first=1")).join();
                    assertThat(logs[0].tail(2).position()).isEqualTo(2);
                }
                return real;
            });
            try (var log = Engine.SOUND.open(database, events)) {
                logs[0] = log;
                var answer = log.append(Appends.unlessUsed("r3", 0, "first=1", "second=1"))
                        .join();

                assertThat(struck).isTrue();
                assertThat(answer).isEqualTo(new Append.Result.Conflict(2));
                assertThat(log.append(Appends.unlessUsed("r4", 2, "first=1", "second=1"))
                                .join())
                        .isInstanceOf(Append.Result.Stored.class);
            }
        }
    }

    @Test
    @DisplayName("I6: a condition older than the window is held against the window too, where the server's read lags")
    void a_lagging_read_hides_nothing_that_was_acknowledged() {
        var database = databases.fresh();
        try (var before = Engine.SOUND.open(database)) {
            before.append(Appends.free("r1", "old=1")).join();
        }
        var nothing = database.getCollection("nothing_yet");
        var lagging = new AtomicBoolean();
        var events = Decorated.reading(LogStore.events(database), _ -> real -> lagging.get() ? nothing : real);
        try (var log = Engine.SOUND.open(database, events)) {
            log.append(Appends.free("r2", "unit=7")).join();
            lagging.set(true);

            assertThat(log.append(Appends.unlessUsed("r3", 0, "unit=7")).join())
                    .isEqualTo(new Append.Result.Conflict(2));
            assertThat(log.append(Appends.unlessUsed("r4", 0, "unit=8")).join())
                    .isInstanceOf(Append.Result.Stored.class);
            assertThat(new LogReader(nothing).matching(Criterion.tagged("unit=7"), 0))
                    .as("what the server alone would have given")
                    .isEqualTo(List.of());
        }
    }
}
