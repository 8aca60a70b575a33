package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.simulation.Process;
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
            Process process, MongoCollection<Document> events, int recentCommits, Clock clock, MeterRegistry meters) {
        return new EventLog(events, "epoch", recentCommits, clock, meters, surroundings(process));
    }

    /** What stands in a store, in its order. */
    public static List<StoredCommit> commits(List<Document> documents) {
        return documents.stream().map(CommitDocuments::read).toList();
    }

    static Surroundings surroundings(Process process) {
        return new Surroundings() {
            @Override
            public ExecutorService executor() {
                return new OwnThread();
            }

            @Override
            public Thread flusher(Runnable writing) {
                return process.actor("flusher", writing);
            }

            @Override
            public Lock lock() {
                return new Baton(process);
            }

            @Override
            public <T> BlockingQueue<T> queue() {
                return new Queue<>(process);
            }

            @Override
            public long nanoTime() {
                return process.schedule().nanoTime();
            }

            @Override
            public long random(long bound) {
                return process.schedule().random().nextLong(bound);
            }
        };
    }

    /** Runs what it is given at once. */
    public static final class OwnThread extends AbstractExecutorService {
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
        private final transient Process process;

        Queue(Process process) {
            this.process = process;
        }

        @Override
        public T poll(long timeout, TimeUnit unit) {
            // Nobody closes a log here, so that there is no reason to look up in between.
            process.await(() -> !isEmpty(), Long.MAX_VALUE);
            return poll();
        }
    }

    /** Who runs has it: the baton is not handed on while it is held, but to wait. */
    private static final class Baton implements Lock {
        private final Process process;

        Baton(Process process) {
            this.process = process;
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
            return new Signal(process);
        }
    }

    private static final class Signal implements Condition {
        private final Process process;
        private long signals;

        Signal(Process process) {
            this.process = process;
        }

        @Override
        public long awaitNanos(long nanos) {
            long before = signals;
            long until = process.schedule().nanoTime() + nanos;
            process.await(() -> signals != before, nanos);
            return until - process.schedule().nanoTime();
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
