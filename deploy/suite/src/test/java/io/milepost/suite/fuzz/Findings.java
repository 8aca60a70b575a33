package io.milepost.suite.fuzz;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was found wrong, by kind: how often, and the first request of each. */
public final class Findings {

    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final Map<String, String> examples = new ConcurrentHashMap<>();

    /** Notes what is wrong with an answer; the fault, the method and what was done to the request make its kind. */
    public void note(String fault, Request request, Object answer) {
        var kind = "%s to a %s with %s".formatted(fault, request.method(), request.kind());
        counts.computeIfAbsent(kind, _ -> new AtomicLong()).incrementAndGet();
        examples.putIfAbsent(kind, "%s%n      was answered %s".formatted(request, answer));
    }

    /** A text for each kind, the most frequent first. */
    public List<String> kinds() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong(kind -> -kind.getValue().get()))
                .map(kind -> "%d x %s%n      %s"
                        .formatted(kind.getValue().get(), kind.getKey(), examples.get(kind.getKey())))
                .toList();
    }
}
