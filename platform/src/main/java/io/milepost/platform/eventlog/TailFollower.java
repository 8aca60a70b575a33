package io.milepost.platform.eventlog;

import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log's tail for one reader on a thread of its own. A fault of the machine is tried again for ever, with growing pauses,
 * from the position that the reader then has; an error ends the thread and shows.
 */
public final class TailFollower {
    private static final int MOST_COMMITS = 512;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    /** Who is told what stands in the log. */
    public interface Reader {
        /** After which it is told. */
        long position();

        /** The following begins, for the first time or after a fault. */
        default void begin() {}

        /**
         * What comes next, in order; nothing where the log has not moved for a while.
         *
         * @return whether it wants to be told again at once, however little there is
         */
        boolean take(List<StoredCommit> commits);

        /** Whether it wants nothing any more. */
        default boolean isDone() {
            return false;
        }
    }

    private final EventLog log;
    private final VitalThreads threads;
    private final String name;
    private final Duration poll;
    private final Reader reader;
    private final ReadProgress progress;
    private volatile boolean stopping;
    private volatile @Nullable CompletableFuture<Void> running;

    /**
     * One that is not started.
     *
     * @param name of the thread, and of what waits where it meets a fault
     * @param poll how long the reader is left alone where the log does not move
     * @param progress who is told that the reader has come further
     */
    public TailFollower(
            EventLog log, VitalThreads threads, String name, Duration poll, Reader reader, ReadProgress progress) {
        this.log = log;
        this.threads = threads;
        this.name = name;
        this.poll = poll;
        this.reader = reader;
        this.progress = progress;
    }

    public void start() {
        stopping = false;
        var ended = new CompletableFuture<Void>();
        running = ended;
        threads.start(name, () -> {
            try {
                follow(() -> false);
            } finally {
                ended.complete(null);
            }
        });
    }

    /** Lets the step under way finish. */
    public void stop() {
        stopping = true;
        progress.looked();
        var ending = running;
        if (ending != null) {
            ending.copy()
                    .orTimeout(STOPPING.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(late -> null)
                    .join();
        }
        running = null;
    }

    public boolean isRunning() {
        return running != null;
    }

    /** Follows on the caller's own thread until its reader is done or this holds. */
    public void follow(BooleanSupplier given) {
        var pause = FIRST_PAUSE;
        BooleanSupplier ended = () -> stopping || reader.isDone() || given.getAsBoolean();
        while (!ended.getAsBoolean()) {
            try (var tail = log.tail(reader.position())) {
                reader.begin();
                for (var more = false; !ended.getAsBoolean(); ) {
                    more = reader.take(tail.next(MOST_COMMITS, more ? Duration.ZERO : poll));
                    progress.looked();
                    pause = FIRST_PAUSE;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                VitalThreads.failed("go on with the " + name, e);
                pause = rest(pause, ended);
            }
        }
    }

    private Duration rest(Duration pause, BooleanSupplier ended) {
        try {
            progress.rest(pause, ended);
        } catch (InterruptedException e) {
            stopping = true;
        }
        var next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
}
