package io.milepost.bench.append;

import io.milepost.bench.Figures;
import io.milepost.bench.Servers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The MongoDB extension of Axon 4.12 in a JVM of its own with its own class path, on the same server: told by a line what to
 * measure, answers with a line of figures.
 */
final class Axon4 implements AutoCloseable {
    /** Names the class path of {@code bench/axon4}. */
    private static final String CLASS_PATH = "milepost.bench.axon4";

    private final Process process;
    private final BufferedWriter asks;
    private final BufferedReader answers;

    private Axon4(Process process) {
        this.process = process;
        asks = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** None where it was not built. */
    static Optional<Axon4> start(Servers servers) {
        var classPath = System.getProperty(CLASS_PATH, "");
        if (classPath.isEmpty()) {
            return Optional.empty();
        }
        var command = new ArrayList<>(Servers.java("-Xmx2g"));
        command.addAll(List.of("-cp", classPath, "io.milepost.bench.axon4.Appends", servers.database()));
        try {
            return Optional.of(new Axon4(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param strategy {@code event} for a document per event, {@code commit} for one per commit */
    Round run(Servers servers, String strategy, String database, int callers, Duration time) {
        var there = new AtomicReference<double[]>();
        var round = Round.of(servers, 1, () -> {
            there.set(ask("%s %s %d %d".formatted(strategy, database, callers, time.toMillis())));
            return new Figures(
                    (long) there.get()[0], there.get()[1], Figures.recorder().getIntervalHistogram());
        });
        var told = there.get();
        return new Round(round.perSecond(), told[2], told[3], told[4], round.server());
    }

    /** Commits, seconds, p50, p99 and processor time of a commit in microseconds. */
    private double[] ask(String line) {
        try {
            asks.write(line);
            asks.newLine();
            asks.flush();
            var answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the JVM of Axon 4 has ended");
            }
            return Arrays.stream(answer.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            asks.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
