package io.milepost.bench;

import io.milepost.bench.append.AppendBench;
import io.milepost.bench.chain.ChainBench;
import io.milepost.bench.fairness.FairnessBench;
import io.milepost.bench.growth.GrowthBench;
import io.milepost.bench.http.HttpBench;
import io.milepost.bench.read.ReadBench;
import io.milepost.bench.reports.ReportsBench;
import io.milepost.bench.startup.StartupBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** {@code ./milepost bench [NAME ...] [--full] [--quick] [--results DIR]}: all benches, or those that are named. */
public final class Bench {
    private static final Map<String, Function<Options, List<Table>>> BENCHES = benches();

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var options = options(List.of(arguments), Path.of(Objects.requireNonNull(System.getProperty("milepost.root"))));
        for (var name : options.names()) {
            var began = Instant.now();
            System.out.printf("%s ...%n", name);
            var tables = Objects.requireNonNull(BENCHES.get(name)).apply(options);
            var report = new Report(
                    name,
                    options.command(name),
                    began,
                    Duration.between(began, Instant.now()),
                    Machine.here(),
                    Versions.used(),
                    tables);
            report.write(options.results());
            System.out.println(report.markdown());
        }
        System.exit(0);
    }

    static Options options(List<String> arguments, Path project) {
        var names = new ArrayList<String>();
        boolean full = false;
        boolean quick = false;
        var results = project.resolve("bench").resolve("results");
        for (var left = arguments.iterator(); left.hasNext(); ) {
            var argument = left.next();
            switch (argument) {
                case "--full" -> full = true;
                case "--quick" -> quick = true;
                case "--results" -> {
                    if (!left.hasNext()) {
                        throw new IllegalArgumentException("--results needs a folder");
                    }
                    results = Path.of(left.next());
                }
                default -> {
                    if (!BENCHES.containsKey(argument)) {
                        throw new IllegalArgumentException(
                                "no bench %s; there are %s".formatted(argument, BENCHES.keySet()));
                    }
                    names.add(argument);
                }
            }
        }
        return new Options(names.isEmpty() ? List.copyOf(BENCHES.keySet()) : names, full, quick, results, project);
    }

    private static Map<String, Function<Options, List<Table>>> benches() {
        var benches = new LinkedHashMap<String, Function<Options, List<Table>>>();
        benches.put("append", AppendBench::run);
        benches.put("read", ReadBench::run);
        benches.put("growth", GrowthBench::run);
        benches.put("reports", ReportsBench::run);
        benches.put("methods", MethodsBench::run);
        benches.put("startup", StartupBench::run);
        benches.put("chain", ChainBench::run);
        benches.put("http", HttpBench::run);
        benches.put("fairness", FairnessBench::run);
        return benches;
    }
}
