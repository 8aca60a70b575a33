package io.milepost.reporting.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a report may promise about its numbers. */
class FreshnessTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final Map<Integer, Reached> applied = new TreeMap<>();
    private final Set<Integer> behind = new TreeSet<>();
    private final Ticking clock = new Ticking();
    private boolean brokerAway;
    private final Freshness freshness =
            new Freshness("reporting-service.funnel", "opportunity", () -> applied, this::behind, () -> 0, clock);

    @Test
    void with_nothing_unread_the_highest_position_applied_is_promised_and_the_lag_is_zero() {
        reached(0, 40, START.minusSeconds(60));
        reached(7, 57, START.minusSeconds(50));
        assertThat(freshness.now()).isEqualTo(new Freshness.Standing("opportunity", 57, Duration.ZERO));
    }

    @Test
    void a_partition_that_is_behind_holds_the_promise_down_to_what_it_has_applied() {
        reached(0, 40, START.minusSeconds(60));
        reached(7, 57, START.minusSeconds(50));
        behind.add(0);
        assertThat(freshness.now().position()).isEqualTo(40);
        behind.add(3);
        assertThat(new Freshness("g", "opportunity", () -> applied, this::behind, () -> 0, clock)
                        .now()
                        .position())
                .as("of partition 3 nothing is applied at all")
                .isZero();
    }

    @Test
    void a_promise_is_not_taken_back() {
        reached(0, 40, START);
        reached(7, 57, START);
        assertThat(freshness.now().position()).isEqualTo(57);
        behind.add(0);
        assertThat(freshness.now().position()).isEqualTo(57);
    }

    @Test
    void the_lag_counts_from_the_last_look_that_found_nothing_unread() {
        reached(0, 40, START.minusSeconds(3600));
        clock.forward(10);
        freshness.now();
        clock.forward(2);
        behind.add(0);
        assertThat(freshness.now().lag()).isEqualTo(Duration.ofSeconds(2));
        clock.forward(5);
        assertThat(freshness.now().lag()).isEqualTo(Duration.ofSeconds(7));
        reached(0, 41, START.plusSeconds(14));
        assertThat(freshness.now().lag())
                .as("what is unread is younger than what was applied")
                .isEqualTo(Duration.ofSeconds(3));
        behind.clear();
        assertThat(freshness.now().lag()).isZero();
    }

    @Test
    void after_a_start_with_a_backlog_the_lag_counts_from_the_last_event_applied() {
        reached(0, 40, START.minusSeconds(3600));
        behind.add(0);
        assertThat(freshness.now().lag()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void while_the_broker_is_away_the_lag_grows_and_nothing_new_is_promised() {
        reached(0, 40, START);
        freshness.now();
        brokerAway = true;
        reached(0, 45, START);
        clock.forward(30);
        assertThat(freshness.now()).isEqualTo(new Freshness.Standing("opportunity", 40, Duration.ofSeconds(30)));
        brokerAway = false;
        assertThat(freshness.now().position())
                .as("only looking now and then asks the broker again")
                .isEqualTo(40);
        assertThat(freshness.look()).isEqualTo(new Freshness.Standing("opportunity", 45, Duration.ZERO));
    }

    @Test
    void waiting_ends_with_the_position_or_with_the_time() {
        reached(0, 40, START);
        assertThat(freshness.await(40, Duration.ofSeconds(5))).isTrue();
        clock.step(Duration.ofSeconds(1));
        assertThat(freshness.await(41, Duration.ofSeconds(5))).isFalse();
    }

    private void reached(int partition, long position, Instant recordedAt) {
        applied.put(partition, new Reached(position, recordedAt));
    }

    private Set<Integer> behind() {
        if (brokerAway) {
            throw new Backlog.Unknown("away", new IllegalStateException());
        }
        return Set.copyOf(behind);
    }

    /** Stands still unless told to step with each look at it. */
    private static final class Ticking extends Clock {
        private Instant now = START;
        private Duration step = Duration.ZERO;

        void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }

        void step(Duration each) {
            step = each;
        }

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
