package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every invariant holds, and its check finds what breaks it. */
class InvariantsTest {

    private static final SentCommands SENT = new SentCommands();
    private static Databases databases;

    @BeforeAll
    static void start() {
        databases = new Databases(SENT);
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @DisplayName("I1 to I14 hold")
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_invariant_holds(Invariant invariant) {
        invariant.check(Engine.SOUND, databases, SENT);
    }

    @DisplayName("every planted fault is caught by the check of its invariant")
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_planted_fault_is_caught_by_the_check_of_its_invariant(PlantedFault fault) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fault.broken().check(fault.engine(), databases, SENT));
    }

    @Test
    void every_invariant_has_a_planted_fault() {
        assertThat(Arrays.stream(PlantedFault.values())
                        .map(PlantedFault::broken)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Invariant.values());
    }
}
