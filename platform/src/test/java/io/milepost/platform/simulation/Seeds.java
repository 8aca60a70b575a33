package io.milepost.platform.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many stories, told on all processors. */
final class Seeds {

    private final Map<Weather.Fault, Integer> struck = new EnumMap<>(Weather.Fault.class);
    private final ConcurrentLinkedQueue<Story> failed = new ConcurrentLinkedQueue<>();
    private @Nullable Story last;
    private long told;
    private long steps;
    private long commits;

    private Seeds() {}

    /** @param enough failures to stop at */
    static Seeds of(long first, long count, int enough, LongFunction<Story> telling) {
        var all = new Seeds();
        var next = new AtomicLong(first);
        var threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    for (long seed = next.getAndIncrement();
                            seed < first + count && all.failed.size() < enough;
                            seed = next.getAndIncrement()) {
                        all.add(telling.apply(seed));
                    }
                }))
                .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        return all;
    }

    private synchronized void add(Story story) {
        told++;
        last = story;
        steps += story.steps();
        commits += story.commits();
        story.struck().forEach((fault, times) -> struck.merge(fault, times, Integer::sum));
        if (!story.violations().isEmpty()) {
            failed.add(story);
        }
    }

    long told() {
        return told;
    }

    List<Story> failed() {
        return List.copyOf(failed);
    }

    Map<Weather.Fault, Integer> struck() {
        return struck;
    }

    /** Prints what was done, and tells the stories that failed, or the only one, in full. */
    void print(String what, LongFunction<Story> telling) {
        System.out.println(what + ": " + this);
        var worth = told == 1 && last != null ? List.of(last) : failed();
        worth.forEach(story -> System.out.println(telling.apply(story.seed()).text()));
    }

    @Override
    public String toString() {
        return "%d stories, %d steps, %d commits, faults %s".formatted(told, steps, commits, struck);
    }
}
