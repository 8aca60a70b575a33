package io.milepost.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Work that comes at times that were fixed before, whether or not what came earlier is done, as callers do who know nothing of
 * each other. Latency counts from the time at which a piece was due, so that a system that stands still is charged for all
 * who would have come meanwhile.
 */
public final class ConstantRate {
    private static final int MOST_OPEN = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ConstantRate() {}

    /**
     * Starts piece after piece for this long and waits for the last one.
     *
     * @param perSecond how many are due in a second
     * @param work starts the piece of this number, from 0 on; its future ends when it is done
     */
    public static Figures run(double perSecond, Duration time, LongFunction<? extends CompletableFuture<?>> work) {
        var latency = Figures.recorder();
        var failed = new LongAdder();
        var open = new Semaphore(MOST_OPEN);
        long pieces = Math.max(1, Math.round(perSecond * time.toNanos() / 1e9));
        long began = System.nanoTime();
        for (long piece = 0; piece < pieces; piece++) {
            long due = due(began, perSecond, piece);
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            open.acquireUninterruptibly();
            var _ = work.apply(piece).whenComplete((_, failure) -> {
                latency.recordValue(Math.max(0, System.nanoTime() - due));
                if (failure != null) {
                    failed.increment();
                }
                open.release();
            });
        }
        if (!awaitAll(open) || failed.sum() > 0) {
            throw new IllegalStateException("%d of %d pieces failed, %d have no answer"
                    .formatted(failed.sum(), pieces, MOST_OPEN - open.availablePermits()));
        }
        return new Figures(pieces, (System.nanoTime() - began) / 1e9, latency.getIntervalHistogram());
    }

    static long due(long began, double perSecond, long piece) {
        return began + Math.round(piece * 1e9 / perSecond);
    }

    private static boolean awaitAll(Semaphore open) {
        try {
            if (!open.tryAcquire(MOST_OPEN, PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            open.release(MOST_OPEN);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
