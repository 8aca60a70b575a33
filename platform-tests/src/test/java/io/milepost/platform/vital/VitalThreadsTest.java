package io.milepost.platform.vital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.TestProcess;
import io.milepost.platform.web.Blocking;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Threads that end though nobody meant them to, and processes that end because memory has run out. */
@ExtendWith(OutputCaptureExtension.class)
class VitalThreadsTest {
    private final List<Integer> halted = new CopyOnWriteArrayList<>();
    private final VitalThreads threads = new VitalThreads(halted::add);

    @Test
    void a_thread_that_dies_is_named_until_it_lives_again_and_logged_once(CapturedOutput output) {
        threads.start("sound", () -> {});
        threads.start("broken", () -> {
            throw new NoClassDefFoundError("planted");
        });
        await().until(() -> !threads.dead().isEmpty());

        assertThat(threads.dead()).containsExactly(java.util.Map.entry("broken", "NoClassDefFoundError"));
        assertThat(output.getAll().lines().filter(line -> line.contains("Thread broken is dead")))
                .hasSize(1);
        assertThat(halted).isEmpty();

        threads.watched("broken", () -> assertThat(threads.dead()).isEmpty()).run();
        assertThat(threads.dead()).isEmpty();
    }

    @Test
    void rounds_go_on_until_they_are_disposed_of_and_end_by_an_error() {
        var rounds = new AtomicInteger();
        var sound = threads.every(Duration.ofMillis(1), "sound", rounds::incrementAndGet);
        await().until(() -> rounds.get() > 2);
        assertThat(threads.dead()).isEmpty();
        sound.dispose();

        threads.every(Duration.ofMillis(1), "broken", () -> {
            throw new AssertionError("planted");
        });
        await().until(() -> threads.dead().containsKey("broken"));
    }

    @Test
    void a_round_that_fails_again_and_again_is_logged_whole_once_and_its_end_is_told(CapturedOutput output) {
        for (int round = 0; round < 50; round++) {
            VitalThreads.attempt("turn the mill", () -> {
                throw new IllegalStateException("no wind");
            });
        }
        VitalThreads.attempt("turn the mill", () -> {
            throw new UnsupportedOperationException("no mill");
        });
        VitalThreads.attempt("turn the mill", () -> {});
        VitalThreads.attempt("turn the mill", () -> {});

        assertThat(output.getAll().lines().filter(line -> line.contains("turn the mill")))
                .hasSize(3)
                .last()
                .asString()
                .contains("possible again");
        assertThat(output.getAll().lines().filter(line -> line.contains("no wind")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoever_meets_the_end_of_memory_ends_the_process_also_where_it_is_a_cause() {
        threads.watched("loop", () -> {
                    throw new OutOfMemoryError("planted");
                })
                .run();
        threads.endWithoutMemory(new CompletionException(new OutOfMemoryError("planted")));
        threads.endWithoutMemory(new IllegalStateException("no reason to end"));
        try (var blocking = new Blocking(threads, 1, Duration.ZERO)) {
            assertThat(blocking.call(() -> {
                                throw new OutOfMemoryError("planted");
                            })
                            .onErrorResume(_ -> reactor.core.publisher.Mono.empty())
                            .blockOptional())
                    .isEmpty();
        }

        assertThat(halted).containsExactly(3, 3, 3);
    }

    /** Takes memory until there is none, of the kind and in the place that its arguments name. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            var threads = new VitalThreads();
            Runnable hungry = arguments[0].equals("heap") ? Main::eat : Main::eatDirectly;
            if (arguments[1].equals("loop")) {
                threads.start("hungry", hungry);
            } else {
                new Blocking(threads, 1, Duration.ZERO)
                        .call(() -> {
                            hungry.run();
                            return "never";
                        })
                        .subscribe();
            }
            TestProcess.awaitEnd();
        }

        private static void eat() {
            Object[] eaten = {};
            while (true) {
                eaten = new Object[] {eaten, new byte[1 << 20]};
            }
        }

        private static void eatDirectly() {
            Object[] eaten = {};
            while (true) {
                eaten = new Object[] {eaten, ByteBuffer.allocateDirect(1 << 20)};
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap loop", "heap request", "direct loop", "direct request"})
    void a_process_without_memory_ends(String where) {
        try (var process =
                TestProcess.with(List.of("-Xmx24m", "-XX:MaxDirectMemorySize=4m"), Main.class, where.split(" "))) {
            process.endsWith(VitalThreads.OUT_OF_MEMORY);
        }
    }
}
