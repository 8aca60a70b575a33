package io.milepost.platform.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More with {@code -Dschedules=2000000}, one again with {@code -Dschedule.seed=4711 -Dschedules=1}, which is then told. */
@DisplayName("E20: seeded schedules of instances that decide by what other entities are")
@ExtendWith(Unlogged.class)
class ReadSimulationTest {

    private static final long SOON = 5_000;

    @Test
    @DisplayName(
            "E20, I3: what is decided by another entity was so when it was stored, whatever happens: nobody takes a"
                    + " locker that is taken, or is kept out of one that was left")
    void what_is_decided_by_another_entity_was_so_when_it_was_stored() {
        Seeds.allHold("reads", Math.max(1, Seeds.SCHEDULES / 50), ReadStory::of);
    }

    @Test
    void the_same_seed_is_the_same_story() {
        for (long seed = 1; seed <= 20; seed++) {
            var once = ReadStory.of(seed, Set.of(), true);
            assertThat(once.told()).as("control").isNotEmpty();
            assertThat(ReadStory.of(seed, Set.of(), true).told()).isEqualTo(once.told());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Flaw.class,
            names = {"READS_ARE_NO_CONDITION", "CLAIMS_ARE_NO_CONDITION"})
    @DisplayName("E20, positive control: a decision that looks beside the condition is found soon")
    void a_decision_that_looks_beside_the_condition_is_found_soon(Flaw flaw) {
        Seeds.find(flaw, SOON, ReadStory::of);
    }
}
