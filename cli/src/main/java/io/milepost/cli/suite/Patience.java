package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long, and in which rhythm, one request is tried again. Waits grow from 200 ms to 10 s and are drawn at random
 * below that, so that many clients do not come back at the same moment; a server's Retry-After is a lower bound.
 *
 * @param limit from the first attempt of a request until it is given up
 * @param notice told why each time that a request has to wait
 */
public record Patience(
        Duration limit, InstantSource clock, Pause pause, RandomGenerator random, Consumer<String> notice) {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Waiting, replaced in tests by a clock that jumps. */
    @FunctionalInterface
    public interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    public static Patience of(Duration limit, Consumer<String> notice) {
        return new Patience(limit, InstantSource.system(), Thread::sleep, RandomGenerator.getDefault(), notice);
    }

    /** The same, with another listener. */
    public Patience telling(Consumer<String> listener) {
        return new Patience(limit, clock, pause, random, listener);
    }

    Attempts begin() {
        return new Attempts(clock.instant().plus(limit));
    }

    /** The attempts of one request. */
    final class Attempts {
        private final Instant deadline;
        private Duration ceiling = FIRST_WAIT;

        private Attempts(Instant deadline) {
            this.deadline = deadline;
        }

        /** Waits before the next attempt, or gives the request up. */
        void again(String why, @Nullable Duration retryAfter) {
            var wait = Duration.ofMillis(random.nextLong(ceiling.toMillis()) + 1);
            if (retryAfter != null) {
                wait = wait.plus(retryAfter);
            }
            if (clock.instant().plus(wait).isAfter(deadline)) {
                throw new Failure("%s; given up after %d s".formatted(why, limit.toSeconds()));
            }
            notice.accept(why);
            ceiling = ceiling.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? ceiling.multipliedBy(2) : LONGEST_WAIT;
            try {
                pause.rest(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted while waiting: " + why, e);
            }
        }
    }
}
