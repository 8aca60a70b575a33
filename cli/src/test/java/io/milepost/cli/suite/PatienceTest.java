package io.milepost.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Failure;
import io.milepost.cli.JumpingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final JumpingClock clock = new JumpingClock();
    private final ArrayList<String> notices = new ArrayList<>();
    private final Patience patience = new Patience(
            Duration.ofMinutes(2),
            clock,
            clock::rest,
            RandomGeneratorFactory.of("L64X128MixRandom").create(7),
            notices::add);

    @Test
    void tries_again_in_growing_waits_for_almost_two_minutes_and_then_gives_up() {
        var start = clock.instant();
        var attempts = patience.begin();

        assertThatThrownBy(() -> {
                    while (true) {
                        attempts.again("service away", null);
                    }
                })
                .isInstanceOf(Failure.class)
                .hasMessageContaining("service away")
                .hasMessageContaining("120 s");

        assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofSeconds(110), Duration.ofMinutes(2));
        assertThat(clock.rests().getFirst()).isLessThanOrEqualTo(Duration.ofMillis(200));
        assertThat(clock.rests()).allMatch(rest -> rest.compareTo(Duration.ofSeconds(10)) <= 0);
        assertThat(clock.rests()).anyMatch(rest -> rest.compareTo(Duration.ofSeconds(5)) > 0);
        assertThat(notices).hasSameSizeAs(clock.rests());
    }

    @Test
    void waits_at_least_as_long_as_the_server_asks_for() {
        patience.begin().again("busy", Duration.ofSeconds(7));

        assertThat(clock.rests().getFirst()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_200));
    }

    @Test
    void does_not_wait_for_a_server_that_asks_for_more_than_is_left() {
        var attempts = patience.begin();

        assertThatThrownBy(() -> attempts.again("closed for today", Duration.ofHours(1)))
                .isInstanceOf(Failure.class);
        assertThat(clock.rests()).isEmpty();
    }
}
