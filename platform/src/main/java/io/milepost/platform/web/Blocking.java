package io.milepost.platform.web;

import io.micrometer.context.ContextSnapshotFactory;
import io.milepost.platform.vital.VitalThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import reactor.core.publisher.Mono;

/** Runs the blocking part of a request on a virtual thread that carries the request's trace. */
public final class Blocking implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("http-", 0).factory());
    private final VitalThreads vital;
    private final ContextSnapshotFactory snapshots =
            ContextSnapshotFactory.builder().build();

    public Blocking(VitalThreads vital) {
        this.vital = vital;
    }

    /** A caller that goes away does not stop work that has begun. */
    public <T> Mono<T> call(Callable<T> work) {
        return Mono.deferContextual(context -> Mono.create(sink ->
                threads.execute(snapshots.captureFrom(context).wrap(() -> {
                    try {
                        sink.success(work.call());
                    } catch (Throwable fault) {
                        vital.endWithoutMemory(fault);
                        sink.error(fault);
                    }
                }))));
    }

    /** A part of the work beside the others, from within {@link #call}. */
    <T> Future<T> fork(Callable<T> part) {
        return threads.submit(snapshots.captureAll().wrap(part));
    }

    @Override
    public void close() {
        threads.close();
    }
}
