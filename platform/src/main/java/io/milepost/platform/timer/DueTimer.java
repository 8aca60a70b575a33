package io.milepost.platform.timer;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.setaside.AsideReader;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the log and the clock on one thread. What was set aside is tried again whenever that begins. Nothing is fired before the log has been read to its end once, since a rebuild
 * passes dates that are long over. Several instances may run: they write the same, and a date that two of them fire is one request.
 */
final class DueTimer implements DueDates, AsideReader, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimer.class);
    private static final int MAX_COMMITS = 512;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_MS = 1_000;

    private final EventLog log;
    private final DueRules rules;
    private final DueStore store;
    private final DueFeed feed;
    private final DueWatch watch;
    private final DueAsides asides;
    private final VitalThreads threads;
    private final Duration poll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private volatile boolean stopping;
    private volatile long position;
    private volatile long caughtUpAt = System.nanoTime();
    private volatile @Nullable CompletableFuture<Void> running;

    DueTimer(
            EventLog log,
            DueRules rules,
            DueStore store,
            DueFeed feed,
            DueWatch watch,
            DueAsides asides,
            TimerProperties pace,
            VitalThreads threads) {
        this.log = log;
        this.rules = rules;
        this.store = store;
        this.feed = feed;
        this.watch = watch;
        this.asides = asides;
        this.threads = threads;
        this.poll = pace.look().compareTo(POLL) < 0 ? pace.look() : POLL;
    }

    @Override
    public List<Item> next(@Nullable String owner, @Nullable Instant before, @Nullable String after, int most) {
        return store.next(owner, before, after, most);
    }

    @Override
    public long setAside() {
        return asides.count();
    }

    @Override
    public String reader() {
        return DueAsides.READER;
    }

    @Override
    public void redrive(UUID subject) {
        asides.tryOf(subject);
    }

    /** Where there are no rules everything is known. */
    @Override
    public long position() {
        return rules.isEmpty() ? log.head() : position;
    }

    @Override
    public Duration lag() {
        return position() >= log.head() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - caughtUpAt);
    }

    @Override
    public boolean await(long wanted, Duration timeout) {
        var left = timeout.toNanos();
        lock.lock();
        try {
            while (position() < wanted) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        stopping = false;
        position = store.position();
        running = new CompletableFuture<>();
        var ended = running;
        threads.start("timer", () -> {
            try {
                run();
            } finally {
                ended.complete(null);
            }
        });
    }

    /** Lets the step under way finish. */
    @Override
    public void stop() {
        stopping = true;
        signal();
        var ending = running;
        if (ending != null) {
            ending.copy()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .exceptionally(late -> null)
                    .join();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Starts before the web server, which reads the due dates, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (!stopping && !rules.isEmpty()) {
            try (var tail = log.tail(position)) {
                var complete = false;
                var more = false;
                asides.tryAll();
                while (!stopping) {
                    var commits = tail.next(MAX_COMMITS, more ? Duration.ZERO : poll);
                    if (!commits.isEmpty()) {
                        feed.apply(commits);
                        reached(commits.getLast().last());
                    }
                    if (position >= log.head()) {
                        caughtUpAt = System.nanoTime();
                        complete = true;
                    }
                    more = complete && watch.step();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The timer waits at position {} and tries again", position, e);
                rest();
            }
        }
    }

    private void reached(long now) {
        position = now;
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(PAUSE_MS);
            while (!stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }
}
