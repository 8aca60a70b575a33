package io.milepost.bench;

import io.milepost.bench.methods.EntityWork;
import io.milepost.bench.methods.ReadBackWork;
import io.milepost.bench.methods.SealingWork;
import io.milepost.platform.eventlog.CommitWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single methods on a commit's way, by JMH: where the processor's time goes that {@code append} and {@code read} give as a whole. */
final class MethodsBench {
    /** What stands in the table for each method. */
    static final Map<String, String> SHOWN = shown();

    private static final int MILLIS = 500;

    private MethodsBench() {}

    /** Measures everything, within about five minutes. */
    static List<Table> run(Options options) {
        int forks = options.quick() ? 1 : 5;
        var jmh = new OptionsBuilder()
                .include("\\.(CommitWork|EntityWork|ReadBackWork|SealingWork)\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(forks)
                .warmupIterations(options.quick() ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(options.quick() ? 50 : MILLIS))
                .measurementIterations(options.quick() ? 1 : 4)
                .measurementTime(TimeValue.milliseconds(options.quick() ? 50 : MILLIS))
                .jvmArgs("-Xmx1g", "--sun-misc-unsafe-memory-access=allow")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return List.of(table(
                    forks,
                    new Runner(jmh)
                            .run().stream()
                                    .collect(Collectors.toMap(
                                            result -> method(result.getParams().getBenchmark()), result -> result))));
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Table table(int forks, Map<String, RunResult> results) {
        var rows = new ArrayList<List<Object>>();
        SHOWN.forEach((method, shown) -> {
            var result = Objects.requireNonNull(results.get(method), method);
            var time = result.getPrimaryResult();
            var bytes = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"), method);
            rows.add(List.of(shown, time.getScore() / 1e3, time.getScoreError() / 1e3, Math.round(bytes.getScore())));
        });
        return new Table(
                "One thread, everything in memory",
                List.of("work", "us", "+/- us", "bytes allocated"),
                rows,
                List.of(
                        "JMH's average over %d JVMs; the error is half of its interval of 99.9 %%. A commit has one event of 300 bytes; the opportunity has 50 events, most of them new values."
                                .formatted(forks)));
    }

    /** Class and method. */
    static String method(String name) {
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    private static Map<String, String> shown() {
        var shown = new LinkedHashMap<String, String>();
        shown.put(EntityWork.class.getSimpleName() + ".decideOne", "decide one command");
        shown.put(EntityWork.class.getSimpleName() + ".encodeOne", "one event to JSON");
        shown.put(ReadBackWork.class.getSimpleName() + ".encodeAlone", "an event to the bytes that are stored");
        shown.put(ReadBackWork.class.getSimpleName() + ".readBack", "the same, decoded, compared, folded and shown");
        shown.put(SealingWork.class.getSimpleName() + ".encodeOpen", "an event without personal data to JSON");
        shown.put(SealingWork.class.getSimpleName() + ".encodeSealed", "the same with a name that is sealed");
        shown.put(SealingWork.class.getSimpleName() + ".unsealOne", "the name readable again");
        shown.put(CommitWork.class.getSimpleName() + ".placeOne", "place and hash of a commit, in groups of 256");
        shown.put(CommitWork.class.getSimpleName() + ".hashOne", "of it the hash");
        shown.put(CommitWork.class.getSimpleName() + ".writeOne", "a commit to BSON, in groups of 256");
        shown.put(CommitWork.class.getSimpleName() + ".readOne", "a commit from BSON");
        shown.put(EntityWork.class.getSimpleName() + ".foldFifty", "an opportunity folded from 50 stored events");
        return shown;
    }
}
