package io.milepost.local;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an answer wait until the store has committed what it tells. One thread commits; what arrives while it does
 * goes into the next commit together. A commit and a change exclude each other, so that a commit never holds half a
 * change (a document without its index entry). Reads wait too: what a client was shown cannot be taken back by a crash.
 */
final class GroupCommit implements AutoCloseable {

    /** A store that could not commit: nothing more is answered. */
    static final class CommitFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommitFailed(Throwable cause) {
            super("the store could not be committed", cause);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long IDLE_NANOS = 200_000_000L;
    private static final int ENOUGH_FILL_PERCENT = 70;
    private static final int COMPACTION_STEP_BYTES = 2 << 20;
    private static final long WORTH_COMPACTING_BYTES = 16L << 20;

    private final MVStore store;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition done = lock.newCondition();
    private final Thread committer;

    // guarded by lock
    private long started;
    private long committed;
    private boolean closing;
    private @Nullable Throwable failure;

    GroupCommit(MVStore store) {
        this.store = store;
        this.committer = Thread.ofPlatform().name("milepost-db-commit").daemon().start(this::commitForever);
    }

    /** Runs a change and returns when it is committed; also when it failed, for it may have changed something first. */
    <T> T change(Supplier<T> change) {
        long number = 0;
        gate.readLock().lock();
        try {
            number = begin();
            return change.get();
        } finally {
            gate.readLock().unlock();
            awaitCommit(number);
        }
    }

    /** Runs a read and returns when everything that it may have seen is committed. */
    <T> T read(Supplier<T> read) {
        MVStore.TxCounter pinned = store.registerVersionUsage();
        try {
            return read.get();
        } finally {
            store.deregisterVersionUsage(pinned);
            awaitCommit(lastStarted());
        }
    }

    /** Whether every commit has succeeded so far. */
    boolean healthy() {
        lock.lock();
        try {
            return failure == null && !closing;
        } finally {
            lock.unlock();
        }
    }

    private long begin() {
        lock.lock();
        try {
            refuseWhenBroken();
            started++;
            return started;
        } finally {
            lock.unlock();
        }
    }

    private long lastStarted() {
        lock.lock();
        try {
            return started;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommit(long number) {
        lock.lock();
        try {
            work.signal();
            while (committed < number && failure == null) {
                done.awaitUninterruptibly();
            }
            refuseWhenBroken();
        } finally {
            lock.unlock();
        }
    }

    private void refuseWhenBroken() {
        if (failure != null) {
            throw new CommitFailed(failure);
        }
    }

    private void commitForever() {
        try {
            boolean fragmented = false;
            while (awaitWork(fragmented)) {
                if (hasWork()) {
                    commit();
                    fragmented = true;
                } else {
                    fragmented = compactSome();
                }
            }
        } catch (RuntimeException | Error broken) {
            fail(broken);
        }
    }

    /** Waits for the next change; with something to compact no longer than an idle moment. False: closing, all done. */
    private boolean awaitWork(boolean fragmented) {
        lock.lock();
        try {
            long idle = IDLE_NANOS;
            while (started == committed && !closing && (!fragmented || idle > 0)) {
                if (fragmented) {
                    idle = work.awaitNanos(idle);
                } else {
                    work.await();
                }
            }
            return !closing || started > committed;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nobody may interrupt the committer", interrupted);
        } finally {
            lock.unlock();
        }
    }

    private boolean hasWork() {
        lock.lock();
        try {
            return started > committed;
        } finally {
            lock.unlock();
        }
    }

    private void commit() {
        long number;
        gate.writeLock().lock();
        try {
            number = lastStarted();
            store.commit();
            if (store.isClosed()) {
                throw new IllegalStateException("the store has closed itself");
            }
        } finally {
            gate.writeLock().unlock();
        }
        lock.lock();
        try {
            committed = number;
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A small step of moving the living pages out of mostly dead chunks; false when there is nothing to gain. */
    private boolean compactSome() {
        gate.writeLock().lock();
        try {
            boolean moved = store.getFileStore().size() >= WORTH_COMPACTING_BYTES
                    && store.compact(ENOUGH_FILL_PERCENT, COMPACTION_STEP_BYTES);
            // only a commit frees what was moved away from
            store.commit();
            return moved;
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void fail(Throwable broken) {
        LOG.error("The store cannot commit: nothing is answered any more", broken);
        lock.lock();
        try {
            failure = broken;
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Commits what is left and stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
