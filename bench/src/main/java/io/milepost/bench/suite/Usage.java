package io.milepost.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What processes have used since they started.
 *
 * @param processor seconds of all cores
 * @param megabytes resident now; what several share is divided between them
 * @param pauses seconds in which a JVM's garbage collector let nothing else run; 0 where it is no JVM
 */
public record Usage(double processor, double megabytes, double pauses) {

    static Usage of(ProcessHandle jvm) {
        return new Usage(processor(jvm), megabytes(jvm), pauses(jvm.pid()));
    }

    static Usage of(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> new Usage(processor(process), megabytes(process), 0))
                .reduce(new Usage(0, 0, 0), Usage::plus);
    }

    public Usage plus(Usage other) {
        return new Usage(processor + other.processor, megabytes + other.megabytes, pauses + other.pauses);
    }

    /** What was used between another look and this one; the memory is that of this one. */
    public Usage since(Usage before) {
        return new Usage(processor - before.processor, megabytes, pauses - before.pauses);
    }

    private static double processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static double megabytes(ProcessHandle process) {
        var shares = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(shares)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            // Not Linux, or a process that has just ended.
            return Double.NaN;
        }
    }

    /** The last column of jstat, which every JDK has. */
    private static double pauses(long pid) {
        var jstat = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
        try {
            var process = new ProcessBuilder(jstat, "-gcutil", Long.toString(pid)).start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
            var columns = lines.skip(1).findFirst().orElse("NaN").strip().split("\\s+", -1);
            return Double.parseDouble(columns[columns.length - 1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
