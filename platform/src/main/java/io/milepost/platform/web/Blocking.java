package io.milepost.platform.web;

import io.micrometer.context.ContextSnapshotFactory;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Runs the blocking part of a request on a virtual thread that carries the request's trace. */
public final class Blocking implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("http-", 0).factory());
    private final VitalThreads vital;
    private final ContextSnapshotFactory snapshots =
            ContextSnapshotFactory.builder().build();
    private final Semaphore reads;
    private final Duration readWait;

    /**
     * Holds no thread while there is nothing to do.
     *
     * @param reads how many may be under way
     * @param readWait how long one more waits for its turn
     */
    public Blocking(VitalThreads vital, int reads, Duration readWait) {
        this.vital = vital;
        this.reads = new Semaphore(reads, true);
        this.readWait = readWait;
    }

    /** A caller that goes away does not stop work that has begun. */
    public <T> Mono<T> call(Callable<T> work) {
        return onThread(sink -> complete(sink, work));
    }

    /**
     * Reads, beside no more others than may be: each holds what it reads in memory until its answer is written down, and
     * commands, which are not counted, need some too. One whose turn does not come in time is turned away.
     */
    public <T> Mono<T> read(Callable<T> work) {
        return onThread(sink -> {
            if (!hasTurn()) {
                sink.error(new ProblemException(ProblemCode.TOO_BUSY, "Send the same request again."));
                return;
            }
            try {
                complete(sink, work);
            } finally {
                reads.release();
            }
        });
    }

    /** A part of the work beside the others, from within {@link #call}. */
    <T> Future<T> fork(Callable<T> part) {
        return threads.submit(snapshots.captureAll().wrap(part));
    }

    @Override
    public void close() {
        threads.close();
    }

    private <T> Mono<T> onThread(Consumer<MonoSink<T>> work) {
        return Mono.deferContextual(context -> Mono.create(
                sink -> threads.execute(snapshots.captureFrom(context).wrap(() -> work.accept(sink)))));
    }

    /** What follows in the chain, such as writing JSON, is done before this returns. */
    private <T> void complete(MonoSink<T> sink, Callable<T> work) {
        try {
            sink.success(work.call());
        } catch (Throwable fault) {
            vital.endWithoutMemory(fault);
            sink.error(fault);
        }
    }

    private boolean hasTurn() {
        try {
            return reads.tryAcquire(readWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
