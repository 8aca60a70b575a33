package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A planned death is told from one that nobody planned. */
class TestProcessTest {
    /** Ends in the way that its argument names. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            switch (arguments[0]) {
                case "halt" -> Faults.haltingAt(1).call("the only one");
                case "throw" -> throw new IllegalStateException("nothing to work on");
                default -> {
                    Thread.ofVirtual().start(() -> {
                        TestProcess.hold("holding");
                        TestProcess.say("held");
                    });
                    TestProcess.awaitEnd();
                }
            }
        }
    }

    @Test
    void a_process_that_halts_has_halted() {
        assertThat(TestProcess.halted(IntStream.of(1), _ -> TestProcess.start(Main.class, "halt"), () -> false))
                .containsExactly("the only one");
    }

    @Test
    void a_process_that_ends_in_another_way_fails_the_test_with_what_it_said() {
        assertThatThrownBy(() ->
                        TestProcess.halted(IntStream.of(1), _ -> TestProcess.start(Main.class, "throw"), () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ended with 1")
                .hasMessageContaining("nothing to work on");
    }

    @Test
    void a_process_sleeps_until_it_is_woken_and_ends_when_it_is_asked_to() {
        try (var process = TestProcess.start(Main.class, "stay")) {
            assertThat(process.next()).isEqualTo("holding");
            process.pause();
            assertThat(process.isHalted()).isFalse();
            process.wake();
            assertThat(process.next()).isEqualTo("held");
            process.end();
            assertThatThrownBy(process::next).isInstanceOf(AssertionError.class).hasMessageContaining("ended with 0");
        }
    }
}
