package io.milepost.reporting.read.generations;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.cells.Generation;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A projection as it is read: always its live generation. Another one takes its place only when it has all that this one
 * had, so what was promised of a position stays true.
 *
 * @param <G> its generations
 */
public final class Projected<G extends Generation> {
    private final String name;
    private final Map<String, String> groups;
    private final Function<String, G> generations;
    private final List<Freshness> freshness;
    private volatile Numbered<G> live;

    private record Numbered<T>(int number, T generation) {}

    /**
     * Begins with a generation that is there.
     *
     * @param groups the consumer group of the first generation by source, in the order in which answers name sources
     * @param generations from what names one behind the projection's name: nothing for the first, {@code .g2} for the second
     */
    Projected(
            String name,
            Map<String, String> groups,
            Function<String, G> generations,
            int number,
            Backlog backlog,
            Clock clock) {
        this.name = name;
        this.groups = new LinkedHashMap<>(groups);
        this.generations = generations;
        this.live = new Numbered<>(number, generations.apply(suffix(number)));
        this.freshness = groups.entrySet().stream()
                .map(source -> new Freshness(
                        source.getValue(),
                        source.getKey(),
                        () -> live().progress(source.getKey()),
                        () -> backlog.behind(group(source.getKey(), number()), source.getKey()),
                        () -> live().setAside(source.getKey()),
                        clock))
                .toList();
    }

    /** What answers now. */
    public G live() {
        return live.generation();
    }

    /** How complete the live generation is, one for each source. */
    public List<Freshness> freshness() {
        return freshness;
    }

    /** Of all these, in order. */
    public static List<Freshness> freshness(Projected<?>... projections) {
        return Arrays.stream(projections)
                .flatMap(projection -> projection.freshness().stream())
                .toList();
    }

    /** How many subjects the live generation goes on without. */
    long setAside() {
        return freshness.stream().mapToLong(Freshness::setAside).sum();
    }

    String name() {
        return name;
    }

    int number() {
        return live.number();
    }

    List<String> sources() {
        return List.copyOf(groups.keySet());
    }

    /** The consumer group in which a generation reads a source. */
    String group(String source, int number) {
        return requireNonNull(groups.get(source)) + suffix(number);
    }

    G generation(int number) {
        var present = live;
        return present.number() == number ? present.generation() : generations.apply(suffix(number));
    }

    List<Subscription> subscriptions(int number) {
        var generation = generation(number);
        return sources().stream()
                .map(source -> new Subscription(group(source, number), source, generation.handler(source)))
                .toList();
    }

    Progress progress(int number) {
        return Progress.of(generation(number), sources());
    }

    /** From now on this one answers. What was promised of a history that has been replaced is taken back. */
    void becomes(int number) {
        boolean goesOn = progress(number).covers(progress(live.number()));
        live = new Numbered<>(number, generation(number));
        if (!goesOn) {
            freshness.forEach(Freshness::begin);
        }
    }

    private static String suffix(int number) {
        return number == 1 ? "" : ".g" + number;
    }
}
