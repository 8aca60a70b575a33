package io.milepost.platform.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at the start for a server that is not there yet, so that services and servers may be started in any order. A server that is
 * there and refuses, such as for a wrong password, is not waited for.
 */
public final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);

    private final String server;
    private final Predicate<RuntimeException> absent;
    private final Consumer<String> say;
    private final Duration between;
    private final Duration saidEvery;

    /**
     * Of one server.
     *
     * @param server what it is and where, without secrets, as it stands in a sentence
     * @param absent whether what an attempt failed with means that nobody is there
     */
    public Arrival(String server, Predicate<RuntimeException> absent) {
        this(server, absent, LOG::warn, BETWEEN, SAID_EVERY);
    }

    Arrival(
            String server,
            Predicate<RuntimeException> absent,
            Consumer<String> say,
            Duration between,
            Duration saidEvery) {
        this.server = server;
        this.absent = absent;
        this.say = say;
        this.between = between;
        this.saidEvery = saidEvery;
    }

    /**
     * What the first attempt gives that meets the server.
     *
     * @param failFast whether the first attempt is the last
     * @throws IllegalStateException where the process is to end meanwhile
     */
    public <T> T await(boolean failFast, Supplier<T> attempt) {
        var ending = new CountDownLatch(1);
        // Without it whoever ends the process waits for the start, and the start for the server.
        var hook = new Thread(ending::countDown);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return await(failFast, attempt, ending);
        } finally {
            if (ending.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    <T> T await(boolean failFast, Supplier<T> attempt, CountDownLatch ending) {
        long said = 0;
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException fault) {
                if (failFast || !absent.test(fault)) {
                    throw fault;
                }
            }
            if (said == 0 || System.nanoTime() - said > saidEvery.toNanos()) {
                said = System.nanoTime();
                say.accept("The service waits for %s, which does not answer yet".formatted(server));
            }
            if (isOver(ending)) {
                throw new IllegalStateException("ended while it waited for " + server);
            }
        }
    }

    private boolean isOver(CountDownLatch ending) {
        try {
            return ending.await(between.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
