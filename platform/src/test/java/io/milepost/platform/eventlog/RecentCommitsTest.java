package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
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
}
