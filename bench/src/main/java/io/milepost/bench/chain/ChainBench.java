package io.milepost.bench.chain;

import static java.util.Objects.requireNonNull;

import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.RunningService;
import io.milepost.bench.Table;
import io.milepost.bench.suite.Suite;
import io.milepost.bench.suite.Usage;
import io.milepost.platform.web.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Imports a generated set of the size and shape of a small company's sales into the suite that has just started, waits until the
 * reports are exact, and imports another one into the same suite, which has compiled its code by then.
 */
public final class ChainBench {
    private static final int DEALS = 8_800;
    private static final Duration REST = Duration.ofSeconds(20);
    private static final Pattern COMMANDS = Pattern.compile("([\\d,]+) commands");

    private final Options options;
    private final Suite suite;
    private final int deals;

    private ChainBench(Options options, Suite suite) {
        this.options = options;
        this.suite = suite;
        deals = options.quick() ? 200 : DEALS;
    }

    /** Measures everything, within about a quarter of an hour. */
    public static List<Table> run(Options options) {
        try (var suite = Suite.of(options)) {
            suite.upAgain();
            return new ChainBench(options, suite).measure();
        }
    }

    /**
     * One import.
     *
     * @param commands that were accepted
     * @param accepted seconds until the last was
     * @param exact seconds until the reports knew all
     * @param used by each part meanwhile
     * @param disk bytes that the data have grown by
     */
    private record Imported(long commands, double accepted, double exact, Map<String, Usage> used, long disk) {
        Usage all() {
            return used.values().stream().reduce(new Usage(0, 0, 0), Usage::plus);
        }
    }

    private List<Table> measure() {
        var cold = imported(1);
        var warm = imported(2);
        LockSupport.parkNanos(REST.toNanos());
        var before = suite.usage();
        LockSupport.parkNanos(REST.toNanos());
        var idle = between(before, suite.usage());
        double idleCores = idle.values().stream().mapToDouble(Usage::processor).sum() / REST.toSeconds();
        return List.of(
                whole(cold, warm),
                parts(cold, warm, idle),
                new Goals()
                        .atMost("import to exact reports, cold, s", 45, cold.exact())
                        .atMost("import to exact reports, warm, s", 25, warm.exact())
                        .atMost(
                                "resident memory of the suite, MB",
                                1_800,
                                warm.all().megabytes())
                        .atMost("cores while nothing is asked", 0.05, idleCores)
                        .table());
    }

    private Imported imported(int seed) {
        var folder = options.project().resolve("bench/target/chain/" + seed);
        new SoldDeals(seed).write(folder, deals);
        var analyst = new Client(suite.url("reporting-service"), suite.token("ANALYST"));
        var before = suite.usage();
        long disk = suite.disk();
        long began = System.nanoTime();
        var said = suite.said("import", folder.toString());
        double accepted = (System.nanoTime() - began) / 1e9;
        RunningService.await("reports", () -> isExact(analyst, (long) seed * deals));
        double exact = (System.nanoTime() - began) / 1e9;
        return new Imported(commands(said), accepted, exact, between(before, suite.usage()), suite.disk() - disk);
    }

    /** Whether the mart knows all deals and says that nothing is missing. */
    private static boolean isExact(Client analyst, long deals) {
        var funnel = analyst.get("/v1/reports/funnel?by=");
        if (funnel.status() != 200) {
            throw new IllegalStateException("answered %d: %s".formatted(funnel.status(), funnel.text()));
        }
        long known = funnel.json()
                .path("rows")
                .valueStream()
                .mapToLong(row -> row.path("opportunities").asLong(0))
                .sum();
        return known == deals && funnel.json().path("state").asString("").equals("COMPLETE");
    }

    private static long commands(String said) {
        var found = COMMANDS.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("the import did not say how many commands it sent: " + said);
        }
        return Long.parseLong(found.group(1).replace(",", ""));
    }

    private static Map<String, Usage> between(Map<String, Usage> before, Map<String, Usage> after) {
        var used = new LinkedHashMap<String, Usage>();
        after.forEach((part, usage) -> used.put(part, usage.since(requireNonNull(before.get(part)))));
        return used;
    }

    private Table whole(Imported cold, Imported warm) {
        return new Table(
                "Import of %,d deals to exact reports".formatted(deals),
                List.of("", "commands", "accepted s", "exact s", "CPU s", "pauses s", "disk MB", "bytes a command"),
                List.of(row("cold", cold), row("warm", warm)),
                List.of(
                        "By ./milepost import into the suite after its second start; warm is another set of the same size into"
                                + " the same processes. Accepted when the importer ends, exact when the funnel has every deal and says"
                                + " COMPLETE. Processor and pauses are those of the suite, without the importer."));
    }

    private static List<Object> row(String name, Imported imported) {
        var all = imported.all();
        return List.of(
                name,
                imported.commands(),
                imported.accepted(),
                imported.exact(),
                all.processor(),
                all.pauses(),
                imported.disk() / 1e6,
                imported.disk() / Math.max(1, imported.commands()));
    }

    private static Table parts(Imported cold, Imported warm, Map<String, Usage> idle) {
        var rows = new ArrayList<List<Object>>();
        for (var part : idle.keySet()) {
            var first = requireNonNull(cold.used().get(part));
            var second = requireNonNull(warm.used().get(part));
            var rest = requireNonNull(idle.get(part));
            rows.add(List.of(
                    part,
                    first.processor(),
                    second.processor(),
                    first.pauses(),
                    second.pauses(),
                    second.megabytes(),
                    rest.processor() / REST.toSeconds()));
        }
        return new Table(
                "By part",
                List.of(
                        "part",
                        "cold CPU s",
                        "warm CPU s",
                        "cold pauses s",
                        "warm pauses s",
                        "memory MB",
                        "idle cores"),
                rows,
                List.of(
                        "Memory is the proportional share (PSS) after the second import. Idle: %d s in which nobody asks, %d s after it."
                                .formatted(REST.toSeconds(), REST.toSeconds())));
    }
}
