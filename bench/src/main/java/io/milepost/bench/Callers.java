package io.milepost.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many callers at once, each of which sends its next piece of work when the last is answered. Shows how much a system can
 * take; what it makes others wait shows only {@link ConstantRate}, because these callers wait with it.
 */
public final class Callers {

    private Callers() {}

    /** One piece of work of a caller, from 0 on; returns when it is answered and throws when it failed. */
    @FunctionalInterface
    public interface Call {
        void make(int caller);
    }

    /** Lets them all work for this long; the first failure ends the measurement. */
    public static Figures run(int callers, Duration time, Call call) {
        var latency = Figures.recorder();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        long done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Long>>(callers);
            for (int i = 0; i < callers; i++) {
                int caller = i;
                running.add(threads.submit(() -> {
                    long made = 0;
                    for (long before = System.nanoTime(); before - until < 0; made++) {
                        call.make(caller);
                        long after = System.nanoTime();
                        latency.recordValue(after - before);
                        before = after;
                    }
                    return made;
                }));
            }
            for (var caller : running) {
                done += caller.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a piece of work failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Figures(done, (System.nanoTime() - began) / 1e9, latency.getIntervalHistogram());
    }

    /** One piece after the other by one caller; the call gets the piece's number. */
    public static Figures inTurn(int pieces, Call call) {
        var latency = Figures.recorder();
        long began = System.nanoTime();
        for (int piece = 0; piece < pieces; piece++) {
            long before = System.nanoTime();
            call.make(piece);
            latency.recordValue(System.nanoTime() - before);
        }
        return new Figures(pieces, (System.nanoTime() - began) / 1e9, latency.getIntervalHistogram());
    }

    /** Does each piece from 0 on once, by so many callers at once. */
    public static void each(int pieces, int callers, Call call) {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<CompletableFuture<Void>>(callers);
            for (int i = 0; i < callers; i++) {
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                                call.make(piece);
                            }
                        },
                        threads));
            }
            running.forEach(CompletableFuture::join);
        }
    }
}
