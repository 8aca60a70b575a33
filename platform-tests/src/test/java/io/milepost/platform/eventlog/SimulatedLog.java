package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.simulation.Instance;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.bson.Document;

/** The log as it is, in surroundings in which a schedule decides who runs, how time passes and what chance says. */
public final class SimulatedLog {

    private SimulatedLog() {}

    public static EventLog open(
            Instance instance, MongoCollection<Document> events, int recentCommits, Clock clock, MeterRegistry meters) {
        return new EventLog(events, "epoch", recentCommits, clock, meters, surroundings(instance, false));
    }

    /** The same; who appends waits for the answer, so that its future is done when he gets it and nobody blocks on it. */
    public static EventLog awaiting(
            Instance instance, MongoCollection<Document> events, int recentCommits, Clock clock, MeterRegistry meters) {
        return new EventLog(events, "epoch", recentCommits, clock, meters, surroundings(instance, true));
    }

    /** What stands in a store, in its order. */
    public static List<StoredCommit> commits(List<Document> documents) {
        return documents.stream().map(CommitDocuments::read).toList();
    }

    private static LogRuntime surroundings(Instance instance, boolean awaiting) {
        return new LogRuntime() {
            @Override
            public ExecutorService executor() {
                return new OwnThread();
            }

            @Override
            public Thread flusher(Runnable writing) {
                return instance.actor("flusher", writing);
            }

            @Override
            public Lock lock() {
                return new Baton(instance);
            }

            @Override
            public <T> BlockingQueue<T> queue() {
                return new Queue<>(instance, awaiting);
            }

            @Override
            public long nanoTime() {
                return instance.schedule().nanoTime();
            }

            @Override
            public long random(long bound) {
                return instance.schedule().random().nextLong(bound);
            }
        };
    }

    /** Runs what it is given at once. */
    public static final class OwnThread extends AbstractExecutorService {
        @Override
        public void close() {
            // All is done.
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            throw new UnsupportedOperationException("nobody stops in order here");
        }

        @Override
        public List<Runnable> shutdownNow() {
            throw new UnsupportedOperationException("nobody stops in order here");
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }

    /** Waits in the schedule's time. */
    private static final class Queue<T> extends LinkedBlockingQueue<T> {
        private static final long serialVersionUID = 1;
        private final transient Instance instance;
        private final boolean awaiting;

        Queue(Instance instance, boolean awaiting) {
            this.instance = instance;
            this.awaiting = awaiting;
        }

        @Override
        public boolean add(T one) {
            super.add(one);
            if (awaiting && one instanceof PendingAppend pending) {
                instance.await(() -> pending.answer().isDone(), Long.MAX_VALUE);
            }
            return true;
        }

        @Override
        public T poll(long timeout, TimeUnit unit) {
            // Nobody closes a log here, so that there is no reason to look up in between.
            if (isEmpty()) {
                instance.setIdle(true);
                instance.await(() -> !isEmpty(), Long.MAX_VALUE);
                instance.setIdle(false);
            }
            return poll();
        }
    }

    /** Who runs has it: the baton is not handed on while it is held, but to wait. */
    private static final class Baton implements Lock {
        private final Instance instance;

        Baton(Instance instance) {
            this.instance = instance;
        }

        @Override
        public void lock() {}

        @Override
        public void lockInterruptibly() {}

        @Override
        public boolean tryLock() {
            return true;
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) {
            return true;
        }

        @Override
        public void unlock() {}

        @Override
        public Condition newCondition() {
            return new Signal(instance);
        }
    }

    private static final class Signal implements Condition {
        private final Instance instance;
        private long signals;

        Signal(Instance instance) {
            this.instance = instance;
        }

        @Override
        public long awaitNanos(long nanos) {
            long before = signals;
            long until = instance.schedule().nanoTime() + nanos;
            instance.await(() -> signals != before, nanos);
            return until - instance.schedule().nanoTime();
        }

        @Override
        public void signalAll() {
            signals++;
        }

        @Override
        public void signal() {
            signals++;
        }

        @Override
        public void await() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void awaitUninterruptibly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean await(long time, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw new UnsupportedOperationException();
        }
    }
}
