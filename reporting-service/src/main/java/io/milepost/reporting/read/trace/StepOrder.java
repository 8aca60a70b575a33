package io.milepost.reporting.read.trace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The order of a trace: by the time at which things are said to have happened. What happened at one time follows its cause
 * and its service's log; for the rest the time of recording decides, which two services' clocks may see differently.
 */
final class StepOrder {
    private static final Comparator<Step> BY_RECORDING =
            Comparator.comparing(Step::recordedAt).thenComparing(Step::service).thenComparingLong(Step::position);

    private StepOrder() {}

    static List<Step> sorted(Collection<Step> steps) {
        var byTime = new TreeMap<Instant, NavigableSet<Step>>();
        steps.forEach(step -> byTime.computeIfAbsent(step.effectiveAt(), time -> new TreeSet<>(BY_RECORDING))
                .add(step));
        List<Step> sorted = new ArrayList<>();
        byTime.values().forEach(together -> follow(together, sorted));
        return sorted;
    }

    /** Takes again and again the first that waits for nothing; a ring of causes, which no log has, would begin at its first. */
    private static void follow(NavigableSet<Step> waiting, List<Step> sorted) {
        Set<String> events =
                waiting.stream().map(step -> step.event().toString()).collect(Collectors.toCollection(HashSet::new));
        Map<String, NavigableSet<Long>> logs = new HashMap<>();
        waiting.forEach(step ->
                logs.computeIfAbsent(step.service(), service -> new TreeSet<>()).add(step.position()));
        while (!waiting.isEmpty()) {
            Step next = waiting.stream()
                    .filter(step -> requireNonNull(logs.get(step.service())).first() == step.position())
                    .filter(step -> step.causationId() == null || !events.contains(step.causationId()))
                    .findFirst()
                    .orElseGet(waiting::first);
            waiting.remove(next);
            events.remove(next.event().toString());
            requireNonNull(logs.get(next.service())).remove(next.position());
            sorted.add(next);
        }
    }
}
