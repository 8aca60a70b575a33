package io.milepost.platform.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many stories, told on all processors. */
final class Seeds {

    /** {@code -Dschedules} and {@code -Dschedule.seed}. */
    static final long SCHEDULES = Long.getLong("schedules", 100_000);

    static final long FIRST = Long.getLong("schedule.seed", 1);

    private static final int ENOUGH = 3;

    private final Map<Weather.Fault, Integer> struck = new EnumMap<>(Weather.Fault.class);
    private final ConcurrentLinkedQueue<Story> failed = new ConcurrentLinkedQueue<>();
    private @Nullable Story last;
    private long told;
    private long steps;
    private long commits;

    private Seeds() {}

    /** Tells so many stories, none of which may fail, and prints what was done. */
    static Seeds allHold(String what, long count, Telling telling) {
        var seeds = of(FIRST, count, ENOUGH, seed -> telling.of(seed, Set.of(), false));
        System.out.println(what + ": " + seeds);
        var worth = count == 1 && seeds.last != null ? List.of(seeds.last) : seeds.failed;
        worth.forEach(story ->
                System.out.println(telling.of(story.seed(), Set.of(), true).text()));
        assertThat(seeds.failed).extracting(Story::seed, Story::violations).isEmpty();
        assertThat(seeds.told).isEqualTo(count);
        return seeds;
    }

    /** Tells stories with a planted mistake until one fails, which one of so many has to. */
    static void find(Flaw flaw, long soon, Telling telling) {
        var seeds = of(1, soon, 1, seed -> telling.of(seed, Set.of(flaw), false));
        assertThat(seeds.failed).as("stories that fail by %s", flaw).isNotEmpty();
        var found = seeds.failed.element();
        System.out.println("%s: found by seed %d, %s"
                .formatted(flaw, found.seed(), found.violations().getFirst()));
    }

    /** One story. */
    interface Telling {
        Story of(long seed, Set<Flaw> flaws, boolean told);
    }

    private static Seeds of(long first, long count, int enough, LongFunction<Story> telling) {
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

    Map<Weather.Fault, Integer> struck() {
        return struck;
    }

    @Override
    public String toString() {
        return "%d stories, %d steps, %d commits, faults %s".formatted(told, steps, commits, struck);
    }
}
