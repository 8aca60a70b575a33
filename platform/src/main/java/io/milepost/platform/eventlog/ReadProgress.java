package io.milepost.platform.eventlog;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How far a reader of the log has come, and how long it has been behind; others wait here until it has come far enough. */
public final class ReadProgress {
    private final EventLog log;
    private final LongSupplier position;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long caughtUpAt = System.nanoTime();

    /** @param position the last one that the reader has applied */
    public ReadProgress(EventLog log, LongSupplier position) {
        this.log = log;
        this.position = position;
    }

    public long position() {
        return position.getAsLong();
    }

    /** For how long it has not been at the log's end, at most. */
    public Duration lag() {
        return position() >= log.head() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - caughtUpAt);
    }

    /** Whether the reader has come to this position in time. */
    public boolean await(long wanted, Duration timeout) {
        var left = timeout.toNanos();
        lock.lock();
        try {
            while (position() < wanted) {
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

    /** The reader says that it has looked, and may have come further. */
    public void looked() {
        if (position() >= log.head()) {
            caughtUpAt = System.nanoTime();
        }
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is waited for any longer than this, and not at all once the condition holds. */
    void rest(Duration pause, BooleanSupplier ended) throws InterruptedException {
        var deadline = System.nanoTime() + pause.toNanos();
        lock.lock();
        try {
            while (!ended.getAsBoolean() && System.nanoTime() < deadline) {
                moved.await(50, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
