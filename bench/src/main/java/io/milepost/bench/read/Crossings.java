package io.milepost.bench.read;

import io.milepost.bench.Figures;
import io.milepost.bench.RunningService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/** When each event of a stretch of a log was acknowledged, seen on Kafka and seen in the lists. */
final class Crossings {
    private final long before;
    private final AtomicLongArray acknowledged;
    private final AtomicLongArray onKafka;
    private final AtomicLongArray inLists;
    private final AtomicInteger kafkaSeen = new AtomicInteger();
    private volatile long listsReach;

    /** Of so many events after the position. */
    Crossings(long before, int events) {
        this.before = before;
        acknowledged = new AtomicLongArray(events);
        onKafka = new AtomicLongArray(events);
        inLists = new AtomicLongArray(events);
        listsReach = before;
    }

    void acknowledged(long position) {
        acknowledged.set(index(position), System.nanoTime());
    }

    /** A consumer has it in its hand. */
    void onKafka(long position) {
        if (position > before && index(position) < onKafka.length()) {
            onKafka.set(index(position), System.nanoTime());
            kafkaSeen.incrementAndGet();
        }
    }

    /** The lists have everything up to it. For one thread. */
    void inLists(long position) {
        long now = System.nanoTime();
        long reach = Math.min(position, before + inLists.length());
        for (long seen = listsReach + 1; seen <= reach; seen++) {
            inLists.set(index(seen), now);
        }
        listsReach = Math.max(listsReach, reach);
    }

    void awaitAll() {
        RunningService.await("every event on Kafka", () -> kafkaSeen.get() >= onKafka.length());
        RunningService.await("every event in the lists", () -> listsReach >= before + inLists.length());
    }

    Histogram toKafka() {
        return after(onKafka);
    }

    Histogram toLists() {
        return after(inLists);
    }

    /** Whoever sees an event before its caller is told so has waited for nothing. */
    private Histogram after(AtomicLongArray seen) {
        var latency = Figures.recorder();
        for (int i = 0; i < seen.length(); i++) {
            latency.recordValue(Math.max(0, seen.get(i) - acknowledged.get(i)));
        }
        return latency.getIntervalHistogram();
    }

    private int index(long position) {
        return Math.toIntExact(position - before - 1);
    }
}
