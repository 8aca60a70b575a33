package io.milepost.bench.startup;

import static java.util.Objects.requireNonNull;

import io.milepost.bench.Options;
import io.milepost.bench.Table;
import io.milepost.bench.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts the suite from its jars: the first time after a build, again, and each service alone beside the others. */
public final class StartupBench {
    private static final Duration REST = Duration.ofSeconds(10);

    private StartupBench() {}

    /** Measures everything, in both ways in which the suite is started. */
    public static List<Table> run(Options options) {
        try (var suite = Suite.of(options)) {
            return List.of(measured(suite, "./milepost up"), measured(suite, "./milepost up --quick", "--quick"));
        }
    }

    private static Table measured(Suite suite, String title, String... words) {
        var first = suite.up(words);
        // The JVM writes its archive of classes when it ends.
        suite.down();
        var again = suite.up(words);
        LockSupport.parkNanos(REST.toNanos());
        var memory = new LinkedHashMap<String, Double>();
        Suite.PARTS.keySet().forEach(part -> memory.put(part, suite.memory(part)));
        var alone = new LinkedHashMap<String, Double>();
        for (var part : Suite.PARTS.keySet()) {
            if (!part.equals("local")) {
                suite.stop(part);
                alone.put(part, requireNonNull(suite.up(words).seconds().get(part)));
            }
        }
        suite.down();
        return table(title, first, again, alone, memory);
    }

    private static Table table(
            String title, Suite.Start first, Suite.Start again, Map<String, Double> alone, Map<String, Double> memory) {
        var rows = new ArrayList<List<Object>>();
        for (var part : Suite.PARTS.keySet()) {
            rows.add(List.of(
                    part,
                    requireNonNull(first.seconds().get(part)),
                    requireNonNull(again.seconds().get(part)),
                    alone.getOrDefault(part, Double.NaN),
                    requireNonNull(memory.get(part))));
        }
        rows.add(List.of(
                "the whole suite, from the command on",
                first.all(),
                again.all(),
                Double.NaN,
                memory.values().stream().mapToDouble(each -> each).sum()));
        return new Table(
                title,
                List.of("part", "first start s", "later start s", "alone s", "resident MB"),
                rows,
                List.of("From the start of a process to its first answer that it is ready; the five services start at"
                        + " once, after the local stack. A first start has no archive of classes yet; its whole"
                        + " includes unpacking the jars. Alone: the other"
                        + " parts run and do nothing. Memory is VmRSS %d s after the later start."
                                .formatted(REST.toSeconds())));
    }
}
