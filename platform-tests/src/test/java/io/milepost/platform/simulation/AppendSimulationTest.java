package io.milepost.platform.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More with {@code -Dschedules=2000000}, one again with {@code -Dschedule.seed=4711 -Dschedules=1}, which is then told. */
@DisplayName("E20: seeded schedules of writers on one log; I1, I2, I3, I7, I8 of operations 2.4 hold in each")
@ExtendWith(Unlogged.class)
class AppendSimulationTest {

    private static final long SOON = 5_000;

    @Test
    @DisplayName(
            "E20, I1-I3, I7, I8: what is acknowledged is in the log once, in order and under its condition, whatever"
                    + " happens")
    void what_is_acknowledged_is_in_the_log_once_whatever_happens() {
        var seeds = Seeds.allHold("append", Seeds.SCHEDULES, AppendStory::of);
        if (Seeds.SCHEDULES > 1_000) {
            assertThat(EnumSet.copyOf(seeds.struck().keySet()))
                    .as("control: every kind of fault struck")
                    .isEqualTo(EnumSet.complementOf(EnumSet.of(Weather.Fault.NONE)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {13, 64, 28_587, 28_966})
    @DisplayName("E20: seeds that have failed once")
    void a_seed_that_has_failed_once_does_not_fail_again(long seed) {
        var story = AppendStory.of(seed, Set.of(), true);
        assertThat(story.violations()).as(story::text).isEmpty();
    }

    @Test
    void the_same_seed_is_the_same_story() {
        for (long seed = 1; seed <= 50; seed++) {
            var once = AppendStory.of(seed, Set.of(), true);
            assertThat(once.told()).as("control").isNotEmpty();
            assertThat(AppendStory.of(seed, Set.of(), true).told()).isEqualTo(once.told());
            assertThat(AppendStory.of(seed, Set.of(), false).print()).isEqualTo(once.print());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Flaw.class,
            names = {
                "SILENCE_IS_TAKEN_FOR_SUCCESS",
                "ACKNOWLEDGED_BEFORE_IT_IS_DONE",
                "SILENCE_IS_TAKEN_FOR_A_TAKEN_PLACE",
                "THE_INSERT_COUNT_IS_BELIEVED",
                "CONDITIONS_FORGET_WHAT_IS_OLDER",
                "BULKS_ARE_NOT_ORDERED",
                "THE_LAST_WRITER_WINS"
            })
    @DisplayName("E20, positive control: a planted mistake is found soon")
    void a_planted_mistake_is_found_soon(Flaw flaw) {
        Seeds.find(flaw, SOON, AppendStory::of);
    }
}
