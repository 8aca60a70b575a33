package io.milepost.platform.vital;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;

/**
 * The long-living threads of one service. Their loops meet faults by themselves; one that ends by a throwable all the same is dead
 * until the service starts again, which the log says once, and readiness and a gauge as long as it lasts. Where memory has run out
 * the process ends: what goes on without memory does half of what it should.
 */
public final class VitalThreads {
    /** How a process ends that has no memory left, the same as by {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int OUT_OF_MEMORY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(VitalThreads.class);

    private static final Duration SAID_EVERY = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(3);

    /** By what could not be done. */
    private static final Map<String, Said> SAID = new ConcurrentHashMap<>();

    /**
     * What the log has been told.
     *
     * @param at when it was told last
     * @param met when it was met last
     */
    private record Said(String fault, long at, long met) {}

    private final IntConsumer halt;
    private final Map<String, String> dead = new ConcurrentHashMap<>();

    /** Those of this process, which ends when it is halted. */
    public VitalThreads() {
        this(Runtime.getRuntime()::halt);
    }

    /** @param halt ends the process at once with this code */
    public VitalThreads(IntConsumer halt) {
        this.halt = halt;
    }

    /** Starts a virtual thread of this name. */
    public Thread start(String name, Runnable loop) {
        return Thread.ofVirtual().name(name).start(watched(name, loop));
    }

    /** Does this on such a thread, again and again with a pause before each time, until it is disposed of; a round under way ends by itself. */
    public Disposable every(Duration pause, String name, Runnable round) {
        var stopping = new CountDownLatch(1);
        start(name, () -> {
            try {
                while (!stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    round.run();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        return stopping::countDown;
    }

    /**
     * One piece of a round: what fails is tried again in the next one, and the other pieces go on. The log has a fault whole the first
     * time and then in a line a minute, however often it is met.
     */
    public static void attempt(String what, Runnable piece) {
        try {
            piece.run();
            if (SAID.remove(what) != null) {
                LOG.info("It is possible again to {}", what);
            }
        } catch (RuntimeException fault) {
            failed(what, fault);
        }
    }

    /** The same for a loop that sees to its faults itself; one that has not failed for a while begins anew. */
    public static void failed(String what, RuntimeException fault) {
        var now = System.nanoTime();
        var name = fault.getClass().getSimpleName();
        var before = SAID.get(what);
        if (before == null || !before.fault().equals(name) || now - before.met() > FORGOTTEN_AFTER.toNanos()) {
            SAID.put(what, new Said(name, now, now));
            LOG.warn("Could not {}; it is tried again", what, fault);
            return;
        }
        var isDue = now - before.at() > SAID_EVERY.toNanos();
        SAID.put(what, new Said(name, isDue ? now : before.at(), now));
        if (isDue) {
            LOG.warn("Still could not {}, for {}; it is tried again", what, name);
        }
    }

    /** The loop for a thread that somebody else makes; it begins a life of this name and throws nothing. */
    public Runnable watched(String name, Runnable loop) {
        return () -> {
            dead.remove(name);
            try {
                loop.run();
            } catch (Throwable fault) {
                died(name, fault);
            }
        };
    }

    /** Notes the end of a thread that nobody meant to end. */
    public void died(String name, Throwable fault) {
        endWithoutMemory(fault);
        LOG.error("Thread {} is dead, and what it did is not done until the service starts again", name, fault);
        dead.put(name, fault.getClass().getSimpleName()); // after the log, which whoever sees this looks into
    }

    /** Ends the process where this is, or comes of, an {@link OutOfMemoryError}; whoever catches everything asks it. */
    public void endWithoutMemory(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                try {
                    LOG.error("Memory has run out, the process ends", cause);
                } finally {
                    halt.accept(OUT_OF_MEMORY);
                }
                return;
            }
        }
    }

    /** The simple name of what ended it, by thread. */
    public Map<String, String> dead() {
        return new TreeMap<>(dead);
    }
}
