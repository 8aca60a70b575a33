package io.milepost.platform.projection;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.setaside.AsideReader;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The lists, kept by following the log's tail; a fault of the machine is tried again for ever and shows as lag. An entity that cannot be
 * read is set aside, and tried again whenever the following begins.
 */
final class TailedListings implements Listings, AsideReader, SmartLifecycle {
    /** As this reader is known where it sets aside. */
    static final String READER = "lists";

    private static final Logger LOG = LoggerFactory.getLogger(TailedListings.class);
    private static final int MAX_COMMITS = 512;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final EventLog log;
    private final Generations generations;
    private final OwnAsides asides;
    private final VitalThreads threads;
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    private volatile @Nullable Generation live;
    private volatile boolean stopping;
    private volatile long caughtUpAt = System.nanoTime();
    private volatile @Nullable CompletableFuture<Void> following;
    private volatile @Nullable CompletableFuture<Void> rebuilding;

    TailedListings(EventLog log, Generations generations, OwnAsides asides, VitalThreads threads) {
        this.log = log;
        this.generations = generations;
        this.asides = asides;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<Page> page(Catalogue<?, ?, ?> catalogue, ListQuery query) {
        var read = live();
        var position = read.position();
        return CompletableFuture.supplyAsync(
                () -> new PageReader(catalogue.plural(), Columns.of(catalogue))
                        .read(read.collection(catalogue), query, asides.count(catalogue.aggregate()), position),
                virtualThreads);
    }

    @Override
    public Set<String> queryable(Catalogue<?, ?, ?> catalogue) {
        return Columns.of(catalogue).fields();
    }

    @Override
    public long position() {
        var read = live;
        return read == null ? 0 : read.position();
    }

    @Override
    public Duration lag() {
        return position() >= log.head() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - caughtUpAt);
    }

    @Override
    public boolean await(long position, Duration timeout) {
        var left = timeout.toNanos();
        lock.lock();
        try {
            while (position() < position) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
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
    public CompletableFuture<Void> rebuild() {
        lock.lock();
        try {
            var running = rebuilding;
            if (running == null || running.isDone()) {
                running = CompletableFuture.runAsync(this::buildNext, virtualThreads)
                        .whenComplete((done, failure) -> {
                            switch (failure) {
                                case null -> {}
                                case CompletionException failed
                                when failed.getCause() instanceof Error broken -> threads.died("lists-rebuild", broken);
                                default -> LOG.error("The lists were not built anew", failure);
                            }
                        });
                rebuilding = running;
            }
            return running.copy();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String reader() {
        return READER;
    }

    @Override
    public void redrive(UUID subject) {
        var read = live();
        asides.of(subject).forEach(read::tryAgain);
    }

    @Override
    public void start() {
        stopping = false;
        var current = generations.open();
        live = current;
        following = follow(current, () -> live != current);
        if (generations.outdated()) {
            LOG.info("The lists' shape has changed: they are built anew");
            var _ = rebuild();
        }
    }

    /** Lets the batch under way finish. */
    @Override
    public void stop() {
        stopping = true;
        ended(following);
        ended(rebuilding);
        following = null;
    }

    private static void ended(@Nullable CompletableFuture<Void> work) {
        if (work != null) {
            work.copy()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .exceptionally(failure -> null)
                    .join();
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** Starts before the web server, which reads the lists, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private Generation live() {
        var read = live;
        if (read == null) {
            throw new IllegalStateException("the lists are not started");
        }
        return read;
    }

    private void buildNext() {
        var before = live();
        var next = generations.beginAfter(before);
        LOG.info("Building generation {} of the lists beside {}", next.number(), before.number());
        var caughtUp = (BooleanSupplier) () -> next.position() >= before.position();
        applyUntil(next, caughtUp);
        if (!caughtUp.getAsBoolean()) {
            return;
        }
        generations.switchTo(next);
        // Live first: a follower that starts before would find that it is not the live one and end.
        live = next;
        following = follow(next, () -> live != next);
        signal();
        LOG.info("Generation {} of the lists is live", next.number());
    }

    private CompletableFuture<Void> follow(Generation generation, BooleanSupplier until) {
        return CompletableFuture.runAsync(
                threads.watched("lists", () -> applyUntil(generation, until)), virtualThreads);
    }

    private void applyUntil(Generation generation, BooleanSupplier until) {
        var pause = 100L;
        while (!stopping && !until.getAsBoolean()) {
            try (var tail = log.tail(generation.position())) {
                if (generation == live) {
                    asides.all().forEach(generation::tryAgain);
                }
                while (!stopping && !until.getAsBoolean()) {
                    apply(generation, tail.next(MAX_COMMITS, POLL));
                    pause = 100L;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The lists wait at position {} and try again", generation.position(), e);
                pause = rest(pause);
            }
        }
    }

    private void apply(Generation generation, List<StoredCommit> commits) {
        if (!commits.isEmpty()) {
            generation.apply(commits);
        }
        if (generation == live) {
            if (generation.position() >= log.head()) {
                caughtUpAt = System.nanoTime();
            }
            signal();
        }
    }

    private void signal() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long rest(long millis) {
        lock.lock();
        try {
            var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (!stopping && System.nanoTime() < deadline) {
                moved.await(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
        return Math.min(LONGEST_PAUSE_MS, millis * 2);
    }
}
